import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compiledStylesFolder, stylesFolder } from "../paths.js";
import { compiledJson } from "../utils/prebuilt.js";
import { type StylePart, stylePartNames } from "./style-parts.js";

/** What the theme's Sass is compiled with. */
export interface StyleSettings {
  theme: "auto" | "light" | "dark";
  themeSwitch: boolean;
  /** Tokens with other values than the theme's, checked: CSS by name. */
  tokens: Readonly<Record<string, string>>;
}

/** A design token: what it is, and its value as CSS. */
export interface Token {
  kind: "colour" | "font" | "weight";
  value: string;
}

/** Every token by its name. */
export type Tokens = Readonly<Record<string, Token>>;

const plain = (theme: StyleSettings["theme"]): StyleSettings => ({ theme, themeSwitch: false, tokens: {} });

const isPlain = ({ themeSwitch, tokens }: StyleSettings): boolean =>
  !themeSwitch && Object.keys(tokens).length === 0;

/**
 * The theme's compressed CSS. It comes compiled with the package, since loading Sass and compiling takes a third of a
 * second, more than a small site takes; for settings of a site's own, and where the SCSS is another by now, as while one
 * works on it, it is compiled anew.
 */
export async function compiledStyles(part: StylePart, settings: StyleSettings): Promise<string> {
  const file = fileOf(`${part}-${settings.theme}`, "css", sourceHash());
  return isPlain(settings) && existsSync(file) ? readFileSync(file, "utf8") : compile(part, settings);
}

/** The tokens that the theme's SCSS has, with their values before a site sets any. They come with the package likewise. */
export async function defaultTokens(): Promise<Tokens> {
  const file = fileOf("tokens", "json", sourceHash());
  return compiledJson<Tokens | Promise<Tokens>>(file, () => readTokens(plain("auto")));
}

/** Compiles every style sheet, and the list of tokens, into the package. */
export async function precompileStyles(): Promise<void> {
  const hash = sourceHash();
  rmSync(compiledStylesFolder, { recursive: true, force: true });
  mkdirSync(compiledStylesFolder, { recursive: true });
  for (const part of stylePartNames) {
    for (const theme of ["auto", "light", "dark"] as const) {
      writeFileSync(fileOf(`${part}-${theme}`, "css", hash), await compile(part, plain(theme)));
    }
  }
  writeFileSync(fileOf("tokens", "json", hash), JSON.stringify(await readTokens(plain("auto"))));
}

const fileOf = (name: string, extension: string, hash: string): string =>
  path.join(compiledStylesFolder, `${name}-${hash}.${extension}`);

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(stylesFolder, { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".scss")) hash.update(name).update(readFileSync(path.join(stylesFolder, name)));
  }
  return hash.digest("hex").slice(0, 10);
}

async function compile(part: StylePart, settings: StyleSettings): Promise<string> {
  const { compileString } = await import("sass");
  const source = `@use "${part}" ${sassSettings(settings)};`;
  return compileString(source, { loadPaths: [stylesFolder], style: "compressed" }).css;
}

/**
 * Settings as a clause of Sass: `with ($theme: "auto", …)`.
 *
 * @param flag - What stands behind each value, such as `!default`.
 */
export function sassSettings({ theme, themeSwitch, tokens }: StyleSettings, flag = ""): string {
  const values = { theme: JSON.stringify(theme), "theme-switch": String(themeSwitch), ...tokens };
  return `with (${Object.entries(values)
    .map(([name, value]) => `$${name}: (${value}) ${flag}`)
    .join(", ")})`;
}

/** What Sass calls the kinds of values that a token may have. Fonts are known by their names: one alone is no list. */
const kinds: Record<string, Token["kind"]> = { color: "colour", number: "weight" };

/** Reads every token from the SCSS itself: what a variable of it is, and what its value is with these settings. */
export async function readTokens(settings: StyleSettings): Promise<Tokens> {
  const { compileString, sassNull } = await import("sass");
  const tokens: Record<string, Token> = {};
  compileString(
    `@use "sass:meta";
    @use "tokens" ${sassSettings(settings)};
    @each $name, $value in meta.module-variables("tokens") {
      $none: tell($name, meta.type-of($value), meta.inspect($value));
    }`,
    {
      loadPaths: [stylesFolder],
      functions: {
        "tell($name, $kind, $value)": (values) => {
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
