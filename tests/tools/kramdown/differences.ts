import { emptyElements } from "../../../plugin/jekyll/kramdown/elements.ts";

/** A deliberate difference from Jekyll's HTML, which both sides of a comparison lose. */
export interface Difference {
  readonly reason: string;
  /** Changes the HTML of either side. */
  readonly apply: (html: string, source: string) => string;
}

/**
 * The deliberate differences from Jekyll's HTML. The comparison of documents also ignores how entities, void elements and the
 * white space between blocks are written, as a browser does.
 */
export const differences: readonly Difference[] = [
  {
    reason: "Formulas stay between $$ for Temml, which writes MathML; Jekyll has brackets for MathJax",
    apply: (html) =>
      html
        .replace(/<(div|p)([^>]*)>\s*\\\[([\s\S]*?)\\\]\s*<\/\1>|\\\[([\s\S]*?)\\\]/g, (...groups) => {
          const [, , attributes = "", inner, alone = ""] = groups as string[];
          return `<p${attributes}>$$${(inner ?? alone).trim()}$$</p>`;
        })
        .replace(/<span([^>]*)>\\\(([\s\S]*?)\\\)<\/span>|\\\(([\s\S]*?)\\\)/g, (...groups) => {
          const [, attributes, inner = "", alone] = groups as string[];
          return attributes ? `<span${attributes}>$$${inner}$$</span>` : `$$${alone ?? inner}$$`;
        })
        .replace(/\$\$([\s\S]*?)\$\$/g, (_, formula: string) => `$$${formula.trim()}$$`),
  },
  {
    reason: "Code is highlighted in the build by another highlighter, and can be scrolled by keyboard",
    apply: (html) =>
      html
        .replaceAll(' tabindex="0"', "")
        .replace(/(<code[^>]*>)([\s\S]*?)(<\/code>)/g, (_, open: string, code: string, close: string) => {
          return open + code.replace(/<\/?span[^>]*>/g, "") + close;
        })
        // A language that only one of them knows.
        .replace(
          /class="([\w -]*)language-\S+ ([\w -]*)highlighter-rouge"/g,
          'class="$1$2highlighter-rouge"',
        ),
  },
  {
    reason: "Code in a language that the highlighter does not know looks like other code",
    apply: (html) =>
      html.replace(
        /<pre([^>]*)><code class="language-[^"]*">([\s\S]*?)<\/code><\/pre>/g,
        (_, attributes: string, code: string) => {
          const names = /class="([^"]*)"/.exec(attributes)?.[1] ?? "";
          const classes = names.replace(/language-\S+/g, "").trim();
          const rest = attributes.replace(/ class="[^"]*"/, "");
          const div = `<div${rest} class="${classes} highlighter-rouge"><div class="highlight">`;
          return `${div}<pre class="highlight"><code>${code}</code></pre></div></div>`;
        },
      ),
  },
  {
    reason: "Aligned cells have a class, since a strict policy for scripts and styles blocks inline styles",
    apply: (html) =>
      html
        .replace(/ style="text-align: left"/g, ' class="text-start"')
        .replace(/ style="text-align: center"/g, ' class="text-center"')
        .replace(/ style="text-align: right"/g, ' class="text-end"'),
  },
  {
    reason: "Empty cells are empty, not spaces that screen readers announce",
    apply: (html) => html.replace(/(<t[dh][^>]*>)(?:&nbsp;|\u00a0)(<\/t[dh]>)/g, "$1$2"),
  },
  {
    reason: "Checkboxes of tasks have a label, which is their accessible name",
    apply: (html) =>
      html
        .replace(/<label>(<input type="checkbox"[^>]*>)([\s\S]*?)<\/label>/g, "$1$2")
        .replace(/="(disabled|checked)"/g, ""),
  },
  {
    reason:
      "Elements that end with /> get an end tag, as HTML knows no such elements and would leave them open",
    apply: (html) =>
      html.replace(
        /<([\w:-]+)((?:"[^"]*"|'[^']*'|[^"'<>])*?)\s*\/>/g,
        (tag, name: string, attributes: string) =>
          emptyElements.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
      ),
  },
  {
    reason: "A comment for authors, {::comment}, is not published",
    apply: (html, source) =>
      source.includes("{::comment") || source.includes("{:: comment")
        ? html.replace(/<!--[\s\S]*?-->/g, "")
        : html,
  },
  {
    reason: "The arrow of a footnote is text with U+FE0E, since systems show the bare one as an emoji",
    apply: (html) => html.replaceAll("\u21a9\ufe0e", "&#8617;"),
  },
];

/** Cases that are no Markdown of a Jekyll site, by the start of their names, with the reason. */
export const otherOutput: Readonly<Record<string, string>> = {
  "man/": "The converter is for manual pages",
};
