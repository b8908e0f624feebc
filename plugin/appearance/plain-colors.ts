import type { Appearance } from "./appearance.js";

/** The tokens of colors that drawn images use. */
const names = ["accent", "background", "heading", "text", "muted", "line"] as const;

/**
 * Returns colors of the site for programs that know no new CSS, such as librsvg: those of the light scheme, or of the dark one
 * if the site has no other. Colors beyond sRGB become the nearest within it.
 */
export async function plainColors({
  settings: { theme },
  tokens,
}: Appearance): Promise<Record<(typeof names)[number], string>> {
  const suffix = theme === "dark" ? "-dark" : "";
  const colors = names.map((name) => [name, tokens[name + suffix]?.value ?? "#000"] as const);
  if (colors.every(([, color]) => /^#[\da-f]+$/i.test(color))) return Object.fromEntries(colors) as never;
  const { hexColor } = await import("./contrast/index.js");
  return Object.fromEntries(colors.map(([name, color]) => [name, hexColor(color)])) as never;
}
