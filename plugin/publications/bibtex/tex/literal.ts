import { closeBracket, openBracket } from "../../csl/rich-text.js";

/** Returns text with brackets that are no markup. */
export const literal = (text: string): string =>
  text
    .replace(/\p{Co}/gu, "")
    .replaceAll("<", openBracket)
    .replaceAll(">", closeBracket);

/** Returns text whose only markup is `<sup>` and `<sub>` as CSL's markup. */
export const literalScripts = (text: string): string =>
  text
    .replace(/[\\{}]/g, "")
    .replace(/<(?!\/?su[bp]>)/g, openBracket)
    .replace(/(?<!<\/?su[bp])>/g, closeBracket);
