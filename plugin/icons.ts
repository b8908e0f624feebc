import { createRequire } from "node:module";
import type { IconifyJSON } from "@iconify/types";

// Read with `require`, since importing JSON warns that it is experimental on Node 20.
const load = createRequire(import.meta.url);

/** The theme's icons by name: which set of Font Awesome 6 (the version that Indigo uses) has them, and under what name. */
const icons = {
  bluesky: ["fa6-brands", "bluesky"],
  email: ["fa6-regular", "envelope"],
  facebook: ["fa6-brands", "facebook"],
  feed: ["fa6-solid", "rss"],
  github: ["fa6-brands", "github"],
  instagram: ["fa6-brands", "instagram"],
  linkedin: ["fa6-brands", "linkedin"],
  mastodon: ["fa6-brands", "mastodon"],
  theme: ["fa6-solid", "circle-half-stroke"],
  x: ["fa6-brands", "x-twitter"],
} as const satisfies Record<string, readonly [set: string, name: string]>;

/** The name of an icon of the theme. */
export type IconName = keyof typeof icons;

const drawn = new Map<string, string>();

/**
 * An icon as inline SVG, hidden from assistive technology: the link around it carries the words.
 *
 * @param name - The name of an icon of the theme, such as `github`.
 * @returns The `<svg>` element, as high as the text around it and in its colour.
 * @throws Error for a name that the theme does not have.
 */
export function icon(name: IconName): string {
  const known = drawn.get(name);
  if (known) return known;
  const [set, key] = icons[name] ?? [];
  if (!set) throw new Error(`indigo: no icon "${name}"`);
  const collection = load(`@iconify-json/${set}/icons.json`) as IconifyJSON;
  const data = collection.icons[key];
  if (!data) throw new Error(`indigo: no icon "${key}" in ${set}`);
  const width = data.width ?? collection.width ?? 16;
  const height = data.height ?? collection.height ?? 16;
  const svg = `<svg class="icon" viewBox="0 0 ${width} ${height}" aria-hidden="true">${data.body}</svg>`;
  drawn.set(name, svg);
  return svg;
}
