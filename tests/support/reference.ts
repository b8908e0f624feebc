import { readFileSync } from "node:fs";
import path from "node:path";
import { contrast, defaultTokens, normalizeColor } from "../../plugin/appearance/contrast/index.ts";
import { root } from "./site.ts";
import { templates } from "./template-facts.ts";
import { blocks, layoutNames, ownBlocks, partNames } from "./theme-files.ts";

// The tables of the documentation that are written by `npm run docs:tables`, from the code that they describe.

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

const tableOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");

/** Returns the value of each token; of a translucent color in hexadecimal. */
async function tokenValues(): Promise<Readonly<Record<string, string>>> {
  const tokens = await defaultTokens();
  return Object.fromEntries(
    Object.entries(tokens).map(([name, { kind, value }]) => [
      name,
      kind === "color" ? (normalizeColor(value) ?? value) : value,
    ]),
  );
}

/** Tokens that are colors, with their values and their contrast on the page or on what they are for. */
async function tokens(isSyntax: boolean): Promise<string> {
  const values = await tokenValues();
  const ratio = (name: string, end: string): string => {
    if (!/^(?:text|heading|strong|muted|accent|syntax-(?!.*background))/.test(name)) return "";
    const on = name.startsWith("syntax-") && values[`${name}-background${end}`];
    return contrast(values[name + end] ?? "", on || (values[`background${end}`] ?? "")).toFixed(1);
  };
  const names = Object.keys(values).filter(
    (name) =>
      !name.endsWith("-dark") && !/^(?:font-|thin)/.test(name) && name.startsWith("syntax-") === isSyntax,
  );
  return tableOf(
    ["token", "light", "contrast", "dark", "contrast in dark"],
    names.map((name) => [
      `\`${name}\``,
      `\`${values[name]}\``,
      ratio(name, ""),
      `\`${values[`${name}-dark`]}\``,
      ratio(name, "-dark"),
    ]),
  );
}

async function fonts(): Promise<string> {
  const values = await tokenValues();
  const names = Object.keys(values).filter((name) => /^(?:font-|thin$)/.test(name));
  return tableOf(
    ["token", "value"],
    names.map((name) => [`\`${name}\``, `\`${values[name]}\``]),
  );
}

const usersOf = (part: string): string[] =>
  [...templates].filter(([, { includes }]) => includes.includes(part)).map(([name]) => name);

const layouts = (): string =>
  tableOf(
    ["layout", "its own blocks", "variables that it reads", "partials that it includes"],
    layoutNames.map((name) => {
      const { variables, includes } = templates.get(name) ?? { variables: [], includes: [] };
      return [
        `\`${name}\``,
        code(name === "default" ? blocks(name) : ownBlocks(name)),
        code(variables),
        code(includes),
      ];
    }),
  );

const parts = (folder: string) => (): string =>
  tableOf(
    ["partial", "variables that it reads", "filters", "included by"],
    partNames
      .filter((name) => name.startsWith(`${folder}/`))
      .map((name) => {
        const { variables, filters } = templates.get(name) ?? { variables: [], filters: [] };
        return [`\`${name}\``, code(variables), code(filters), code(usersOf(name))];
      }),
  );

/** The filters of the theme's templates, with the templates that use each. */
function filters(): string {
  const names = [...new Set([...templates.values()].flatMap((facts) => facts.filters))].sort();
  return tableOf(
    ["filter", "used by"],
    names.map((name) => [
      `\`${name}\``,
      code([...templates].filter(([, facts]) => facts.filters.includes(name)).map(([template]) => template)),
    ]),
  );
}

/** The properties of the data `indigo`, with the templates that read each. */
function data(): string {
  const source = readFileSync(path.join(root, "plugin/site/layout-data.ts"), "utf8");
  const [, body = ""] = /export interface Indigo \{\n([\s\S]*?)\n\}/.exec(source) ?? [];
  const names = [...body.matchAll(/^ {2}(?:readonly )?(\w+)[?:]/gm)].map(([, name = ""]) => name);
  return tableOf(
    ["property", "read by"],
    names.map((name) => [
      `\`indigo.${name}\``,
      code(
        [...templates]
          .filter(([, { variables }]) => variables.includes(`indigo.${name}`))
          .map(([template]) => template),
      ),
    ]),
  );
}

/** The tables by name: `<!-- table: NAME -->` stands before each. */
export const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  tokens: () => tokens(false),
  "tokens of code": () => tokens(true),
  fonts,
  filters,
  data,
  layouts,
  ...Object.fromEntries(
    [...new Set(partNames.map((name) => name.replace(/\/.*$/, "")))].map((folder) => [folder, parts(folder)]),
  ),
};

/** A table in a document, with the comments around it. */
const place = /<!-- table: (.+) -->\n[\s\S]*?<!-- end -->/g;

/** Returns a document with its tables as the code has them now. */
export async function withTables(text: string): Promise<string> {
  let result = text;
  for (const [found, name = ""] of text.matchAll(place)) {
    const make = generated[name];
    if (!make) throw new Error(`there is no table "${name}"`);
    result = result.replace(found, () => `<!-- table: ${name} -->\n\nPLACE\n<!-- end -->`);
    const table = await make();
    result = result.replace("PLACE\n", () => `${table}\n`);
  }
  return result;
}

/** The names of the tables of a document. */
export const tablesIn = (text: string): string[] => [...text.matchAll(place)].map(([, name = ""]) => name);
