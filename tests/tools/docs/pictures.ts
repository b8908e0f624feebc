import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { answer, launchBrowser, withPage } from "../../support/browser.ts";
import { exampleKinds, type Kinds, sectionKinds } from "../../support/page-kinds.ts";
import { serve } from "../../support/server.ts";
import { root, Site } from "../../support/site.ts";

// Takes the pictures of the documentation, in light and dark: those of docs/tour.md, which git has, and those of the gallery,
// which the site of the documentation shows if they are there.

const schemes = ["light", "dark"] as const;
const viewport = { width: 1000, height: 640 };

/** The width of a picture in pixels, and the quality of WebP. */
const width = 720;
const quality = 70;

/** A research group, whose people and talks are in the tour. */
const group: Kinds = {
  make: () => Site.copyOf("tests/fixtures/research-group"),
  origin: "https://group.example.org",
  pages: { people: "people/", talks: "talks/" },
};

/** The pictures of the tour: the site and the page of each. */
const tour: [Kinds, Readonly<Record<string, string>>][] = [
  [exampleKinds, { home: "", publications: "publications/", writing: "a-tour-of-indigo/" }],
  [group, { people: "people/", talks: "talks/" }],
];

/** Returns the pages of a site in a color scheme, as PNG files by name. */
async function picture(
  browser: Browser,
  kinds: Kinds,
  output: string,
  url: string,
): Promise<Record<(typeof schemes)[number], Buffer>> {
  const shots: Buffer[] = [];
  for (const colorScheme of schemes)
    await withPage(browser, { viewport, colorScheme }, async (page) => {
      await answer(page, kinds.origin, output);
      await page.goto(url);
      shots.push(await page.screenshot());
    });
  return { light: shots[0] as Buffer, dark: shots[1] as Buffer };
}

/** Writes one picture of two halves: the page in light at the left, and in dark at the right. */
async function writeHalves(light: Buffer, dark: Buffer, file: string): Promise<void> {
  const half = { left: viewport.width / 2, top: 0, width: viewport.width / 2, height: viewport.height };
  const right = await sharp(dark).extract(half).toBuffer();
  const joined = await sharp(light)
    .composite([{ input: right, left: half.left, top: 0 }])
    .png()
    .toBuffer();
  await sharp(joined).resize(width).webp({ quality }).toFile(file);
}

const folders = { tour: path.join(root, "docs/images"), gallery: path.join(root, "docs/gallery") };
for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });

const browser = await launchBrowser();
try {
  for (const kinds of [exampleKinds, sectionKinds, group]) {
    const site = kinds.make();
    const output = path.join(site.folder, "_site");
    await site.built();
    const server = await serve(output);
    const ofTour = Object.entries(tour.find(([each]) => each === kinds)?.[1] ?? {});
    for (const [name, url] of ofTour) {
      const { light, dark } = await picture(browser, kinds, output, server.url + url);
      await writeHalves(light, dark, path.join(folders.tour, `${name}.webp`));
    }
    for (const [name, url] of kinds === group ? [] : Object.entries(kinds.pages)) {
      const shots = await picture(browser, kinds, output, server.url + url);
      for (const scheme of schemes)
        await sharp(shots[scheme])
          .resize(width)
          .webp({ quality })
          .toFile(path.join(folders.gallery, `${name.replaceAll(" ", "-")}-${scheme}.webp`));
      process.stdout.write(`${name}\n`);
    }
    await server.close();
    site.remove();
  }
} finally {
  await browser.close();
}
