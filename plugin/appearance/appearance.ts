import * as z from "zod";
import type { EleventyConfig } from "../eleventy/api.js";
import type { Warn } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { configFileName } from "../utils/config-file-name.js";
import { fontFamilyList, fontStack } from "../utils/css-fonts.js";
import { validate } from "../utils/validate.js";
import { copyFonts, type Preload, preloads } from "./fonts.js";
import { defaultTokens, readTokens, type StyleSettings, type Token, type Tokens } from "./theme-styles.js";

/** The appearance of a site, from its options. */
export interface Appearance {
  /** The settings of the theme's Sass. */
  settings: StyleSettings;
  /** The site's fonts, for `@font-face` rules. */
  fonts: Site["fonts"];
  preloads: Preload[];
  /** The accent color and the background of the page, in the initial color scheme. */
  accent: { color: string; background: string };
  /** The tokens with the values that the options set. */
  tokens: Tokens;
  /** Whether the options set colors. */
  hasColors: boolean;
  /** The colors of `<meta name="theme-color">`: the backgrounds of the page. */
  themeColors: ThemeColor[];
}

/** A color for `<meta name="theme-color">`, with a media query if there are several. */
export interface ThemeColor {
  color: string;
  media?: string;
}

/**
 * Resolves the options `theme`, `themeSwitch`, `tokens` and `fonts`, copies the fonts to the output.
 *
 * @throws IndigoError for an unknown token, an invalid value, and a font file that does not exist.
 */
export async function resolveAppearance(eleventyConfig: EleventyConfig, site: Site): Promise<Appearance> {
  const { theme, themeSwitch, fonts } = site;
  copyFonts(eleventyConfig, fonts);
  const defaults = await defaultTokens();
  const siteTokens = await validTokens(site, defaults);
  const tokens = { ...siteTokens, ...fontTokens(siteTokens, valuesOf(defaults), fonts) };
  const settings = { theme, themeSwitch, tokens };
  const hasColors = Object.keys(siteTokens).some((name) => defaults[name]?.kind === "color");
  const values = hasColors ? await readTokens(settings) : defaults;
  return {
    settings,
    fonts,
    preloads: preloads(fonts),
    tokens: values,
    hasColors,
    accent: accentOf(settings, values),
    themeColors: themeColors(settings, values),
  };
}

const valuesOf = (tokens: Tokens): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, { value }]) => [name, value]));

/** Validates the option `tokens` and returns CSS by name. Loads the color library only if the site sets tokens. */
async function validTokens({ tokens }: Site, defaults: Tokens): Promise<Record<string, string>> {
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
  const options = validate(
    z.strictObject({ tokens: z.strictObject(shape) }),
    { tokens },
    { noun: "option", place: () => place },
  );
  const valid: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.tokens)) if (value !== undefined) valid[name] = value;
  if (valid.accent && !valid["accent-dark"]) {
    const background = valid["background-dark"] ?? defaults["background-dark"]?.value;
    valid["accent-dark"] = background ? nearestReadable(valid.accent, background) : valid.accent;
  }
  return valid;
}

/** Returns a schema of a text that is converted to CSS. */
const parsed = (toCss: (text: string) => string | undefined, error: string): z.ZodType<string> =>
  z.string({ error }).transform((text, context) => {
    const css = toCss(text);
    if (css !== undefined) return css;
    context.addIssue({ code: "custom", message: error, input: text });
    return z.NEVER;
  });

/** Returns the font tokens with the site's fonts before those of the token. */
function fontTokens(
  siteTokens: Record<string, string>,
  defaults: Record<string, string>,
  fonts: Site["fonts"],
): Record<string, string> {
  const stacks: Record<string, string> = {};
  for (const use of ["sans", "mono", "heading"] as const) {
    const own = fonts.filter((font) => font.use === use).map(({ family }) => family);
    if (own.length === 0) continue;
    const name = `font-${use}`;
    // The default font of headings is that of the text.
    const text = use === "heading" ? (stacks["font-sans"] ?? siteTokens["font-sans"]) : undefined;
    const others = siteTokens[name] ?? text ?? defaults[name] ?? "";
    stacks[name] = fontFamilyList([...new Set([...own, ...(fontStack(others) ?? [])])]);
  }
  return stacks;
}

/** Returns the color schemes that a reader may see. */
const schemesOf = ({ theme, themeSwitch }: StyleSettings): ("light" | "dark")[] =>
  theme === "auto" || themeSwitch ? ["light", "dark"] : [theme];

/**
 * Warns of each pair of colors with too little contrast, if the site sets colors: in its options or its own styles.
 *
 * @param sheets - The style sheets with tokens, in their order on a page: the theme's, and the site's if it has any.
 */
export async function warnOfContrast(
  warn: Warn,
  { settings, tokens, hasColors }: Appearance,
  sheets: readonly string[],
): Promise<void> {
  const hasOwnTokens = sheets.length > 0;
  // The color library is loaded only for sites that set colors.
  if (!hasColors && !hasOwnTokens) return;
  const { contrastMessage, finalColors, lowContrastPairs, rootProperties } = await import(
    "./contrast/index.js"
  );
  const properties = rootProperties(sheets.map((css) => ({ file: "", css })));
  const colors = finalColors(properties, tokens);
  for (const scheme of schemesOf(settings)) {
    for (const pair of lowContrastPairs(colors, scheme)) warn(contrastMessage(pair));
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
  // With a switch both are needed, since its script chooses one.
  if (theme === "auto" || themeSwitch) {
    return [
      { color: light, media: media("light") },
      { color: dark, media: media("dark") },
    ];
  }
  return [{ color: theme === "dark" ? dark : light }];
}
