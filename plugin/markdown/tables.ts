import type MarkdownIt from "markdown-it";

const classes: Readonly<Record<string, string>> = {
  "text-align:left": "text-start",
  "text-align:center": "text-center",
  "text-align:right": "text-end",
};

/**
 * Lets a column of a table be aligned by a class, where markdown-it has a style in an attribute, which a strict content
 * policy blocks. Left is where a line starts, as in a language written from right to left it has to be.
 */
export function useTableClasses(md: MarkdownIt): void {
  for (const type of ["th_open", "td_open"]) {
    const own = md.renderer.rules[type];
    md.renderer.rules[type] = (tokens, index, options, env, renderer) => {
      const token = tokens[index];
      const name = classes[token?.attrGet("style") ?? ""];
      if (token?.attrs && name) {
        token.attrs = token.attrs.filter(([attribute]) => attribute !== "style");
        token.attrJoin("class", name);
      }
      return own?.(tokens, index, options, env, renderer) ?? renderer.renderToken(tokens, index, options);
    };
  }
}
