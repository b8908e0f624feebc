import * as z from "zod";
import { en } from "../i18n/strings/en.js";
import type { SomeStrings } from "../i18n/strings/types.js";
import { text } from "../utils/schema-values.js";

const optional = (words: object): z.ZodType =>
  z
    .strictObject(
      Object.fromEntries(
        Object.entries(words).map(([key, word]) => [key, typeof word === "string" ? text : optional(word)]),
      ),
    )
    .partial();

/** Words of the theme, each by the name that it has in `plugin/strings/en.ts`. All may be left out. */
export const strings = optional(en) as z.ZodType<SomeStrings, SomeStrings>;
