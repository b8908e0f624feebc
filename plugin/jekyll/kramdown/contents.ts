import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { offsetHeading } from "./headings.js";
import { optionsOf } from "./options.js";

/**
 * Replaces the first list with `{:toc}` by a table of contents. kramdown too has one in a document.
 *
 * @see https://kramdown.gettalong.org/converter/html.html#toc
 */
export function fillContents(state: StateCore): void {
  fillList(state);
  const options = optionsOf(state.env);
  for (const token of state.tokens)
    if (/^heading_(open|close)$/.test(token.type)) offsetHeading(token, options);
}

/** Replaces the list. */
function fillList(state: StateCore): void {
  const index = state.tokens.findIndex(({ meta, type }) => meta?.toc && /_list_open$/.test(type));
  const open = state.tokens[index];
  if (!open) return;
  const end = state.tokens.findIndex(
    (token, at) => at > index && token.level === open.level && token.nesting === -1,
  );
  if (open.attrGet("id") === null) open.attrSet("id", "markdown-toc");
  const token = new state.Token("html_block", "", 0);
  token.content = contents(state, open);
  state.tokens.splice(index, end - index + 1, token);
}

/** Returns the headings as a nested list, without those with the class `no_toc`. */
function contents(state: StateCore, list: Token): string {
  const { renderer, options, utils } = state.md;
  const prefix = utils.escapeHtml(list.attrGet("id") ?? "");
  // The levels of open items. The first list stays open for the next heading, whatever its level.
  const levels: number[] = [];
  let out = "";
  let isOpen = false;
  const closeTo = (level: number) => {
    while ((levels.at(-1) ?? -1) >= level) {
      isOpen = false;
      levels.pop();
      out += (levels.at(-1) ?? -1) >= level ? `</li></${list.tag}>` : "</li>";
    }
  };
  state.tokens.forEach((token, index) => {
    const id = utils.escapeHtml(token.attrGet("id") ?? "");
    if (token.type !== "heading_open" || !id || /\bno_toc\b/.test(token.attrGet("class") ?? "")) return;
    const level = Number(token.tag.slice(1));
    if (!optionsOf(state.env).tocLevels.has(level)) return;
    const children = (state.tokens[index + 1]?.children ?? []).filter(
      (child) => !/^(link_|footnote_)/.test(child.type),
    );
    const title = renderer.renderInline(children, options, state.env);
    closeTo(level);
    if (isOpen) out += `<${list.tag}>`;
    isOpen = true;
    out += `<li><a href="#${id}" id="${prefix}-${id}">${title}</a>`;
    levels.push(level);
  });
  closeTo(0);
  return out ? `<${list.tag}${renderer.renderAttrs(list)}>${out}</${list.tag}>\n` : "";
}
