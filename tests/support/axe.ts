import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of axe-core about colors, which are enough for a second check of a page in the dark scheme. */
export const colorRules = ["color-contrast", "link-in-text-block"];

/**
 * Runs axe-core on the current page. Returns the violations, and whether contrast was checked.
 *
 * @param rules - Default: axe-core's default rules.
 */
export async function inspect(
  page: Page,
  rules?: string[],
): Promise<{ violations: string[]; checksContrast: boolean }> {
  await page.evaluate(axe);
  return page.evaluate(async (only) => {
    // @ts-expect-error axe is defined by the line above
    const result = await window.axe.run(only ? { runOnly: only, resultTypes: ["violations"] } : {});
    return {
      checksContrast: result.passes.some(({ id }: { id: string }) => id === "color-contrast"),
      violations: result.violations.map(
        ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
      ),
    };
  }, rules);
}
