import * as z from "zod";
import { en } from "../i18n/strings/en.js";
import type { SomeStrings } from "../i18n/strings/types.js";
import { text } from "../utils/schema-values.js";

const optional = (strings: object): z.ZodType =>
  z
    .strictObject(
      Object.fromEntries(
        Object.entries(strings).map(([key, value]) => [
          key,
          typeof value === "string" ? text : optional(value),
        ]),
      ),
    )
    .partial();

/** UI strings by their names in `plugin/i18n/strings/en.ts`. All of them are optional. */
export const strings = optional(en) as z.ZodType<SomeStrings, SomeStrings>;
