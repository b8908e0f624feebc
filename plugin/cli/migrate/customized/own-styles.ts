import { Worker } from "node:worker_threads";
import { normalizeColor } from "../../../appearance/contrast/index.js";
import { sassWorkerFile } from "../../../paths.js";
import { fontStack } from "../../../utils/css-fonts.js";
import { type JekyllSite, textOf } from "../jekyll-site.js";
import type { SassResult, SassSource } from "./compile-sass.js";
import { cssOf, type Declaration, declarationsOf, declarationText, ownInOrder } from "./declarations.js";
import { frameFile } from "./frame.js";
import { renderSassLiquid, variablesAround } from "./sass-liquid.js";
import { themeDeclarations } from "./theme-declarations.js";
import { keyOf, keysIn } from "./theme-diff.js";
import { themeVariables, valueRule, valueSelector, withTokens } from "./theme-variables.js";

/** Values of the option `tokens`: colors and fonts as text, weights as numbers. */
export type OwnTokens = Record<string, string | number>;

/** What the author has changed in the theme's styles. */
export interface OwnStyles {
  /** The values of the option `tokens`: changed colors and fonts. */
  tokens: OwnTokens;
  /** The tokens that are custom properties in the CSS, since the option can't have their values. */
  properties: string[];
  /** Changed and added declarations as CSS; empty if there are none. */
  css: string;
  /** How many declarations these are. */
  count: number;
  /** What could not be compiled, and why. */
  problem?: { file: string; why: string };
}

/** The style sheets that Indigo's layouts compile, light and dark, and the one that its oldest versions include. */
const sheets = { light: "_includes/style.scss", dark: "_includes/style-dark.scss" } as const;
const oldSheet = "_includes/main.css";

/** How long compiling may take, in milliseconds. */
const timeLimit = 30_000;

/**
 * Compiles the styles of a site, and returns what differs from all versions of Indigo.
 *
 * @param isOwn - Returns whether a file is not an unchanged one of Indigo.
 */
export async function ownStyles(site: JekyllSite, isOwn: (file: string) => boolean): Promise<OwnStyles> {
  const none: OwnStyles = { tokens: {}, properties: [], css: "", count: 0 };
  const names = site.files.map(({ file }) => file);
  const files = names.filter((file) => /^_sass\/.*\.(s[ac]ss|css)$/.test(file));
  const used = [sheets.light, sheets.dark, oldSheet].filter((file) => names.includes(file));
  if (![...files, ...used, frameFile].some((file) => names.includes(file) && isOwn(file))) return none;
  const sources = Object.fromEntries(files.map((file) => [file.slice("_sass/".length), textOf(site, file)]));
  const mode = site.config["dark-theme"];
  const result: OwnStyles = { ...none, tokens: {}, properties: [] };
  const own: Declaration[] = [];
  for (const scheme of mode === true ? ["dark" as const] : ["light" as const, "dark" as const]) {
    if (scheme === "dark" && mode !== true && mode !== "auto") continue;
    const file = sheets[scheme];
    if (!names.includes(file)) continue;
    const variables = variablesAround(textOf(site, frameFile), site.config, scheme === "dark");
    const sheet = await compileSheet(renderSassLiquid(textOf(site, file), site.config), sources, variables);
    if ("error" in sheet) {
      result.problem ??= { file: sheet.place ?? file, why: sheet.error };
      continue;
    }
    const { tokens, properties } = tokensOf(sheet.values, scheme);
    Object.assign(result.tokens, tokens);
    result.properties.push(...properties.map(({ property }) => property));
    const known = new Set(own.map(declarationText));
    const fresh = [...properties, ...sheet.own].filter(
      (declaration) => !known.has(declarationText(declaration)),
    );
    own.push(...(mode === "auto" && scheme === "dark" ? fresh.map(inDark) : fresh));
  }
  if (names.includes(oldSheet) && isOwn(oldSheet)) {
    const sheet = await compile({ text: textOf(site, oldSheet), syntax: "css", files: {} });
    if ("error" in sheet) result.problem ??= { file: oldSheet, why: sheet.error };
    else own.push(...ownIn(sheet.css));
  }
  return { ...result, css: cssOf(own), count: own.length };
}

const inDark = (declaration: Declaration): Declaration => ({
  ...declaration,
  within: ["@media (prefers-color-scheme: dark)", ...declaration.within],
});

interface Sheet {
  /** The values of the theme's variables. */
  values: ReadonlyMap<string, string>;
  /** The declarations that no version of the theme has. */
  own: Declaration[];
}

async function compileSheet(
  source: string,
  files: Readonly<Record<string, string>>,
  variables: string,
): Promise<Sheet | { error: string; place?: string }> {
  const text = `${variables}\n${source.replace(/^---\r?\n[\s\S]*?^---\r?\n/m, "")}`;
  const plain = await compile({ text: text + valueRule(), syntax: "scss", files });
  if ("error" in plain) return plain;
  const isValue = ({ selector }: Declaration): boolean => selector === valueSelector;
  const values = new Map(
    declarationsOf(plain.css)
      .filter(isValue)
      .map(({ property, value }) => [property, value]),
  );
  const tokenFiles = Object.fromEntries(
    Object.entries(files).map(([file, sass]) => [file, withTokens(sass)]),
  );
  const general = await compile({ text: withTokens(text), syntax: "scss", files: tokenFiles });
  const real = declarationsOf(plain.css).filter((each) => !isValue(each));
  // Functions such as darken() need real colors, and rgba() would take a token and be invalid.
  if ("error" in general) return { values, own: ownOf(real.map((each) => withTokenNames(each, values))) };
  const named = declarationsOf(general.css);
  const valid = named.map((each, index) =>
    /\b(rgb|hsl)a?\(\s*var\(/.test(each.value) && isOwnDeclaration(each) && named.length === real.length
      ? (real[index] ?? each)
      : each,
  );
  return { values, own: ownOf(valid) };
}

/** Replaces the values of variables by tokens, if the theme has the same declaration with a token. */
function withTokenNames(declaration: Declaration, values: ReadonlyMap<string, string>): Declaration {
  for (const { name, token } of themeVariables) {
    const value = values.get(name);
    if (!value || !declaration.value.includes(value)) continue;
    const named = {
      ...declaration,
      value: declaration.value.replaceAll(value, `var(--indigo-${token})`),
    };
    if (!isOwnDeclaration(named)) return named;
  }
  return declaration;
}

const themeKeys = new Set(keysIn(themeDeclarations));

const isOwnDeclaration = (declaration: Declaration): boolean =>
  !themeKeys.has(keyOf(declarationText(declaration)));

const ownOf = (declarations: readonly Declaration[]): Declaration[] =>
  ownInOrder(declarations, isOwnDeclaration);

const ownIn = (css: string): Declaration[] => ownOf(declarationsOf(css));

/**
 * Returns the tokens of the variables whose value Indigo never had. Values that only a browser can read, such as
 * `var(--mine)`, are custom properties instead, since the option has no such values.
 */
function tokensOf(
  values: ReadonlyMap<string, string>,
  scheme: "light" | "dark",
): { tokens: OwnTokens; properties: Declaration[] } {
  const tokens: OwnTokens = {};
  const properties: Declaration[] = [];
  for (const { name, token, defaults } of themeVariables) {
    const value = values.get(name);
    if (
      value === undefined ||
      value === "null" ||
      defaults.includes(token.startsWith("font-") ? value : value.toLowerCase())
    )
      continue;
    const isFont = token.startsWith("font-");
    // In its first version Indigo quoted the whole list.
    const text = isFont && /^"[^"]*,[^"]*"$/.test(value) ? value.slice(1, -1) : value;
    const option = tokenValue(token, text);
    if (option === undefined)
      properties.push({ within: [], selector: ":root", property: `--indigo-${token}`, value: text });
    else if (scheme === "light" || isFont) tokens[token] = option;
    else tokens[`${token}-dark`] = option;
  }
  return { tokens, properties };
}

/** Returns a value of the option `tokens`; undefined if the option can't have this one. */
function tokenValue(token: string, text: string): string | number | undefined {
  if (token.startsWith("font-")) return fontStack(text) && text;
  if (token !== "thin") return normalizeColor(text) && text;
  const weight = Number(text);
  return Number.isInteger(weight) && weight >= 1 && weight <= 1000 ? weight : undefined;
}

/** Compiles Sass in a thread, which is stopped after {@link timeLimit}. */
function compile(workerData: SassSource): Promise<SassResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(sassWorkerFile, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const timer = setTimeout(() => {
      resolve({ error: `compiling it takes more than ${timeLimit / 1000} s` });
      void worker.terminate();
    }, timeLimit);
    worker.once("message", (result: SassResult) => {
      clearTimeout(timer);
      resolve(result);
    });
    worker.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve({ error: "compiling it takes too much memory" });
      else reject(error);
    });
  });
}
