// Which files of a site Eleventy 3.1 or 4 executes, that is, which can run any program. Jekyll executes none of them: for it the
// content of a site is data, so that a cloned repository can be built.
//
// | what                                             | where Eleventy decides                                     |
// | ------------------------------------------------ | ---------------------------------------------------------- |
// | `eleventy.config.*`, `.eleventy.js`;             | TemplateConfig                                             |
// | 4: `buildawesome.config.*`                       |                                                            |
// | `_data/**/*.js`, `.cjs`, `.mjs`                  | TemplateData.getGlobalDataFiles                            |
// | `*.11tydata.js`, `.cjs`, `.mjs`; 4: `*.data.js`  | TemplateData.getLocalDataPaths                             |
// | `*.11ty.js`, `.cjs`, `.mjs`; 4: `*.server.js`    | EleventyExtensionMap; `.ts` in 4, `.jsx` … with a plugin   |
// | `*.njk`, as page, layout or include; `*.indigo`  | EleventyExtensionMap; Nunjucks reaches JavaScript          |
// | `*.liquid` as page: may write over the config    | TemplatePermalink                                          |
// | front matter of every language but YAML and JSON | gray-matter, UserConfig.frontMatterParsingOptions          |
// | `templateEngineOverride`, `eleventyComputed`     | the data of front matter, of layouts, of data files beside |
// | (4: `buildawesomeComputed`),                     | a template (`about.json`) and of global data               |
// | `permalinkBypassOutputDir` (which replaces the   | (`_data/layout.yml`)                                       |
// | config), a `layout` outside the layouts' folder  |                                                            |

import { isBinary } from "../utils/file-kinds.js";
import { load } from "../utils/require.js";
import { virtualExtension } from "./virtual-templates.js";

/** Why a file of a Jekyll site is not taken along unchanged, and how its author takes it along by hand. */
export interface Execution {
  /** What Eleventy or npm does with the file. */
  why: string;
  /** What to review, and what to do then. */
  how: string;
}

/** A kind of file that is executed because of its name. */
interface Kind extends Execution {
  /** Matches the path relative to the site's folder, in small letters. */
  name: RegExp;
}

const script = "[cm]?[jt]sx?";

const namedKinds: readonly Kind[] = [
  {
    name: /^((eleventy|buildawesome)\.config|\.eleventy)\.\w+$/,
    why: "Eleventy runs it as its config",
    how: "review it, and copy what you need to the new eleventy.config.js",
  },
  {
    name: new RegExp(`^_data/.*\\.${script}$`),
    why: "Eleventy runs it as a data file",
    how: "write its values to a YAML file in _data/, or review it and move it back",
  },
  {
    name: new RegExp(`\\.11tydata(\\.${script})?$`),
    why: "Eleventy runs it as a data file",
    how: "write its values to front matter, or review it and move it back",
  },
  {
    name: new RegExp(`\\.data\\.${script}$`),
    why: "Eleventy 4 runs it as a data file",
    how: "rename it, or review it and move it back",
  },
  {
    name: new RegExp(`\\.server\\.${script}$`),
    why: "Eleventy 4 runs it as a template",
    how: "rename it, or review it and move it back",
  },
  {
    name: /\.11tydata\.(json|ya?ml)$/,
    why: "Eleventy reads it as settings of pages",
    how: "write its values to front matter, or review it and move it back",
  },
  {
    name: new RegExp(`\\.11ty\\.(${script}|mdx)$`),
    why: "Eleventy runs it as a template",
    how: "review it, and move it back",
  },
  {
    name: new RegExp(`\\.(njk|${virtualExtension})$`),
    why: "Eleventy renders it with Nunjucks, which can run JavaScript",
    how: "write it in Liquid (.html), or review it and move it back",
  },
  {
    name: /^(?!_(includes|layouts)\/).*\.liquid$/,
    why: "Eleventy writes it as a page, to any path that it names",
    how: "rename it to .html, and move it back",
  },
  {
    name: /^\.eleventyignore$/,
    why: "Eleventy skips the files that it lists",
    how: 'list them under "exclude" in _config.yml',
  },
  {
    name: /^(\.npmrc|\.yarnrc(\.yml)?|\.pnpmfile\.[cm]?js|\.pnp\.(cjs|loader\.mjs))$/,
    why: "npm, Yarn or pnpm follow it, and it can make them run programs",
    how: "review it, and move it back",
  },
];

/** The formats whose front matter Eleventy reads by default. */
const ownTemplate = /\.(md|markdown|html|liquid)$/;
/** Returns whether Eleventy may read the front matter of a file: Jekyll mode adds the formats of all text files that have some. */
const isTemplate = (name: string): boolean => /\.[\w-]+$/.test(name) && !isBinary(name);
const dataFile = /\.(json|ya?ml)$/;

/** Returns whether the content of a file decides whether Eleventy executes it, so that it has to be read. */
export const isExecutedByContent = (file: string): boolean => isTemplate(file.toLowerCase());

/**
 * Returns why Eleventy would execute a file of a Jekyll site; undefined if it would not.
 *
 * @param file - Path relative to the site's folder, with slashes. Letter case is ignored, as Eleventy and disks do.
 * @param read - Returns its text; called only if that matters.
 */
export function executionOf(file: string, read: () => string): Execution | undefined {
  const name = file.toLowerCase();
  const kind = namedKinds.find((each) => each.name.test(name));
  if (kind) return { why: kind.why, how: kind.how };
  if (!isExecutedByContent(file)) return undefined;
  const source = read().replace(/^\uFEFF/, "");
  const execution = executionOfFrontMatter(name, source);
  if (execution) return execution;
  // A JSON file with front matter is a template.
  const isData = dataFile.test(name) && !(name.endsWith(".json") && source.startsWith("---"));
  return isData ? executionOfData(file, source) : undefined;
}

/** Languages of front matter that are data. gray-matter knows each in these letters. */
const dataLanguage = /^(ya?ml|json)?$/i;

/** Finds front matter as gray-matter does: it may be in another language, and without an end. */
function executionOfFrontMatter(name: string, source: string): Execution | undefined {
  const start = /^---(?!-)([^\n]*)(?:\n|$)/.exec(source);
  if (!start) return undefined;
  const language = (start[1] ?? "").trim();
  if (!dataLanguage.test(language)) {
    // Other text may start so, such as a patch: `--- a/main.c`.
    if (!ownTemplate.test(name) && !/^[a-z]+$/i.test(language)) return undefined;
    return {
      why: `Eleventy reads its front matter as "${language.slice(0, 40)}", which it may run`,
      how: "write its front matter in YAML, and move it back",
    };
  }
  const rest = source.slice(start[0].length);
  const end = /^---/m.exec(rest);
  return executionOfYaml(end ? rest.slice(0, end.index) : rest);
}

/** Global data has the name of its file, which may be a key of Eleventy's: `_data/layout.yml`. */
function executionOfData(file: string, source: string): Execution | undefined {
  const [folder = "", first = "", ...rest] = file.split("/");
  if (folder.toLowerCase() !== "_data") return executionBy(keyIn(file, source, (data) => data));
  const key = rest.length > 0 ? first : first.replace(/\.\w+$/, "");
  if (executingKeys.has(key) || (key === "layout" && rest.length > 0)) return executionBy(key);
  return key === "layout" ? executionBy(keyIn(file, source, (layout) => ({ layout }))) : undefined;
}

/** Returns the executing key of a data file. Eleventy stops at a file that can't be parsed. */
function keyIn(file: string, source: string, dataOf: (value: unknown) => unknown): string | undefined {
  if (!hint.test(source)) return undefined;
  try {
    const values: unknown[] = /json$/i.test(file) ? [JSON.parse(source)] : valuesOf(source);
    return values.map((value) => keyOf(dataOf(value))).find((key) => key !== undefined);
  } catch {
    return undefined;
  }
}

/** Keys of data with which Eleventy runs text as code, or writes outside the output folder. */
const executingKeys: ReadonlySet<string> = new Set([
  "buildawesomeComputed",
  "eleventyComputed",
  "permalinkBypassOutputDir",
  "templateEngineOverride",
]);

/**
 * Returns the key of front matter with which Eleventy would execute something: one of its own, or a layout from outside the
 * folder of layouts.
 */
export function executingKey(data: Readonly<Record<string, unknown>>): string | undefined {
  const own = Object.keys(data).find((key) => executingKeys.has(key));
  if (own) return own;
  return typeof data.layout === "string" && /(^|[\\/])\.\.([\\/]|$)/.test(data.layout) ? "layout" : undefined;
}

const keyOf = (data: unknown): string | undefined =>
  typeof data === "object" && data !== null ? executingKey(data as Record<string, unknown>) : undefined;

const executionBy = (key: string | undefined): Execution | undefined =>
  key === undefined
    ? undefined
    : {
        why:
          key === "layout"
            ? "its layout is outside _layouts/"
            : `Eleventy follows its key "${key}", which can run JavaScript`,
        how: "remove the key, and move it back",
      };

/** Words without which no data has an executing key, unless they are written with escapes. */
const hint = /eleventyComputed|buildawesomeComputed|permalinkBypassOutputDir|templateEngineOverride|\.\.|\\/;

/** Parses YAML 1.1 with merge keys, as js-yaml does, which Eleventy uses. @throws Error for malformed YAML. */
function valuesOf(source: string): unknown[] {
  const { parseAllDocuments } = load("yaml") as typeof import("yaml");
  const documents = parseAllDocuments(source, { version: "1.1", uniqueKeys: false, prettyErrors: false });
  return [...documents].map((document) => {
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS({ maxAliasCount: 100 });
  });
}

function executionOfYaml(source: string): Execution | undefined {
  if (!hint.test(source)) return undefined;
  try {
    return executionBy(
      valuesOf(source)
        .map(keyOf)
        .find((key) => key !== undefined),
    );
  } catch {
    return {
      why: "its front matter can't be read, so that it is unknown whether Eleventy would run something",
      how: "correct its front matter, and move it back",
    };
  }
}
