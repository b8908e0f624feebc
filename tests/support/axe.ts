import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of axe-core that are about colours, all that a page in dark has to be asked again. */
export const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * What axe-core finds on the page that is shown, and whether it looked at colours at all.
 *
 * @param rules - Ask only these. The default is all that axe-core has on by itself.
 */
export async function inspect(
  page: Page,
  rules?: string[],
): Promise<{ violations: string[]; checksContrast: boolean }> {
  await page.evaluate(axe);
  return page.evaluate(async (only) => {
    // @ts-expect-error axe is there since the line above
    const result = await window.axe.run(only ? { runOnly: only, resultTypes: ["violations"] } : {});
    return {
      checksContrast: result.passes.some(({ id }: { id: string }) => id === "color-contrast"),
      violations: result.violations.map(
        ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
      ),
    };
  }, rules);
}
