import { drawingOf } from "../icons/icon-sets.js";
import type { IconSource } from "../icons/icon-source.js";
import { isService, type ServiceName, services } from "./services.js";

/** The theme's icons in addition to those of services. */
const otherIcons = {
  feed: services.rss.icon,
  link: ["fa6-solid", "link"],
  theme: ["fa6-solid", "circle-half-stroke"],
} as const satisfies Record<string, IconSource>;

/** The name of one of the theme's icons: the name of a service, or `feed`, `link` or `theme`. */
export type IconName = ServiceName | keyof typeof otherIcons;

/** The sources of all of the theme's icons. */
export const iconSources: readonly IconSource[] = [
  ...Object.values(services).map(({ icon }) => icon),
  ...Object.values(otherIcons),
];

/** An icon of the site. */
export interface CustomIcon {
  /** An `<svg>` or `<img>` with the class `icon`, safe in a page. */
  markup: string;
}

const cache = new Map<string, string>();

/**
 * Returns an icon as inline SVG, hidden from assistive technology, since the link around it has a label.
 *
 * @param name - The name of one of the theme's icons, such as `github`, or an icon of the site.
 * @returns The `<svg>` element, with the height and color of the text around it.
 * @throws Error for an unknown name.
 */
export function icon(name: IconName | CustomIcon): string {
  if (typeof name === "object") return name.markup;
  const cached = cache.get(name);
  if (cached) return cached;
  const source = isService(name) ? services[name].icon : otherIcons[name];
  if (!source) throw new Error(`indigo: no icon "${name}"`);
  const { viewBox, body } = drawingOf(source);
  const svg = `<svg class="icon" viewBox="${viewBox}" aria-hidden="true">${body}</svg>`;
  cache.set(name, svg);
  return svg;
}
