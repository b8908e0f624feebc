import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite("sites whose output Jekyll has made");

const folder = path.join(import.meta.dirname, "../fixtures/jekyll-4.3.1/sites");
const layouts = `\nexport const config = { dir: { layouts: "_layouts" } };\n`;

/** Returns a text without the spaces that differ between Jekyll and Eleventy: at the ends of files. */
const trimmed = (text: string): string => text.trim();

for (const name of readdirSync(folder)) {
  test(path.parse(name).name, async () => {
    const { files, output } = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Record<
      "files" | "output",
      Record<string, string>
    >;
    const site = new Site({
      "eleventy.config.js": `${config({ config: "_config.yml", blog: false, projects: false })}${layouts}`,
      ...files,
    });
    try {
      await site.built();
      const made = new Set(site.files());
      for (const [file, text] of Object.entries(output)) {
        assert.ok(made.has(file), `${file} is missing`);
        assert.is(trimmed(site.read(file)), trimmed(text), file);
      }
    } finally {
      site.remove();
    }
  });
}

test.run();
