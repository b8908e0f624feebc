import path from "node:path";
import { inspect } from "../support/axe.ts";
import { answer, launchBrowser, views, withPage } from "../support/browser.ts";
import { allKinds, type Kinds } from "../support/page-kinds.ts";
import { serve } from "../support/server.ts";

// Runs axe-core on a page of each kind, in every width and color scheme of the tests. Exits with code 1 if there are
// violations.

const browser = await launchBrowser();
const findings: string[] = [];

async function inspectSite({ make, origin, pages }: Kinds): Promise<void> {
  const site = make();
  const output = path.join(site.folder, "_site");
  const server = await serve(output);
  try {
    await site.built();
    for (const [kind, url] of Object.entries(pages)) {
      const counts: number[] = [];
      for (const view of views) {
        await withPage(browser, view, async (page) => {
          await answer(page, origin, output);
          await page.goto(server.url + url);
          const { violations, checksContrast } = await inspect(page);
          const messages = checksContrast ? violations : [...violations, "contrast was not checked"];
          counts.push(messages.length);
          const { viewport, colorScheme } = view;
          findings.push(
            ...messages.map((message) => `/${url}, ${viewport.width} px, ${colorScheme}: ${message}`),
          );
        });
      }
      process.stdout.write(`| ${kind} | /${url} | ${counts.join(" | ")} |\n`);
    }
  } finally {
    await server.close();
    site.remove();
  }
}

try {
  const columns = views.map(({ viewport, colorScheme }) => `${viewport.width} px ${colorScheme}`);
  process.stdout.write(
    `| page | URL | ${columns.join(" | ")} |\n| --- | ---${" | ---:".repeat(views.length)} |\n`,
  );
  for (const kinds of allKinds) await inspectSite(kinds);
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  if (findings.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
}
