import path from "node:path";
import { gzipSync } from "node:zlib";
import { launchBrowser, withPage } from "../support/browser.ts";
import { exampleKinds, type Kinds, sectionKinds } from "../support/page-kinds.ts";
import { serve } from "../support/server.ts";

// What a page of each kind weighs, as a browser loads it for the first time: HTML, styles and scripts in kB, as they are and
// gzipped; how many requests it makes, with pictures and icons, and how many hosts but the site's own it asks.

/** The home page of the original theme's own site, as it was measured there. */
const original = ["Indigo on Jekyll", "67.6", "12.8", "", "", "", "", "", "2"];

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

/** What of a page's weight has this type: its size as it is and gzipped, file by file as a host sends it. */
function weight(files: readonly { type: string; body: Buffer }[], type: string): string[] {
  const bodies = files.filter((file) => file.type === type).map(({ body }) => body);
  const sum = (of: (body: Buffer) => number): number => bodies.reduce((total, body) => total + of(body), 0);
  return [kB(sum((body) => body.length)), kB(sum((body) => gzipSync(body).length))];
}

const browser = await launchBrowser();

async function measure({ make, origin, pages }: Kinds): Promise<string[][]> {
  const site = make();
  const rows: string[][] = [];
  const server = await serve(path.join(site.folder, "_site"));
  try {
    await site.built();
    for (const [kind, address] of Object.entries(pages)) {
      await withPage(browser, {}, async (page) => {
        const asked: string[] = [];
        const files: Promise<{ type: string; body: Buffer }>[] = [];
        page.on("request", (request) => asked.push(request.url()));
        page.on("response", (response) => {
          const type = response.request().resourceType();
          const nothing = (): Buffer => Buffer.alloc(0);
          files.push(
            response.body().then(
              (body) => ({ type, body }),
              () => ({ type, body: nothing() }),
            ),
          );
        });
        await page.goto(server.url + address, { waitUntil: "networkidle" });
        const loaded = await Promise.all(files);
        const others = new Set(asked.map((url) => new URL(url).origin));
        others.delete(new URL(server.url).origin);
        others.delete(origin);
        rows.push([
          kind,
          ...["document", "stylesheet", "script"].flatMap((type) => weight(loaded, type)),
          String(asked.length),
          String(others.size),
        ]);
      });
    }
    return rows;
  } finally {
    await server.close();
    site.remove();
  }
}

try {
  const header = ["page", "HTML", "gzip", "CSS", "gzip", "script", "gzip", "requests", "other hosts"];
  const rows = [...(await measure(exampleKinds)), ...(await measure(sectionKinds)), original];
  for (const row of [header, ["---", ...header.slice(1).map(() => "---:")], ...rows]) {
    process.stdout.write(`| ${row.join(" | ")} |\n`);
  }
} finally {
  await browser.close();
}
