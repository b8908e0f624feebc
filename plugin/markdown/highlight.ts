import type { HLJSApi } from "highlight.js";
import type MarkdownIt from "markdown-it";
import type { EleventyConfig } from "../eleventy/api.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";
import { load } from "../utils/require.js";

// Loaded with `require` at first use, so that a site without code does not wait for the languages.

/**
 * The scopes of highlight.js by the class names of Rouge and Pygments, which Indigo's styles and those of many
 * sites are written for. A scope that is missing here gets no element of its own.
 *
 * @see https://highlightjs.readthedocs.io/en/latest/css-classes-reference.html
 * @see https://pygments.org/docs/tokens/
 */
const classNames: Readonly<Record<string, string>> = {
  addition: "gi",
  attr: "na",
  attribute: "na",
  built_in: "nb",
  bullet: "p",
  "char escape_": "se",
  code: "sb",
  comment: "c",
  deletion: "gd",
  doctag: "cs",
  emphasis: "ge",
  formula: "sx",
  keyword: "k",
  link: "sx",
  literal: "kc",
  meta: "cp",
  "meta prompt_": "gp",
  name: "nt",
  number: "m",
  operator: "o",
  property: "na",
  punctuation: "p",
  quote: "ge",
  regexp: "sr",
  section: "gh",
  "selector-attr": "na",
  "selector-class": "nc",
  "selector-id": "nn",
  "selector-pseudo": "nd",
  "selector-tag": "nt",
  string: "s",
  strong: "gs",
  subst: "si",
  symbol: "ss",
  tag: "nt",
  "template-tag": "cp",
  "template-variable": "nv",
  title: "nf",
  "title class_": "nc",
  "title class_ inherited__": "nc",
  type: "kt",
  variable: "nv",
  "variable constant_": "no",
  "variable language_": "bp",
};

/** What differs in a diff: the place of a change is a subheading there, the names of its files a heading. */
const diffClassNames: Readonly<Record<string, string>> = { ...classNames, meta: "gu", comment: "gh" };

/** Names that mean another language to Rouge than to highlight.js, or that only Rouge knows. */
const rougeNames: ReadonlyMap<string, string> = new Map([
  ["html+erb", "erb"],
  ["liquid", "django"],
  ["mysql", "sql"],
  ["octave", "matlab"],
  ["shell", "bash"],
  ["shell-session", "shell"],
  ["shell_session", "shell"],
  ["terminal", "shell"],
  ["viml", "vim"],
]);

/**
 * Code as HTML with an element for each word that has a colour.
 *
 * @param language - The language's name as Rouge or highlight.js knows it, in any case.
 * @returns What goes into `<code>`, escaped; `undefined` for a language that is not known.
 */
export function highlight(code: string, language: string): string | undefined {
  const asked = language.toLowerCase();
  const name = rougeNames.get(asked) ?? asked;
  if (!name) return undefined;
  let hljs = load("highlight.js/lib/common") as HLJSApi;
  if (!hljs.getLanguage(name)) hljs = load("highlight.js") as HLJSApi;
  if (!hljs.getLanguage(name)) return undefined;
  const { value } = hljs.highlight(code, { language: name, ignoreIllegals: true });
  return renameClasses(value, name === "diff" || name === "patch" ? diffClassNames : classNames);
}

/** The elements of highlight.js with other class names, without those that have none. Code itself has no `<` left. */
function renameClasses(html: string, names: Readonly<Record<string, string>>): string {
  const open: boolean[] = [];
  return html.replace(/<span class="([^"]*)">|<\/span>/g, (_, scope?: string) => {
    if (scope === undefined) return open.pop() ? "</span>" : "";
    const words = scope.replace(/^hljs-/, "").split(" ");
    const name = names[words.join(" ")] ?? names[words.slice(0, 2).join(" ")] ?? names[words[0] ?? ""];
    open.push(name !== undefined);
    return name ? `<span class="${name}">` : "";
  });
}

/**
 * A block of code with the markup of kramdown and Rouge. The block takes part in the tab order, since one that is
 * too wide is scrolled, and that has to work with the keyboard too.
 *
 * @param code - Any text.
 * @param language - The language's name; where it is empty or not known, the code stays plain.
 */
export function codeBlock(code: string, language: string): string {
  const html = highlight(code, language);
  const name = html === undefined ? "plaintext" : escapeHtml(language);
  return (
    `<div class="language-${name} highlighter-rouge"><div class="${classes.highlight}">` +
    `<pre class="${classes.highlight}" tabindex="0"><code>${html ?? escapeHtml(code)}</code></pre></div></div>`
  );
}

/**
 * A block of code with the markup of Jekyll's `{% highlight %}`. Markdown that is read after it keeps it whole: no
 * line in it is empty, as an empty line would end the HTML.
 *
 * @param code - Any text; line ends around it are dropped.
 * @param language - The language's name. One that is not known stays as the class, as in Jekyll.
 * @param linenos - Whether each line starts with its number, as a `<span class="lineno">`.
 */
export function highlightFigure(code: string, language: string, linenos = false): string {
  const name = language.toLowerCase();
  const text = code.replace(/\r\n?/g, "\n").replace(/^\n+|\n+$/g, "");
  let html = highlight(text, name) ?? escapeHtml(text);
  if (linenos) html = numberLines(html);
  const lines = html.replace(/^([ \t]*)\n/gm, "$1&#10;");
  const className = escapeHtml(name.replace(/\+/g, "-").replace(/\s+/g, "-"));
  return (
    `<figure class="${classes.highlight}"><pre tabindex="0"><code class="language-${className}" ` +
    `data-lang="${escapeHtml(name)}">${lines}</code></pre></figure>`
  );
}

/** Lines with their numbers in front, right-aligned; hidden from assistive technology, as they are not code. */
function numberLines(html: string): string {
  const lines = html.split("\n");
  const width = String(lines.length).length;
  return lines
    .map((line, index) => {
      const number = String(index + 1).padStart(width);
      return `<span class="lineno" aria-hidden="true">${number} </span>${line}`;
    })
    .join("\n");
}

/**
 * Makes Markdown's fenced and indented code use {@link codeBlock}. Where the author or another plugin has brought a
 * highlighter, that one stays in charge.
 */
export function addHighlighting(eleventyConfig: EleventyConfig): void {
  eleventyConfig.amendLibrary("md", useCodeBlocks);
}

/** Sets the rules for code of a Markdown library. Attributes, such as those of `{: .wide}`, go to the outer element. */
function useCodeBlocks(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const own = new (md.renderer.constructor as new () => MarkdownIt["renderer"])().rules;
  if (md.options.highlight || rules.fence !== own.fence) return;
  const render: NonNullable<typeof rules.fence> = (tokens, index, _options, _env, renderer) => {
    const token = tokens[index];
    if (!token) return "";
    const attributes = (token.attrs ?? []).filter(([name]) => name !== "class");
    const names = (token.attrGet("class") ?? "").split(/\s+/).filter(Boolean);
    const named = names.find((word) => word.startsWith("language-"))?.slice("language-".length);
    const block = codeBlock(token.content, named ?? languageOf(md.utils.unescapeAll(token.info)));
    const others = names
      .filter((word) => !word.startsWith("language-"))
      .map((word) => `${escapeHtml(word)} `);
    const rest = renderer.renderAttrs({ ...token, attrs: attributes } as typeof token);
    return `${block.replace(/^<div class="/, () => `<div${rest} class="${others.join("")}`)}\n`;
  };
  rules.fence = render;
  if (rules.code_block === own.code_block) rules.code_block = render;
}

/** The language that the line of a fence names: its first word, without kramdown's options after a question mark. */
function languageOf(info: string): string {
  return (info.trim().split(/\s+/)[0] ?? "").replace(/(?<=.)\?.*$/, "");
}
