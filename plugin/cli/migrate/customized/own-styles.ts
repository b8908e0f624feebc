import { Worker } from "node:worker_threads";
import { sassWorkerFile } from "../../../paths.js";
import { type JekyllSite, textOf } from "../jekyll-site.js";
import type { SassResult, SassSource } from "./compile-sass.js";
import { cssOf, type Declaration, declarationsOf, declarationText } from "./declarations.js";
import { themeDeclarations } from "./theme-declarations.js";
import { keyOf, keysIn } from "./theme-diff.js";
import { themeVariables, valueRule, valueSelector, withTokens } from "./theme-variables.js";

/** What the author has changed in the theme's styles. */
export interface OwnStyles {
  /** The values of the option `tokens`: changed colors and fonts. */
  tokens: Record<string, string>;
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
  const none: OwnStyles = { tokens: {}, css: "", count: 0 };
  const names = site.files.map(({ file }) => file);
  const files = names.filter((file) => /^_sass\/.*\.(s[ac]ss|css)$/.test(file));
  const used = [sheets.light, sheets.dark, oldSheet].filter((file) => names.includes(file));
  if (![...files, ...used].some(isOwn)) return none;
  const sources = Object.fromEntries(files.map((file) => [file.slice("_sass/".length), textOf(site, file)]));
  const mode = site.config["dark-theme"];
  const result: OwnStyles = { ...none, tokens: {} };
  const own: Declaration[] = [];
  for (const scheme of mode === true ? ["dark" as const] : ["light" as const, "dark" as const]) {
    if (scheme === "dark" && mode !== true && mode !== "auto") continue;
    const file = sheets[scheme];
    if (!names.includes(file)) continue;
    const sheet = await compileSheet(textOf(site, file), sources);
    if ("error" in sheet) {
      result.problem ??= { file: sheet.place ?? file, why: sheet.error };
      continue;
    }
    Object.assign(result.tokens, tokensOf(sheet.values, scheme));
    const known = new Set(own.map(declarationText));
    const fresh = sheet.own.filter((declaration) => !known.has(declarationText(declaration)));
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
): Promise<Sheet | { error: string; place?: string }> {
  const text = source.replace(/^---\r?\n[\s\S]*?^---\r?\n/m, "");
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
  if ("error" in general)
    return { values, own: real.map((each) => withTokenNames(each, values)).filter(isOwnDeclaration) };
  const named = declarationsOf(general.css);
  const valid = named.map((each, index) =>
    /\b(rgb|hsl)a?\(\s*var\(/.test(each.value) && isOwnDeclaration(each) && named.length === real.length
      ? (real[index] ?? each)
      : each,
  );
  return { values, own: valid.filter(isOwnDeclaration) };
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

const ownIn = (css: string): Declaration[] => declarationsOf(css).filter(isOwnDeclaration);

/** Returns the tokens of the variables whose value Indigo never had. */
function tokensOf(values: ReadonlyMap<string, string>, scheme: "light" | "dark"): Record<string, string> {
  const tokens: Record<string, string> = {};
  for (const { name, token, defaults } of themeVariables) {
    const value = values.get(name);
    if (value === undefined || defaults.includes(token.startsWith("font-") ? value : value.toLowerCase()))
      continue;
    const isFont = token.startsWith("font-");
    // In its first version Indigo quoted the whole list.
    const text = isFont && /^"[^"]*,[^"]*"$/.test(value) ? value.slice(1, -1) : value;
    if (scheme === "light" || isFont) tokens[token] = text;
    else tokens[`${token}-dark`] = text;
  }
  return tokens;
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
