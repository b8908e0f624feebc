import * as z from "zod";
import type { EleventyConfig } from "../eleventy/api.js";
import { type Warn, warner } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { configFileName } from "../utils/config-file-name.js";
import { fontFamilyList, fontStack } from "../utils/css-fonts.js";
import { validate } from "../utils/validate.js";
import { copyFonts, type Preload, preloads } from "./fonts.js";
import { defaultTokens, readTokens, type StyleSettings, type Token, type Tokens } from "./theme-styles.js";

/** How a site looks, as its options have it. */
export interface Appearance {
  /** What the theme's Sass is compiled with. */
  settings: StyleSettings;
  /** The site's own fonts, to be named in its styles. */
  fonts: Site["fonts"];
  preloads: Preload[];
  /** The colors of the accent and of the page behind it, in the set that a reader sees first. */
  accent: { color: string; background: string };
  /** What browsers color their own bars with: the backgrounds of the page. */
  themeColors: ThemeColor[];
}

/** A color for a browser's own bars, and when it holds, where that is not always. */
export interface ThemeColor {
  color: string;
  media?: string;
}

/**
 * Makes one look of the options `theme`, `themeSwitch`, `tokens` and `fonts`, has the fonts copied, and tells the author
 * of each pair of colors that is too hard to read.
 *
 * @throws IndigoError for a token that does not exist or has a value that is none, and for a font that is not there.
 */
export async function resolveAppearance(eleventyConfig: EleventyConfig, site: Site): Promise<Appearance> {
  const { theme, themeSwitch, fonts } = site;
  copyFonts(eleventyConfig, fonts);
  const defaults = await defaultTokens();
  const given = await checkedTokens(site, defaults);
  const tokens = { ...given, ...withFonts(given, valuesOf(defaults), fonts) };
  const settings = { theme, themeSwitch, tokens };
  const hasColors = Object.keys(given).some((name) => defaults[name]?.kind === "color");
  const values = hasColors ? await readTokens(settings) : defaults;
  if (hasColors) await warnOfContrast(warner(eleventyConfig), settings, values);
  return {
    settings,
    fonts,
    preloads: preloads(fonts),
    accent: accentOf(settings, values),
    themeColors: themeColors(settings, values),
  };
}

const valuesOf = (tokens: Tokens): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, { value }]) => [name, value]));

/** The option `tokens` as CSS by name. Nothing of it is loaded in a site that sets none. */
async function checkedTokens({ tokens }: Site, defaults: Tokens): Promise<Record<string, string>> {
  if (Object.keys(tokens).length === 0) return {};
  const { normalizeColor, nearestReadable } = await import("./contrast/index.js");
  const kinds: Record<Token["kind"], z.ZodType<string>> = {
    color: parsed(normalizeColor, 'must be a color such as "#0a5", "rgb(0 170 85)" or "oklch(60% 0.15 150)"'),
    font: parsed((text) => {
      const stack = fontStack(text);
      return stack && fontFamilyList(stack);
    }, "must be names of fonts such as \"Inter, 'Source Sans 3', sans-serif\""),
    weight: z
      .int({ error: "must be a weight from 1 to 1000" })
      .min(1, { error: "must be a weight from 1 to 1000" })
      .max(1000, { error: "must be a weight from 1 to 1000" })
      .transform(String),
  };
  const shape = Object.fromEntries(
    Object.entries(defaults).map(([name, { kind }]) => [name, kinds[kind].optional()]),
  );
  const place = configFileName();
  const checked = validate(
    z.strictObject({ tokens: z.strictObject(shape) }),
    { tokens },
    { noun: "option", place: () => place },
  );
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(checked.tokens)) if (value !== undefined) given[name] = value;
  if (given.accent && !given["accent-dark"]) {
    const background = given["background-dark"] ?? defaults["background-dark"]?.value;
    given["accent-dark"] = background ? nearestReadable(given.accent, background) : given.accent;
  }
  return given;
}

/** Text that is read into CSS. */
const parsed = (read: (text: string) => string | undefined, error: string): z.ZodType<string> =>
  z.string({ error }).transform((text, context) => {
    const css = read(text);
    if (css !== undefined) return css;
    context.addIssue({ code: "custom", message: error, input: text });
    return z.NEVER;
  });

/** The stacks of fonts that the site's own come first in. */
function withFonts(
  given: Record<string, string>,
  defaults: Record<string, string>,
  fonts: Site["fonts"],
): Record<string, string> {
  const stacks: Record<string, string> = {};
  for (const use of ["sans", "mono", "heading"] as const) {
    const own = fonts.filter((font) => font.use === use).map(({ family }) => family);
    if (own.length === 0) continue;
    const name = `font-${use}`;
    // Headings are in the font of the text where nothing else is said.
    const text = use === "heading" ? (stacks["font-sans"] ?? given["font-sans"]) : undefined;
    const others = given[name] ?? text ?? defaults[name] ?? "";
    stacks[name] = fontFamilyList([...new Set([...own, ...(fontStack(others) ?? [])])]);
  }
  return stacks;
}

/** Which of the two sets of colors a reader may see. */
const schemesOf = ({ theme, themeSwitch }: StyleSettings): ("light" | "dark")[] =>
  theme === "auto" || themeSwitch ? ["light", "dark"] : [theme];

async function warnOfContrast(warn: Warn, settings: StyleSettings, tokens: Tokens): Promise<void> {
  const { contrastMessage, lowContrastPairs } = await import("./contrast/index.js");
  for (const scheme of schemesOf(settings)) {
    for (const finding of lowContrastPairs(valuesOf(tokens), scheme)) warn(contrastMessage(finding));
  }
}

function accentOf({ theme }: StyleSettings, tokens: Tokens): Appearance["accent"] {
  const suffix = theme === "dark" ? "-dark" : "";
  const value = (name: string): string => tokens[name + suffix]?.value ?? "";
  return { color: value("accent"), background: value("background") };
}

function themeColors({ theme, themeSwitch }: StyleSettings, tokens: Tokens): ThemeColor[] {
  const light = tokens.background?.value ?? "";
  const dark = tokens["background-dark"]?.value ?? "";
  const media = (scheme: "light" | "dark"): string => {
    if (theme === "auto") return `(prefers-color-scheme: ${scheme})`;
    return theme === scheme ? "all" : "not all";
  };
  // With a switch both are there, for its script to choose from.
  if (theme === "auto" || themeSwitch) {
    return [
      { color: light, media: media("light") },
      { color: dark, media: media("dark") },
    ];
  }
  return [{ color: theme === "dark" ? dark : light }];
}
