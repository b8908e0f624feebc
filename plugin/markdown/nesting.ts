import type MarkdownIt from "markdown-it";
import type { Warn } from "../eleventy/warnings.js";
import { type PageEnvironment, sourceOfPage } from "./environment.js";

/** Warns of text that markdown-it leaves out, because quotes and lists in one another are too deep (`maxNesting`). */
export function useNestingWarning(md: MarkdownIt, warn: Warn): void {
  const { tokenize } = md.block;
  md.block.tokenize = function (state, start, end) {
    const { maxNesting: most = Number.POSITIVE_INFINITY } = md.options as { maxNesting?: number };
    if (state.level >= most && state.skipEmptyLines(start) < end) {
      warn(
        `${sourceOfPage(state.env as PageEnvironment)} has quotes and lists more than ${most} levels deep in one another; what is in them is left out.`,
      );
    }
    tokenize.call(this, state, start, end);
  };
}
