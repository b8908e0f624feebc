import { suite } from "uvu";
import { failsToBuild } from "../support/fails.ts";
import { config } from "../support/site.ts";

const test = suite("bad input in what is written");

const fails = (name: string, files: Record<string, string>, ...messages: string[]): void =>
  void test(name, async () => void (await failsToBuild(files, messages)));

const badOptions = (name: string, options: unknown, ...messages: string[]): void =>
  fails(name, { "eleventy.config.js": config(options) }, ...messages);

badOptions(
  "options of a wrong type",
  { math: "yes", toc: 3, footnotes: "left", embeds: "all", images: "all", mermaid: {} },
  'option "math" in eleventy.config.js must be true or false or a group of named values, but it is "yes".',
  'option "toc" in eleventy.config.js must be one of true, false or "side", but it is 3.',
  'option "footnotes" in eleventy.config.js must be one of "end" or "side", but it is "left".',
  'option "embeds" in eleventy.config.js must be true or false or a list, but it is "all".',
  'option "images" in eleventy.config.js must be true or false or a group of named values, but it is "all".',
  'option "mermaid" in eleventy.config.js must be true or false, but it is {}.',
);
badOptions(
  "an unknown option of code, with the name that was meant",
  { code: { lineNumber: true } },
  'unknown option "code.lineNumber" in eleventy.config.js. Did you mean "lineNumbers"?',
);
badOptions(
  "an unknown option of formulas, with the name that was meant",
  { math: { macro: {} } },
  'unknown option "math.macro" in eleventy.config.js. Did you mean "macros"?',
);
badOptions(
  "a macro whose name is no command",
  { math: { macros: { R: "\\mathbb{R}" } } },
  'option "math.macros.R" in eleventy.config.js must have the name of a command, such as "\\R", but it is "\\\\mathbb{R}".',
);
badOptions(
  "widths and formats of pictures that are none",
  { images: { widths: ["wide"], formats: ["wepb"] } },
  'option "images.widths[0]" in eleventy.config.js must be a number, but it is "wide".',
  'option "images.formats[0]" in eleventy.config.js must be one of "avif", "webp", "jpeg", "png" or "auto", but it is "wepb". Did you mean "webp"?',
);

for (const [language, file] of [
  ["Markdown", "page.md"],
  ["Nunjucks", "page.njk"],
] as const) {
  fails(
    `a callout that there is not in ${language}, with the kind that was meant`,
    { [file]: '---\ntitle: T\n---\n{% callout "nota" %}x{% endcallout %}\n' },
    `{% callout "nota" %} in ${file} must be one of "note", "tip", "important", "warning" or "caution". Did you mean "note"?`,
  );
}

test.run();
