import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import MarkdownIt from "markdown-it";
import { parse } from "yaml";
import type { EleventyConfig } from "../../../plugin/eleventy/api.ts";
import { addKramdown } from "../../../plugin/jekyll/kramdown/index.ts";
import { addHighlighting } from "../../../plugin/markdown/index.ts";
import { comparable } from "./compare.ts";
import { differences, otherOutput } from "./differences.ts";

// Compares the HTML of every test case of kramdown with what Jekyll makes of it, and prints a table by folder. Needs a checkout
// of kramdown's repository, and Ruby with kramdown-parser-gfm and rouge. With the name of a case, it prints both texts.

const [checkout, wanted] = process.argv.slice(2);
if (!checkout) {
  process.stderr.write(
    "Usage: npm run kramdown -- FOLDER [CASE], with a checkout of kramdown's repository\n",
  );
  process.exit(2);
}
const folder = path.join(checkout, "test/testcases");
const script = path.join(import.meta.dirname, "jekyll.rb");
const recorded = execFileSync("ruby", ["-I", path.join(checkout, "lib"), script, folder], {
  encoding: "utf8",
  maxBuffer: 100_000_000,
});
const expected = JSON.parse(recorded) as Record<string, string>;

/** Reads the options of a case. Ruby's symbols are texts. */
function optionsOf(name: string): Record<string, unknown> {
  const file = path.join(folder, `${name}.options`);
  const text = existsSync(file) ? readFileSync(file, "utf8").replace(/^(\s*):(?=\w)/gm, "$1") : "";
  const values = (parse(text.replace(/: :(?=\w)/g, ": ")) ?? {}) as Record<string, unknown>;
  // As in kramdown's own tests.
  return { auto_ids: false, ...values };
}

/** Renders a text as Eleventy does. */
function render(source: string, options: Record<string, unknown>): string {
  const md = new MarkdownIt({ html: true }).disable("code");
  const config = {
    amendLibrary: (_: string, amend: (library: MarkdownIt) => void) => amend(md),
  } as unknown as EleventyConfig;
  addHighlighting(config);
  addKramdown(config, { kramdown: options });
  if ("math_engine" in options) return md.render(source, {});
  const formula = (tex = ""): string => md.utils.escapeHtml(tex.trim());
  // As with a renderer of formulas.
  md.renderer.rules.math_inline = (tokens, index) => `$$${formula(tokens[index]?.content)}$$`;
  md.renderer.rules.math_block = (tokens, index, _options, _env, renderer) =>
    `<p${renderer.renderAttrs(tokens[index] as never)}>$$${formula(tokens[index]?.content)}$$</p>\n`;
  return md.render(source, {});
}

const folders = new Map<string, { equal: number; all: number; failures: string[] }>();
for (const [name, jekyll] of Object.entries(expected)) {
  if (Object.keys(otherOutput).some((start) => name.startsWith(start))) continue;
  if (wanted && name !== wanted) continue;
  const source = readFileSync(path.join(folder, `${name}.text`), "utf8");
  const html = render(source, optionsOf(name));
  const isEqual = comparable(html, source) === comparable(jekyll, source);
  const parent = name.split("/").slice(0, 2).join("/");
  const row = folders.get(parent) ?? { equal: 0, all: 0, failures: [] };
  folders.set(parent, row);
  row.all += 1;
  if (isEqual) row.equal += 1;
  else row.failures.push(path.basename(name));
  if (wanted) {
    process.stdout.write(`${source}\n--- Jekyll\n${jekyll}\n--- Eleventy\n${html}\n`);
    if (!isEqual)
      process.stdout.write(
        `--- Jekyll\n${comparable(jekyll, source)}\n--- Eleventy\n${comparable(html, source)}\n`,
      );
  }
}
if (!wanted) {
  process.stdout.write("| folder | equal | of | different |\n| --- | --: | --: | --- |\n");
  const total = { equal: 0, all: 0 };
  for (const [name, { equal, all, failures }] of folders) {
    total.equal += equal;
    total.all += all;
    process.stdout.write(`| ${name} | ${equal} | ${all} | ${failures.join(", ")} |\n`);
  }
  process.stdout.write(`| all | ${total.equal} | ${total.all} | |\n\nNot compared:\n`);
  for (const { reason } of differences) process.stdout.write(`- ${reason}.\n`);
}
