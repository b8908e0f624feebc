import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("favicons");

const circle = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#00f"/></svg>\n`;

/** An image of one color. */
const plain = (width: number, background: string): Promise<Buffer> =>
  sharp({ create: { width, height: width, channels: 3, background } })
    .png()
    .toBuffer();

/** Makes a site with a picture, and returns it with a function that builds it anew and returns the favicon of 192 pixels. */
function siteWith(picture: string, files: Record<string, string> = {}) {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada Lovelace", picture: "me.svg" }),
    "index.md": page("Home"),
    "me.svg": picture,
    ...files,
  });
  site.link();
  const kept = path.join(site.folder, "node_modules/.cache/eleventy-plugin-indigo/icons");
  const names = (folder: string): string[] =>
    existsSync(folder) ? readdirSync(folder).filter((name) => /-192\.png$/.test(name)) : [];
  return {
    site,
    kept: () => names(kept).map((name) => path.join(kept, name)),
    async icon(): Promise<Buffer> {
      rmSync(path.join(site.folder, site.output), { recursive: true, force: true });
      const built = await site.build();
      assert.is(built.code, 0, built.output);
      const assets = path.join(site.folder, site.output, "assets");
      const [name = ""] = names(assets);
      return readFileSync(path.join(assets, name));
    },
  };
}

/** The color of the pixel in the middle. */
async function color(image: Buffer): Promise<number[]> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2.3) * info.width + Math.floor(info.width / 2.3)) * info.channels;
  return [...data.subarray(at, at + 3)];
}

test("the next build takes favicons from the one before, unless they are damaged or the picture is another", async () => {
  const { site, kept, icon } = siteWith(circle);
  try {
    assert.equal(await color(await icon()), [0, 0, 255]);
    const [file = ""] = kept();
    writeFileSync(file, await plain(192, "#f00"));
    assert.equal(await color(await icon()), [255, 0, 0], "it is taken");
    writeFileSync(file, (await plain(192, "#f00")).subarray(0, 60));
    assert.equal(await color(await icon()), [0, 0, 255], "half a file is made again");
    site.write({ "me.svg": circle.replace("#00f", "#0f0") });
    assert.equal(await color(await icon()), [0, 255, 0], "of the new picture");
  } finally {
    site.remove();
  }
});

test("an SVG that shows other files or text is read each time", async () => {
  for (const [inner, files] of [
    ['<image href="photo.png" width="9" height="9"/>', { "photo.png": "" }],
    ["<text>A</text>", {}],
    ["<style>@import 'a.css';</style>", {}],
    ['<rect width="9" height="9" fill="url(#a)"/>', {}],
  ] as const) {
    const { site, kept, icon } = siteWith(circle.replace("</svg>", `${inner}</svg>`), files);
    try {
      if ("photo.png" in files) writeFileSync(path.join(site.folder, "photo.png"), await plain(9, "#fff"));
      await icon();
      assert.equal(kept(), [], inner);
    } finally {
      site.remove();
    }
  }
});

test("a site without a folder of packages keeps nothing, nor one whose folder can't be written", async () => {
  const { site, icon } = siteWith(circle);
  try {
    const cache = path.join(site.folder, "node_modules/.cache");
    mkdirSync(path.dirname(cache), { recursive: true });
    writeFileSync(cache, "a file in its place");
    assert.equal(await color(await icon()), [0, 0, 255]);
    assert.is(readFileSync(cache, "utf8"), "a file in its place");
  } finally {
    site.remove();
  }
});

test.run();
