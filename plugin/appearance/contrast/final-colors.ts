import type { Tokens } from "../theme-styles.js";
import { normalizeColor } from "./contrast.js";
import { type RootProperties, resolvedValue } from "./root-properties.js";

/**
 * Returns the colors of all tokens that are colors, as style sheets set them.
 *
 * @param tokens - The values for tokens that no style sheet sets to a color.
 * @returns Colors by the name of the token: `accent`, `accent-dark`.
 */
export function finalColors(properties: RootProperties, tokens: Tokens): Record<string, string> {
  const colors: Record<string, string> = {};
  for (const [name, { kind, value }] of Object.entries(tokens)) {
    if (kind !== "color") continue;
    const isDark = name.endsWith("-dark");
    const base = isDark ? name.slice(0, -"-dark".length) : name;
    const set = resolvedValue(properties, isDark ? "dark" : "light", `--indigo-${base}`);
    colors[name] = (set === undefined ? undefined : normalizeColor(set)) ?? value;
  }
  return colors;
}
