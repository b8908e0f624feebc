import { neighborsOf } from "./pages.js";

// What a repository host shows of the documentation, as the site shows it.

/** Files of the project that pages link, from the folder of the project, by what the site has instead. */
const projectPages = { "layouts/indigo/": "/parts/" };

/** Changes a Markdown library for the pages of the documentation. */
export function documentMarkdown(md) {
  md.core.ruler.after("block", "docs_samples", ({ tokens }) => {
    nameSamples(tokens);
    nameHeadings(tokens);
    dropComments(tokens);
  });
  md.core.ruler.after("inline", "docs_links", ({ tokens }) => {
    dropListOfParts(tokens);
    showColors(tokens);
    linkProject(tokens);
  });
  md.core.ruler.push("docs_neighbors", ({ tokens, env, inlineMode, Token }) => {
    if (!inlineMode) linkNeighbors(tokens, env, Token);
  });
}

/** Links the pages before and after at the end of a page. */
function linkNeighbors(tokens, env, Token) {
  const { previous, next } = neighborsOf(env.page?.inputPath?.replace("./", ""));
  const links = [
    previous && `<a rel="prev" href="${previous.url}">← ${previous.label}</a>`,
    next && `<a rel="next" href="${next.url}">${next.label} →</a>`,
  ].filter(Boolean);
  if (links.length === 0) return;
  const content = `<nav class="neighbors" aria-label="Pages before and after">${links.join("\n")}</nav>\n`;
  tokens.push(Object.assign(new Token("html_block", "", 0), { content }));
}

/** Shows the file of a sample above it: ```` ```md {file=about.md} ````. The other attributes are for the tests. */
function nameSamples(tokens) {
  for (const token of tokens) {
    if (token.type !== "fence") continue;
    const [language = ""] = /^\w+/.exec(token.info.trim()) ?? [];
    const [, file] = /\bfile=([\w./-]+)/.exec(token.info) ?? [];
    const isConfig = language === "js" && /^(?:eleventyConfig\.|export default )/m.test(token.content);
    const title = file ?? (isConfig ? "eleventy.config.js" : undefined);
    token.info = title ? `${language} title="${title}"` : language;
  }
}

/** Gives headings the ids of a repository host, to which pages link: `llms.txt` has the id `llmstxt`. */
function nameHeadings(tokens) {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const words = tokens[index + 1].content.toLowerCase();
    token.attrSet("id", words.replaceAll(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-"));
  }
}

/** Drops HTML comments, which hold samples that only tests read. */
function dropComments(tokens) {
  for (let index = tokens.length - 1; index >= 0; index--)
    if (tokens[index].type === "html_block" && /^\s*<!--.*-->\s*$/s.test(tokens[index].content))
      tokens.splice(index, 1);
}

/** Shows a color beside its code in a table, as an SVG, since the pages need no inline styles. */
function showColors(tokens) {
  let isTable = false;
  for (const token of tokens) {
    if (/^table_(?:open|close)$/.test(token.type)) isTable = token.type === "table_open";
    const [code, ...others] = isTable ? (token.children ?? []) : [];
    if (code?.type !== "code_inline" || others.length > 0 || !/^#[\da-f]{3,8}$/.test(code.content)) continue;
    const swatch = Object.assign(new code.constructor("html_inline", "", 0), {
      content: `<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><path fill="${code.content}" d="M0 0h1v1H0z"/></svg> `,
    });
    token.children = [swatch, code];
  }
}

/** Drops the list of the parts of a page, since the site shows it beside the text. */
function dropListOfParts(tokens) {
  const start = tokens.findIndex(({ type }) => type === "heading_close") + 1;
  if (tokens[start]?.type !== "bullet_list_open") return;
  const end = tokens.findIndex(
    ({ type, level }, index) => index > start && type === "bullet_list_close" && level === 0,
  );
  const texts = tokens.slice(start, end).filter(({ type }) => type === "inline");
  const isListOfParts = texts.every(
    ({ children }) => children?.[0]?.type === "link_open" && children[0].attrGet("href")?.startsWith("#"),
  );
  if (isListOfParts) tokens.splice(start, end - start + 1);
}

/** Links files of the project as text, which the site has in `/source/`. */
function linkProject(tokens) {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type !== "link_open") continue;
    const [, file] = /^\.\.\/([^#]+)/.exec(token.attrGet("href") ?? "") ?? [];
    if (file) token.attrSet("href", projectPages[file] ?? `/source/${file}.txt`);
  }
}
