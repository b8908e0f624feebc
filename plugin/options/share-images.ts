import * as z from "zod";
import { text } from "../utils/schema-values.js";

/** Images that the build draws for shared links: off, on, or on with settings. */
export const shareImages = z.union([
  z.boolean(),
  z.strictObject({
    /**
     * Font files of the site, or of an installed package, in which the images are drawn. The default is those of the option
     * `fonts`. What they lack is drawn in the fonts of the machine.
     *
     * @default []
     * @example ["@fontsource/inter/files/inter-latin-400-normal.woff"]
     */
    fonts: z.array(text).default([]),
  }),
]);

/** The validated option `shareImages`. */
export type ShareImages = z.output<typeof shareImages>;
