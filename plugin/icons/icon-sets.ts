import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { IconifyJSON } from "@iconify/types";
import { compiledIconsFile } from "../paths.js";
import { compiledJson } from "../utils/prebuilt.js";
import type { IconSource } from "./icon-source.js";
import { type Drawing, drawings } from "./monograms.js";

// Read with `require`, since importing JSON warns that it is experimental on Node 20.
const load = createRequire(import.meta.url);

/** Font Awesome 7 leaves a margin around its icons, which 6 and the others do not. */
const margins: Partial<Record<IconSource[0], number>> = { "fa7-brands": 64 };

let compiled: Record<string, Drawing> | undefined;

/**
 * An icon as data. The theme's few come with the package in a file of their own, since the sets are up to 900 KB each and
 * take longer to read than a small site has pages; an icon that is not in there yet is read from its set.
 *
 * @throws Error where its set has none of the name.
 */
export function drawingOf(source: IconSource): Drawing {
  compiled ??= compiledJson<Record<string, Drawing>>(compiledIconsFile, () => ({}));
  return compiled[source.join("/")] ?? readFromSet(source);
}

/** Writes these icons into the package. */
export function precompileIcons(sources: readonly IconSource[]): void {
  const found = Object.fromEntries(sources.map((source) => [source.join("/"), readFromSet(source)]));
  writeFileSync(compiledIconsFile, JSON.stringify(found));
}

function readFromSet([set, name]: IconSource): Drawing {
  if (set === "drawn") {
    const drawing = drawings[name];
    if (!drawing) throw new Error(`indigo: no icon "${name}" among the theme's own`);
    return drawing;
  }
  const collection = load(`@iconify-json/${set}/icons.json`) as IconifyJSON;
  const data = collection.icons[name];
  if (!data) throw new Error(`indigo: no icon "${name}" in ${set}`);
  const margin = margins[set] ?? 0;
  const width = (data.width ?? collection.width ?? 16) - 2 * margin;
  const height = (data.height ?? collection.height ?? 16) - 2 * margin;
  return { viewBox: `${margin} ${margin} ${width} ${height}`, body: data.body };
}
