import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";

/** Returns the position of the first character of a line after its indentation. */
export const lineStart = (state: StateBlock, line: number): number =>
  (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);

/** Returns the text of a line without its indentation. */
export const lineText = (state: StateBlock, line: number): string =>
  state.src.slice(lineStart(state, line), state.eMarks[line] ?? 0);
