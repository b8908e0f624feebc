import { statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isWholeImage } from "../../plugin/utils/whole-image.ts";
import { config, Site } from "../support/site.ts";
import { bytesOf } from "../support/whole-site.ts";

// A build that is stopped, or a full disk, can leave files empty or without their end. The next build writes them again.

const test = suite("incomplete files of the output");

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="21"><path fill="red" d="M0 0h40v21H0z"/></svg>\n';

const image = sharp({ create: { width: 700, height: 300, channels: 3, background: "#4b0082" } });

const cuts: Record<string, (file: string) => void> = {
  emptied: (file) => truncateSync(file, 0),
  "cut in half": (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  "without the last byte": (file) => truncateSync(file, statSync(file).size - 1),
  "full of zeros": (file) => writeFileSync(file, Buffer.alloc(statSync(file).size)),
};

for (const [name, cut] of Object.entries(cuts)) {
  test(`${name}: every file is written again`, async () => {
    const site = new Site({
      "eleventy.config.js": config({
        title: "Hu",
        url: "https://hu.example",
        picture: "me (1).png",
        images: { formats: ["png", "webp", "avif", "jpeg"] },
      }),
      "assets/share.svg": svg,
      "assets/graph.png": "",
      "me (1).png": "",
      "index.md":
        "---\ntitle: Home\nlayout: page\nimage: /assets/share.svg\n---\n![a graph](/assets/graph.png)\n",
      "publications.bib": "@article{a, title = {A}, journal = {J}, year = 2020, pdf = {a.pdf}}",
      "assets/pdf/a.pdf": "%PDF of several bytes",
    });
    for (const file of ["assets/graph.png", "me (1).png"])
      writeFileSync(path.join(site.folder, file), await image.png().toBuffer());
    try {
      const output = path.join(site.folder, "_site");
      await site.built();
      const expected = bytesOf(output);
      const files = Object.keys(expected);
      for (const kind of [
        /icon-\w+-32\.png$/,
        /share-/,
        /pictures.*webp$/,
        /pictures.*avif$/,
        /a\.pdf$/,
        /\.css$/,
        /me \(1\)/,
      ])
        assert.ok(
          files.some((file) => kind.test(file)),
          String(kind),
        );
      // A copy of the right size and age is not read again.
      const made = files.filter((file) => name !== "full of zeros" || /icon-|share-|pictures/.test(file));
      for (const file of made) cut(path.join(output, file));
      await site.built();
      const again = bytesOf(output);
      assert.equal(
        files.filter((file) => again[file] !== expected[file]),
        [],
      );
    } finally {
      site.remove();
    }
  });
}

const formats: Record<string, () => Promise<Buffer>> = {
  png: () => image.clone().png().toBuffer(),
  jpeg: () => image.clone().jpeg().toBuffer(),
  webp: () => image.clone().webp().toBuffer(),
  "webp without loss": () => image.clone().webp({ lossless: true }).toBuffer(),
  avif: () => image.clone().avif().toBuffer(),
  gif: () => image.clone().gif().toBuffer(),
};

for (const [format, make] of Object.entries(formats)) {
  test(`an image is complete with its last byte only: ${format}`, async () => {
    const bytes = await make();
    const site = new Site();
    const file = path.join(site.folder, "image");
    const isWhole = (content: Buffer): boolean => {
      writeFileSync(file, content);
      return isWholeImage(file);
    };
    try {
      assert.is(isWhole(bytes), true);
      for (const length of [0, 1, 4, 8, 12, 15, 16, 20, Math.floor(bytes.length / 2), bytes.length - 1])
        assert.is(isWhole(bytes.subarray(0, length)), false, `${length} of ${bytes.length} bytes`);
      assert.is(isWholeImage(path.join(site.folder, "none")), false);
    } finally {
      site.remove();
    }
  });
}

test.run();
