import { drawingOf } from "../icons/icon-sets.js";
import type { IconSource } from "../icons/icon-source.js";
import { isService, type ServiceName, services } from "./services.js";

/** The theme's icons beside those of services. */
const others = {
  feed: services.rss.icon,
  link: ["fa6-solid", "link"],
  theme: ["fa6-solid", "circle-half-stroke"],
} as const satisfies Record<string, IconSource>;

/** The name of an icon of the theme: a service's, `feed` or `link`. */
export type IconName = ServiceName | keyof typeof others;

/** Where all of the theme's icons come from. */
export const iconSources: readonly IconSource[] = [
  ...Object.values(services).map(({ icon }) => icon),
  ...Object.values(others),
];

/** An icon that is none of the theme's. */
export interface CustomIcon {
  /** An `<svg>` or `<img>` of the class `icon`, safe to put into a page. */
  markup: string;
}

const drawn = new Map<string, string>();

/**
 * An icon as inline SVG, hidden from assistive technology: the link around it carries the words.
 *
 * @param name - The name of an icon of the theme, such as `github`, or an icon of the site's own.
 * @returns The `<svg>` element, as high as the text around it and in its color.
 * @throws Error for a name that the theme does not have.
 */
export function icon(name: IconName | CustomIcon): string {
  if (typeof name === "object") return name.markup;
  const known = drawn.get(name);
  if (known) return known;
  const source = isService(name) ? services[name].icon : others[name];
  if (!source) throw new Error(`indigo: no icon "${name}"`);
  const { viewBox, body } = drawingOf(source);
  const svg = `<svg class="icon" viewBox="${viewBox}" aria-hidden="true">${body}</svg>`;
  drawn.set(name, svg);
  return svg;
}
