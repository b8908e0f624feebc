import * as z from "zod";
import { isFontName } from "../utils/css-fonts.js";
import { file, isExternal, text } from "../utils/schema-values.js";

/** Design tokens by name. Which ones there are, and of what kind, the SCSS says: see `resolveAppearance`. */
export const tokens = z.record(z.string(), z.union([z.string(), z.number()]));

const weights = 'must be a weight such as 400, or for a variable font its range such as "100 900"';

const isWeight = (weight: number): boolean => weight >= 1 && weight <= 1000;

const weight = z
  .union([z.number(), z.string().trim()])
  .transform(String)
  .refine((value) => /^\d{1,4}( \d{1,4})?$/.test(value) && value.split(" ").map(Number).every(isWeight), {
    error: weights,
  });

/** A font of the site's own. */
const font = z.strictObject({
  /** What the font is called. @example "Inter" */
  family: text.refine(isFontName, {
    error: 'must be the name of a font such as "Inter", of letters, digits and spaces',
  }),

  /** Its file in the site, best as WOFF2. @example "assets/inter.woff2" */
  src: file.refine((value) => !isExternal(value) && /\.(woff2?|ttf|otf)$/i.test(value), {
    error:
      'must be a file of the site such as "assets/inter.woff2" (.woff2, .woff, .ttf or .otf), since another host would learn of every reader',
  }),

  /** Its weight, or from which to which a variable font goes. @default 400 @example "100 900" */
  weight: weight.optional(),

  /** @default "normal" */
  style: z.enum(["normal", "italic"]).default("normal"),

  /** What is set in it: text, code or headings. @default "sans" */
  use: z.enum(["sans", "mono", "heading"]).default("sans"),
});

/** Fonts of the site's own: one entry for each file. */
export const fonts = z.array(font);

/** A font of the site's own, checked. */
export type Font = z.output<typeof font>;
