import { closeBracket, openBracket } from "../../csl/rich-text.js";

/** Returns text with brackets that are no markup. */
export const literal = (text: string): string =>
  text
    .replace(/\p{Co}/gu, "")
    .replaceAll("<", openBracket)
    .replaceAll(">", closeBracket);
