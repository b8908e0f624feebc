import path from "node:path";
import { inspect } from "../support/axe.ts";
import { answer, launchBrowser, views, withPage } from "../support/browser.ts";
import { exampleKinds, type Kinds, sectionKinds } from "../support/page-kinds.ts";
import { serve } from "../support/server.ts";

// What axe-core finds on a page of each kind, in every width and colour scheme that the tests have. Ends with 1 where it
// finds something.

const browser = await launchBrowser();
const findings: string[] = [];

async function inspectSite({ make, origin, pages }: Kinds): Promise<void> {
  const site = make();
  const output = path.join(site.folder, "_site");
  const server = await serve(output);
  try {
    await site.built();
    for (const [kind, address] of Object.entries(pages)) {
      const counts: number[] = [];
      for (const view of views) {
        await withPage(browser, view, async (page) => {
          await answer(page, origin, output);
          await page.goto(server.url + address);
          const { violations, checksContrast } = await inspect(page);
          const found = checksContrast ? violations : [...violations, "contrast was not checked"];
          counts.push(found.length);
          const { viewport, colorScheme } = view;
          findings.push(...found.map((what) => `/${address}, ${viewport.width} px, ${colorScheme}: ${what}`));
        });
      }
      process.stdout.write(`| ${kind} | /${address} | ${counts.join(" | ")} |\n`);
    }
  } finally {
    await server.close();
    site.remove();
  }
}

try {
  const columns = views.map(({ viewport, colorScheme }) => `${viewport.width} px ${colorScheme}`);
  process.stdout.write(
    `| page | address | ${columns.join(" | ")} |\n| --- | ---${" | ---:".repeat(views.length)} |\n`,
  );
  for (const kinds of [exampleKinds, sectionKinds]) await inspectSite(kinds);
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  if (findings.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
}
