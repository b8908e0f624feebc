import * as z from "zod";
import { text } from "../utils/schema-values.js";

const isCommand = (name: string): boolean => /^\\([a-zA-Z]+|[^a-zA-Z\s])$/.test(name);

const macros = z.record(z.string(), z.string()).superRefine((given, context) => {
  for (const name of Object.keys(given).filter((name) => !isCommand(name))) {
    const message = 'must have the name of a command, such as "\\R"';
    context.addIssue({ code: "custom", path: [name], message });
  }
});

/** Formulas: on, off, or on with commands of the site's own, by their names with the backslash. */
export const math = z.union([z.boolean(), z.strictObject({ macros: macros.default({}) })]);

const imageSettings = z.strictObject({
  /** Widths in pixels that are made of a picture, as far as it has them. The default is the column's, once and twice. */
  widths: z.array(z.int().min(1)).min(1).optional(),

  /** Formats that are made; `auto` is the picture's own. The default is `["webp", "auto"]`. */
  formats: z
    .array(z.enum(["avif", "webp", "jpeg", "png", "auto"]))
    .min(1)
    .optional(),

  /** How wide a picture is shown, as the attribute `sizes` of HTML has it. The default is the column. */
  sizes: text.optional(),
});

/** Pictures in several sizes: off, on, or on with settings. */
export const images = z.union([z.boolean(), imageSettings]);

/** What of them an author may set. */
export type ImageSettings = z.output<typeof imageSettings>;
