import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { stylesFolder } from "../paths.js";
import { hashOf } from "../utils/hash.js";
import { prebuilt } from "../utils/prebuilt.js";
import type { StylePart } from "./style-parts.js";

/** The settings of the theme's Sass. */
export interface StyleSettings {
  theme: "auto" | "light" | "dark";
  themeSwitch: boolean;
  /** Validated tokens that the site sets: CSS by name. */
  tokens: Readonly<Record<string, string>>;
}

/** A design token: its kind, and its value as CSS. */
export interface Token {
  kind: "color" | "font" | "weight";
  value: string;
}

/** Design tokens by name. */
export type Tokens = Readonly<Record<string, Token>>;

/** Returns the settings for which the theme's styles are prebuilt. */
export const plainSettings = (theme: StyleSettings["theme"]): StyleSettings => ({
  theme,
  themeSwitch: false,
  tokens: {},
});

const isPlain = ({ themeSwitch, tokens }: StyleSettings): boolean =>
  !themeSwitch && Object.keys(tokens).length === 0;

/**
 * Returns the theme's compressed CSS. It is prebuilt for the default settings, since loading Sass and compiling takes a
 * third of a second, more than building a small site; otherwise it is compiled.
 *
 * @param key - The key of the prebuilt styles. Reading all SCSS for it takes some milliseconds.
 */
export async function themeStyles(
  part: StylePart,
  settings: StyleSettings,
  key = stylesKey(),
): Promise<string> {
  const make = (): string | Promise<string> => compileStyles(part, settings);
  return isPlain(settings) ? prebuilt(`styles/${part}-${settings.theme}`, key, make) : make();
}

/** Returns the tokens of the theme's SCSS with their default values, which are prebuilt. */
export async function defaultTokens(): Promise<Tokens> {
  const make = (): Tokens | Promise<Tokens> => readTokens(plainSettings("auto"));
  return prebuilt("styles/tokens", stylesKey(), make);
}

/** The key of the prebuilt styles: a hash of the SCSS. */
export function stylesKey(): string {
  const names = readdirSync(stylesFolder, { recursive: true, encoding: "utf8" }).sort();
  return hashOf(
    names
      .filter((name) => name.endsWith(".scss"))
      .flatMap((name) => [name, readFileSync(path.join(stylesFolder, name))]),
  );
}

/** Compiles one part of the styles. */
export async function compileStyles(part: StylePart, settings: StyleSettings): Promise<string> {
  const { compileString } = await import("sass");
  const source = `@use "${part}" ${sassSettings(settings)};`;
  return compileString(source, { loadPaths: [stylesFolder], style: "compressed" }).css;
}

/**
 * Returns settings as a `with` clause of Sass: `with ($theme: "auto", …)`.
 *
 * @param flag - A flag after each value, such as `!default`.
 */
export function sassSettings({ theme, themeSwitch, tokens }: StyleSettings, flag = ""): string {
  const values = { theme: JSON.stringify(theme), "theme-switch": String(themeSwitch), ...tokens };
  return `with (${Object.entries(values)
    .map(([name, value]) => `$${name}: (${value}) ${flag}`)
    .join(", ")})`;
}

/** Kinds of tokens by the Sass type of their values. Fonts are recognized by name, since a single font is not a list. */
const kinds: Record<string, Token["kind"]> = { color: "color", number: "weight" };

/** Reads the kind and value of every token from the SCSS, compiled with these settings. */
export async function readTokens(settings: StyleSettings): Promise<Tokens> {
  const { compileString, sassNull } = await import("sass");
  const tokens: Record<string, Token> = {};
  compileString(
    `@use "sass:meta";
    @use "tokens" ${sassSettings(settings)};
    @each $name, $value in meta.module-variables("tokens") {
      $none: add-token($name, meta.type-of($value), meta.inspect($value));
    }`,
    {
      loadPaths: [stylesFolder],
      functions: {
        "add-token($name, $kind, $value)": (values) => {
          const [name = "", type = "", value = ""] = values.map((text) => text.assertString().text);
          const kind = name.startsWith("font-") ? "font" : kinds[type];
          if (kind) tokens[name] = { kind, value };
          return sassNull;
        },
      },
    },
  );
  return tokens;
}
