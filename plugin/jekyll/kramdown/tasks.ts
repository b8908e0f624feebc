import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";

/**
 * Removes the box from a task list item such as `[x] text`, and adds kramdown's classes to item and list.
 *
 * @param index - The index of `inline` in the tokens.
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export function takeTaskBox(inline: Token, item: Token, tokens: readonly Token[], index: number): void {
  const box = /^\[([ xX])\]\s+/.exec(inline.content);
  if (!box) return;
  inline.content = inline.content.slice(box[0].length);
  inline.meta = { ...inline.meta, task: box[1] === " " ? "open" : "done" };
  item.attrJoin("class", "task-list-item");
  const list = tokens
    .slice(0, index)
    .findLast((token) => token.level === item.level - 1 && /^(bullet|ordered)_list_open$/.test(token.type));
  if (list && !/\btask-list\b/.test(list.attrGet("class") ?? "")) list.attrJoin("class", "task-list");
}

/**
 * Adds a checkbox to the text of a task. Unlike kramdown with a label, since a checkbox needs an accessible name.
 *
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export function addTaskBox(inline: Token, state: StateCore): void {
  if (!inline.meta?.task) return;
  const raw = (content: string) => Object.assign(new state.Token("html_inline", "", 0), { content });
  const checked = inline.meta.task === "done" ? " checked" : "";
  const box = `<input type="checkbox" class="task-list-item-checkbox" disabled${checked}>`;
  inline.children = [raw(`<label>${box}`), ...(inline.children ?? []), raw("</label>")];
}
