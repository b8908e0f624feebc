import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import type { EleventyConfig } from "../../eleventy/api.js";
import { escapeHtml } from "../../utils/html.js";
import { classes } from "../../utils/markup.js";
import { highlighterOf } from "./languages.js";
import { type CodeLook, codeElement, codeHead } from "./lines.js";

/**
 * The class names of Rouge and Pygments for the scopes of highlight.js. Indigo's styles, and those of many sites, are
 * written for these names. Scopes that are missing here get no element of their own.
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

/** The class names in a diff, where the place of a change is a subheading, and the file names a heading. */
const diffClassNames: Readonly<Record<string, string>> = { ...classNames, meta: "gu", comment: "gh" };

/** Names of languages that Rouge and highlight.js use differently, or that only Rouge has, with those of highlight.js. */
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
 * Highlights code: returns HTML with an element for each token that has a color.
 *
 * @param language - The language's name in Rouge or highlight.js, in any letter case.
 * @returns The content of `<code>`, escaped; undefined for an unknown language.
 */
export function highlight(code: string, language: string): string | undefined {
  const name = nameOf(language);
  const hljs = highlighterOf(name);
  if (!hljs) return undefined;
  const key = `${name}\n${code}`;
  const known = highlighted.get(key);
  if (known !== undefined) return known;
  const { value } = hljs.highlight(code, { language: name, ignoreIllegals: true });
  const html = renameClasses(value, name === "diff" || name === "patch" ? diffClassNames : classNames);
  if (highlighted.size >= maxHighlighted) highlighted.clear();
  highlighted.set(key, html);
  return html;
}

/** What is highlighted already: while a site is served, the same code comes again in each build. */
const highlighted = new Map<string, string>();

/** So much code is kept at most. */
const maxHighlighted = 1000;

/** Returns the name of a language in highlight.js. */
function nameOf(language: string): string {
  const lowerCase = language.toLowerCase();
  return rougeNames.get(lowerCase) ?? lowerCase;
}

/** Returns whether code in a language is highlighted. */
export const isLanguage = (language: string): boolean => highlighterOf(nameOf(language)) !== undefined;

/** Renames the classes of highlight.js; removes elements without a new name. The code has no `<`, as it is escaped. */
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
 * Returns a code block with the markup of kramdown and Rouge. It is in the tab order, so that one that is too wide can be
 * scrolled by keyboard.
 *
 * @param code - Any text.
 * @param language - The language's name; if it is empty or unknown, the code stays plain.
 * @param look - A title and caption, which make it a figure, and how its lines are shown.
 */
export function codeBlock(code: string, language: string, look: CodeLook = {}): string {
  const html = highlight(code, language);
  const name = html === undefined ? "plaintext" : escapeHtml(language);
  const head = codeHead(look);
  const tag = head ? "figure" : "div";
  const tabindex = look.wrap ? "" : ' tabindex="0"';
  return (
    `<${tag} class="language-${name} highlighter-rouge">${head}<div class="${classes.highlight}">` +
    `<pre class="${classes.highlight}"${tabindex}>${codeElement(html ?? escapeHtml(code), look)}</pre></div></${tag}>`
  );
}

/**
 * Returns a code block with the markup of Jekyll's `{% highlight %}`. It has no blank line, which would end the HTML in
 * Markdown.
 *
 * @param code - Any text; line breaks around it are dropped.
 * @param language - The language's name. An unknown one stays as the class, as in Jekyll.
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

/** Numbers the lines, right-aligned; the numbers are hidden from assistive technology, as they are not code. */
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

/** What the info string of a fence says, in addition to its language; see `code-fences.ts`. */
export interface FenceReader {
  /** Adds rules to a Markdown library. */
  use(md: MarkdownIt): void;
  /**
   * Returns the code of a token as it is shown.
   *
   * @param renderInline - Renders tokens of a text, such as a caption.
   */
  read(token: Token, env: unknown, renderInline: (tokens: Token[]) => string): ShownCode;
}

/** A block of code of Markdown. */
export interface ShownCode {
  code: string;
  /** The name of the language, if it is not the first word of the info string. */
  language?: string | undefined;
  look: CodeLook;
  /** The attributes of the outer element. */
  attributes: readonly [string, string][];
}

/**
 * Renders Markdown's fenced and indented code as {@link codeBlock}. A highlighter of the author's or of another plugin
 * takes precedence.
 *
 * @param reader - Reads more than the language from the info string, in Eleventy's Markdown.
 */
export function addHighlighting(eleventyConfig: EleventyConfig, reader?: FenceReader): void {
  eleventyConfig.amendLibrary("md", (md) => useCodeBlocks(md, reader));
}

/** Replaces the rules for code of a Markdown library. Attributes, such as those of `{: .wide}`, go to the outer element. */
function useCodeBlocks(md: MarkdownIt, reader: FenceReader | undefined): void {
  const { rules } = md.renderer;
  const own = new (md.renderer.constructor as new () => MarkdownIt["renderer"])().rules;
  if (md.options.highlight || rules.fence !== own.fence) return;
  const render: NonNullable<typeof rules.fence> = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    if (!token) return "";
    const read: ShownCode = reader?.read(token, env, (inline) =>
      renderer.renderInline(inline, options, env),
    ) ?? { code: token.content, look: {}, attributes: token.attrs ?? [] };
    const attributes = read.attributes.filter(([name]) => name !== "class");
    const names = read.attributes
      .flatMap(([name, value]) => (name === "class" ? value.split(/\s+/) : []))
      .filter(Boolean);
    const classLanguage = names.find((name) => name.startsWith("language-"))?.slice("language-".length);
    const language = classLanguage ?? read.language ?? languageOf(md.utils.unescapeAll(token.info));
    const block = codeBlock(read.code, language, read.look);
    const others = names
      .filter((name) => !name.startsWith("language-"))
      .map((name) => `${escapeHtml(name)} `);
    const rest = renderer.renderAttrs({ ...token, attrs: attributes } as typeof token);
    return `${block.replace(/^<(div|figure) class="/, (_, tag) => `<${tag}${rest} class="${others.join("")}`)}\n`;
  };
  rules.fence = render;
  if (rules.code_block === own.code_block) rules.code_block = render;
  reader?.use(md);
}

/** Returns the language of a fence: the first word of its info string, without kramdown's options after a question mark. */
function languageOf(info: string): string {
  return (info.trim().split(/\s+/)[0] ?? "").replace(/(?<=.)\?.*$/, "");
}
