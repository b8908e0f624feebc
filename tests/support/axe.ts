import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds on the page that is shown, and whether it looked at colours at all. */
export async function inspect(page: Page): Promise<{ violations: string[]; checksContrast: boolean }> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // @ts-expect-error axe is there since the line above
    const result = await window.axe.run();
    return {
      checksContrast: result.passes.some(({ id }: { id: string }) => id === "color-contrast"),
      violations: result.violations.map(
        ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
      ),
    };
  });
}
