import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugin/eleventy/api.ts";
import { addKramdown } from "../../plugin/jekyll/kramdown/index.ts";
import { addHighlighting } from "../../plugin/markdown/index.ts";
import { comparable } from "../tools/kramdown/compare.ts";

// The cases of the fixture, with the HTML that Jekyll makes. To add one, add its source, and run tests/tools/kramdown/record.rb.

interface Case {
  readonly source: string;
  readonly options?: Record<string, unknown>;
  readonly html: string;
}

const file = new URL("../fixtures/kramdown.json", import.meta.url);
const kinds = JSON.parse(readFileSync(file, "utf8")) as Record<string, readonly Case[]>;
const test = suite("kramdown as Jekyll has it");

function render({ source, options }: Case): string {
  const md = new MarkdownIt({ html: true }).disable("code");
  const config = {
    amendLibrary: (_: string, amend: (library: MarkdownIt) => void) => amend(md),
  } as unknown as EleventyConfig;
  addHighlighting(config);
  addKramdown(config, { kramdown: options });
  return md.render(source, {});
}

for (const [kind, cases] of Object.entries(kinds)) {
  test(kind, () => {
    const failures = cases.flatMap((each) => {
      const html = comparable(render(each), each.source);
      const expected = comparable(each.html, each.source);
      return html === expected ? [] : [{ source: each.source, options: each.options, html, expected }];
    });
    assert.equal(failures, []);
  });
}

test.run();
