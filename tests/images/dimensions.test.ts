import path from "node:path";
import sharp from "sharp";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const svg = (size: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20" ${size}></svg>`;

test("pictures of the site have their size, and others stay as they are", async () => {
  const site = new Site({
    "eleventy.config.js": config(
      { title: "Hu" },
      'eleventyConfig.addPassthroughCopy("img"); eleventyConfig.addPassthroughCopy({ static: "/" }); return { pathPrefix: "/sub/" };',
    ),
    "img/a b.svg": svg('width="30" height="20"'),
    "img/fluid.svg": svg('width="100%"'),
    "img/broken.png": "no picture",
    "notes/one.md": page(
      "One",
      [
        "![A](</img/a b.svg>) ![B](../../img/turned.jpg) ![C](/from-static.png)",
        "![D](/img/fluid.svg) ![E](/img/broken.png) ![F](https://example.com/img/turned.jpg) ![G](/img/gone.png)",
        '<img src="/from-static.png" alt="H" width="5"> <img src="/from-static.png" alt="I > J">',
      ].join("\n\n"),
    ),
    "static/keep.txt": "",
  });
  const picture = sharp({ create: { width: 40, height: 10, channels: 3, background: "#4b0082" } });
  await picture
    .clone()
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toFile(path.join(site.folder, "img/turned.jpg"));
  await picture.clone().png().toFile(path.join(site.folder, "static/from-static.png"));
  const html = (await site.builtInProcess()).read("notes/one/index.html");
  site.remove();
  const sizes = [...html.matchAll(/<img (?:[^">]|"[^"]*")*>/g)].map(([tag]) => {
    const value = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
    return `${value("alt")} ${value("width")} ${value("height")}`.trim();
  });
  assert.equal(sizes, ["A 30 20", "B 10 40", "C 40 10", "D", "E", "F", "G", "H 5", "I > J 40 10"]);
});

test.run();
