import type { Site } from "../options/site.js";
import { venueList } from "../options/venues.js";
import { configFileName } from "../utils/config-file-name.js";
import { IndigoError } from "../utils/errors.js";
import { escapeSelector } from "../utils/markup.js";

/**
 * Returns the styles of the badges of venues with a color of their own: black or white text, whichever has more contrast on it,
 * which is always as much as WCAG requires.
 *
 * @throws IndigoError for a value that is not an opaque color.
 */
export async function venueStyles(option: Site["venues"]): Promise<string> {
  const colored = venueList(option).filter(({ color }) => color !== undefined);
  if (colored.length === 0) return "";
  const { contrast, normalizeColor } = await import("./contrast/index.js");
  return colored
    .map(({ name, className = "", color = "" }) => {
      const background = normalizeColor(color);
      // A translucent color has another contrast on each background.
      if (background === undefined || /^#(?:.{4}|.{8})$|\//.test(background)) {
        throw new IndigoError(
          `option "venues.${name}.color" in ${configFileName()} must be an opaque color such as "#68448c" or "rebeccapurple", but it is ${JSON.stringify(color)}.`,
        );
      }
      const text = contrast("#fff", background) >= contrast("#000", background) ? "#fff" : "#000";
      return `.badge.${escapeSelector(className)}{background:${background};color:${text}}`;
    })
    .join("");
}
