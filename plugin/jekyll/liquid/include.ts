import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import type {
  LiquidEngine,
  LiquidScope,
  LiquidTagFactory,
  LiquidTagToken,
  LiquidTemplate,
} from "../../eleventy/liquid-types.js";
import { layoutsFolder } from "../../paths.js";
import { IndigoError, suggestion } from "../../utils/errors.js";
import { readText } from "../../utils/read-text.js";
import { hasParentSegment } from "../../utils/schema-values.js";
import { bareWords, inputPath, tag, templateName } from "./tag.js";

/** Includes that sites of Jekyll's theme use from it. */
const themeFolder = path.join(layoutsFolder, "jekyll");

/** `name="text"`, `name='text'` or `name=variable`, with Jekyll's rules for quotes inside. */
const parameter = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/;
const parameters = new RegExp(`^\\s*(?:${parameter.source}(?=\\s|$)\\s*)*$`);

/** A file's name that is made of variables, and what follows it. */
const variableName = /^([^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|[^}]*)?\}\}[^\s{}]*)+)(.*)$/s;

/** `{% include file.html a="b" c=page.title %}`: a file of the site's includes or, where it has none, of the theme's. */
export function includeTag(eleventyConfig: EleventyConfig): LiquidTagFactory {
  return fileTag(eleventyConfig, () => [eleventyConfig.directories.includes, themeFolder]);
}

/** `{% include_relative file.md %}`: a file beside or below the page. */
export function relativeIncludeTag(eleventyConfig: EleventyConfig): LiquidTagFactory {
  return fileTag(eleventyConfig, (scope) => [path.dirname(inputPath(scope))]);
}

function fileTag(
  eleventyConfig: EleventyConfig,
  foldersOf: (scope: LiquidScope) => string[],
): LiquidTagFactory {
  let parsed = new Map<string, LiquidTemplate[]>();
  // A changed include must show in the next build of a watching Eleventy.
  eleventyConfig.on("eleventy.before", () => {
    parsed = new Map();
  });
  return tag((token, _rest, engine) => {
    const [fileName, given] = splitArguments(token);
    return function* (scope, emitter) {
      const name = String(yield* bareWords(fileName, engine, scope));
      const file = findFile(name, foldersOf(scope), token, scope);
      const templates = parsed.get(file) ?? engine.parse(readText(file), file);
      parsed.set(file, templates);
      const values = given.trim() === "" ? undefined : yield readParameters(given, engine, scope);
      // Without parameters the `include` of an include around this one stays to be seen, as in Jekyll.
      scope.push(values === undefined ? {} : { include: values });
      try {
        yield engine.renderer.renderTemplates(templates, scope, emitter);
      } finally {
        scope.pop();
      }
      return "";
    };
  });
}

function splitArguments({ name, args }: LiquidTagToken): [fileName: string, given: string] {
  const text = args.trim();
  const [, file = "", given = ""] =
    variableName.exec(text) ?? /^("[^"]*"|'[^']*'|\S*)(.*)$/s.exec(text) ?? [];
  if (file !== "" && parameters.test(given)) return [file, given];
  throw new IndigoError(
    `{% ${name} ${text} %} must look like {% ${name} file.html name="text" other=variable %}.`,
  );
}

async function readParameters(
  given: string,
  engine: LiquidEngine,
  scope: LiquidScope,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [, name = "", double, single, variable = ""] of given.matchAll(new RegExp(parameter, "g"))) {
    values[name] =
      double?.replaceAll('\\"', '"') ??
      single?.replaceAll("\\'", "'") ??
      (await engine.evalValue(variable, scope));
  }
  return values;
}

/**
 * Finds an included file.
 *
 * @throws IndigoError for a file that is in none of the folders, or that a name or a link leads out of them to.
 */
function findFile(name: string, folders: string[], token: LiquidTagToken, scope: LiquidScope): string {
  const call = `{% ${token.name} ${name} %} in ${templateName(scope)}`;
  if (hasParentSegment(name) || path.isAbsolute(name)) {
    throw new IndigoError(`${call}: the file must be inside ${shown(folders[0] ?? "")}.`);
  }
  for (const folder of folders) {
    const file = path.join(folder, name);
    if (name !== "" && statSync(file, { throwIfNoEntry: false })?.isFile()) {
      if (isInside(file, folder)) return file;
      throw new IndigoError(`${call}: the file is a link that leads out of ${shown(folder)}.`);
    }
  }
  const known = folders.flatMap((folder) => filesIn(folder, token.name === "include"));
  throw new IndigoError(`${call}: no such file in ${shown(folders[0] ?? "")}.${suggestion(name, known)}`);
}

const isInside = (file: string, folder: string): boolean =>
  realpathSync(file).startsWith(realpathSync(folder) + path.sep);

const shown = (folder: string): string => `${path.relative(".", folder) || "."}/`;

/** The files of a folder by their paths in it. */
function filesIn(folder: string, recursive: boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
}
