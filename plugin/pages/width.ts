import type { Warn } from "../eleventy/warnings.js";
import { pageWidth } from "../options/appearance.js";
import type { Site } from "../options/site.js";
import { templateName } from "../utils/errors.js";

/** A page, its kind and its front matter `width`. */
interface SizedPage {
  page: { inputPath: string };
  kind: string;
  own: unknown;
}

/** Returns the width of a page's text: that of the page itself, of its kind, or of the site. */
export function widthOf({ page, kind, own }: SizedPage, { widths, width }: Site, warn: Warn): string {
  const result = pageWidth.safeParse(own);
  if (result.success) return result.data;
  if (own !== undefined && own !== null) {
    warn(
      `field "width" in ${templateName(page.inputPath)} must be "normal" or "large", but it is ${JSON.stringify(own)}; the page has the width of its kind.`,
    );
  }
  return widths[kind] ?? width;
}
