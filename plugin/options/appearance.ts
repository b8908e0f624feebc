import * as z from "zod";
import { isFontName } from "../utils/css-fonts.js";
import { file, isExternal, text } from "../utils/schema-values.js";

/** Design tokens by name. Their names and kinds come from the SCSS; see `resolveAppearance`. */
export const tokens = z.record(z.string(), z.union([z.string(), z.number()]));

/** Width of the text: 560 px or 810 px. */
export const pageWidth = z.enum(["normal", "large"]);

/** How much of the owner's header a page has. */
export const headerSizes = ["full", "small", "none"] as const;

const weightError = 'must be a weight such as 400, or for a variable font its range such as "100 900"';

const isWeight = (weight: number): boolean => weight >= 1 && weight <= 1000;

const weight = z
  .union([z.number(), z.string().trim()])
  .transform(String)
  .refine((value) => /^\d{1,4}( \d{1,4})?$/.test(value) && value.split(" ").map(Number).every(isWeight), {
    error: weightError,
  });

/** A font file of the site. */
const font = z.strictObject({
  /** Name of the font family. @example "Inter" */
  family: text.refine(isFontName, {
    error: 'must be the name of a font such as "Inter", with letters, digits and spaces',
  }),

  /** Font file of the site, best as WOFF2. @example "assets/inter.woff2" */
  src: file.refine((value) => !isExternal(value) && /\.(woff2?|ttf|otf)$/i.test(value), {
    error:
      'must be a file of the site such as "assets/inter.woff2" (.woff2, .woff, .ttf or .otf), since another host could track your readers',
  }),

  /** Weight of the font, or the range of weights of a variable font. @default 400 @example "100 900" */
  weight: weight.optional(),

  /** Style of the font. @default "normal" */
  style: z.enum(["normal", "italic"]).default("normal"),

  /** What the font is used for: text (`sans`), code (`mono`) or headings (`heading`). @default "sans" */
  use: z.enum(["sans", "mono", "heading"]).default("sans"),
});

/** Fonts of the site, with one entry for each file. */
export const fonts = z.array(font);

/** A validated font of the site. */
export type Font = z.output<typeof font>;
