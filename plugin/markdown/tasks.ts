import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";

// In the markup of kramdown and GitHub, whose class names sites style.

/**
 * Renders task lists: items that start with `[ ]` or `[x]`.
 *
 * @see https://github.github.com/gfm/#task-list-items-extension-
 */
export function useTasks(md: MarkdownIt): void {
  md.core.ruler.after("block", "indigo_tasks", ({ tokens }) => {
    const lists: Token[] = [];
    for (const [index, token] of tokens.entries()) {
      if (/_list_open$/.test(token.type)) lists.push(token);
      if (/_list_close$/.test(token.type)) lists.pop();
      const item = tokens[index - 2];
      if (token.type !== "inline" || item?.type !== "list_item_open") continue;
      // As on GitHub, only the items with a box are tasks.
      if (/^\[[ xX]\]\s/.test(token.content)) takeTaskBox(token, item, lists.at(-1));
    }
  });
  md.core.ruler.after("inline", "indigo_task_boxes", (state) => {
    for (const token of state.tokens) if (token.type === "inline") addTaskBox(token, state);
  });
}

/**
 * Removes the box from a task list item such as `[x] text`, and adds kramdown's classes to item and list.
 *
 * @param list - The list that contains the item.
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export function takeTaskBox(inline: Token, item: Token, list: Token | undefined): void {
  const box = /^\[([ xX])\]\s+/.exec(inline.content);
  if (!box) {
    // As in kramdown, the items after a task are tasks for a style sheet.
    if (/\btask-list\b/.test(list?.attrGet("class") ?? "")) item.attrJoin("class", "task-list-item");
    return;
  }
  inline.content = inline.content.slice(box[0].length);
  inline.meta = { ...inline.meta, task: box[1] === " " ? "open" : "done" };
  item.attrJoin("class", "task-list-item");
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
