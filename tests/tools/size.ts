import path from "node:path";
import { gzipSync } from "node:zlib";
import { launchBrowser, withPage } from "../support/browser.ts";
import { exampleKinds, type Kinds, sectionKinds } from "../support/page-kinds.ts";
import { serve } from "../support/server.ts";

// Measures a page of each kind on the first visit of a browser: HTML, styles and scripts in kB, raw and gzipped; the number of
// requests, including images and icons, and the number of other hosts.

/** The measured home page of the original theme's own site. */
const original = ["Indigo on Jekyll", "67.6", "12.8", "", "", "", "", "", "2"];

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

/** Returns the raw and gzipped size of all files of a type. Each file is compressed separately, as by hosts. */
function sizes(files: readonly { type: string; body: Buffer }[], type: string): string[] {
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
    for (const [kind, url] of Object.entries(pages)) {
      await withPage(browser, {}, async (page) => {
        const requested: string[] = [];
        const files: Promise<{ type: string; body: Buffer }>[] = [];
        page.on("request", (request) => requested.push(request.url()));
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
        await page.goto(server.url + url, { waitUntil: "networkidle" });
        const loaded = await Promise.all(files);
        const others = new Set(requested.map((each) => new URL(each).origin));
        others.delete(new URL(server.url).origin);
        others.delete(origin);
        rows.push([
          kind,
          ...["document", "stylesheet", "script"].flatMap((type) => sizes(loaded, type)),
          String(requested.length),
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
