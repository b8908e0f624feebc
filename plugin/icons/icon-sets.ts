import type { IconifyJSON } from "@iconify/types";
import { prebuilt, versionKey } from "../utils/prebuilt.js";
import { load } from "../utils/require.js";
import type { IconSource } from "./icon-source.js";
import { type Drawing, drawings } from "./monograms.js";

/** Margins to remove: unlike 6 and the other sets, Font Awesome 7 has a margin around its icons. */
const margins: Partial<Record<IconSource[0], number>> = { "fa7-brands": 64 };

/**
 * Returns the drawing of an icon. The theme's icons are prebuilt, since the sets are up to 900 KB each.
 *
 * @throws Error if the set has no icon of this name.
 */
export function drawingOf(source: IconSource): Drawing {
  const [set, name] = source;
  if (set === "drawn") {
    const drawing = drawings[name];
    if (!drawing) throw new Error(`indigo: no icon "${name}" among the theme's own`);
    return drawing;
  }
  return prebuilt(`icons/${set}/${name}`, iconKey(source), () => readFromSet(source));
}

/** Returns the key of a prebuilt icon. */
export const iconKey = ([set]: IconSource): string => versionKey(`@iconify-json/${set}`);

/** Reads an icon from its set, a development dependency. */
export function readFromSet([set, name]: IconSource): Drawing {
  const collection = load(`@iconify-json/${set}/icons.json`) as IconifyJSON;
  const data = collection.icons[name];
  if (!data) throw new Error(`indigo: no icon "${name}" in ${set}`);
  const margin = margins[set] ?? 0;
  const width = (data.width ?? collection.width ?? 16) - 2 * margin;
  const height = (data.height ?? collection.height ?? 16) - 2 * margin;
  return { viewBox: `${margin} ${margin} ${width} ${height}`, body: data.body };
}
