import * as z from "zod";
import { text } from "../utils/schema-values.js";

const isCommand = (name: string): boolean => /^\\([a-zA-Z]+|[^a-zA-Z\s])$/.test(name);

const macros = z.record(z.string(), z.string()).superRefine((value, context) => {
  for (const name of Object.keys(value).filter((key) => !isCommand(key))) {
    const message = 'must have the name of a command, such as "\\R"';
    context.addIssue({ code: "custom", path: [name], message });
  }
});

/** Whether `$…$` is a formula in a Jekyll site: everywhere, or on pages whose front matter has a field. */
const dollars = z.union([z.boolean(), text, z.array(text).min(1)]);

export type DollarFormulas = z.output<typeof dollars>;

/** Formulas: on, off, or on with LaTeX macros of the site, by name with the backslash, and a font of its own. */
export const math = z.union([
  z.boolean(),
  z.strictObject({ macros: macros.default({}), dollars: dollars.optional(), font: text.optional() }),
]);

/** Blocks of code in Eleventy's Markdown. */
export const code = z.strictObject({
  /** Whether lines have numbers if the block does not say so. */
  lineNumbers: z.boolean().default(false),
});

const imageSettings = z.strictObject({
  /** Widths of an image in pixels, up to its own. The default is the width of the column, and twice that. */
  widths: z.array(z.int().min(1)).min(1).optional(),

  /** Formats of an image; `auto` is its own. The default is `["webp", "auto"]`. */
  formats: z
    .array(z.enum(["avif", "webp", "jpeg", "png", "auto"]))
    .min(1)
    .optional(),

  /** Value of the HTML attribute `sizes`. The default is the width of the column. */
  sizes: text.optional(),
});

/** Responsive images: off, on, or on with settings. */
export const images = z.union([z.boolean(), imageSettings]);

/** Validated settings of responsive images. */
export type ImageSettings = z.output<typeof imageSettings>;

/** Where a table of contents or footnotes stand on wide screens. */
export const side = "side";

/** Table of contents: off, on, or on and beside the text on wide screens. */
export const toc = z.literal([true, false, side]);

/** Where footnotes are shown: after the text, or beside it on wide screens. */
export const footnotes = z.enum(["end", side]);

/** Players of other hosts: none, all, or those of some hosts. */
export const embeds = z.union([z.boolean(), z.array(text)]);

/** The validated option `embeds`. */
export type Embeds = z.output<typeof embeds>;
