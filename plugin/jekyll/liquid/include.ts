import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
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
import { frameTest } from "./frame.js";
import { inputPath, renderArgument, tag, templateName } from "./tag.js";

/** The includes of Indigo that sites use. */
const themeFolder = path.join(layoutsFolder, "jekyll");

/** How deep includes may be nested. */
const maxDepth = 100;

/** The key under which a page's scope has the names of the open includes, from the outermost. */
const openIncludes = "indigoIncludes";

/** Matches `name="text"`, `name='text'` or `name=variable`, with escaped quotes as in Jekyll. */
const parameter = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/;
const parameters = new RegExp(`^\\s*(?:${parameter.source}(?=\\s|$)\\s*)*$`);

/** Matches a file name with variables, and the parameters after it. */
const variableName = /^([^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|[^}]*)?\}\}[^\s{}]*)+)(.*)$/s;

/** Creates the tag `{% include file.html a="b" c=page.title %}`: an include of the site, else of the theme. */
export function includeTag(eleventyConfig: EleventyConfig): LiquidTagFactory {
  return fileTag(
    eleventyConfig,
    () => [eleventyConfig.directories.includes, themeFolder],
    frameTest(eleventyConfig),
  );
}

/** Creates the tag `{% include_relative file.md %}`: a file in the folder of the page or below. */
export function relativeIncludeTag(eleventyConfig: EleventyConfig): LiquidTagFactory {
  return fileTag(eleventyConfig, (scope) => [path.dirname(inputPath(scope))]);
}

function fileTag(
  eleventyConfig: EleventyConfig,
  foldersOf: (scope: LiquidScope) => string[],
  isInFrame: (name: string, scope: LiquidScope) => boolean = () => false,
): LiquidTagFactory {
  let parsed = new Map<string, LiquidTemplate[]>();
  // Parse includes again in each build, since they may change while Eleventy watches.
  onBuildStart(eleventyConfig, () => {
    parsed = new Map();
  });
  return tag((token, _rest, engine) => {
    const [fileName, parameterText] = splitArguments(token);
    return function* (scope, emitter) {
      const name = String(yield* renderArgument(fileName, engine, scope));
      if (isInFrame(name, scope)) return "";
      const file = findFile(name, foldersOf(scope), token, scope);
      const templates = parsed.get(file) ?? engine.parse(readText(file), file);
      parsed.set(file, templates);
      const values = parameterText.trim() === "" ? undefined : readParameters(parameterText, engine, scope);
      // Without parameters the variable `include` is that of the outer include, as in Jekyll.
      scope.push(values === undefined ? {} : { include: values });
      const open = (scope.getRegister(openIncludes) ?? []) as string[];
      scope.setRegister(openIncludes, [...open, name]);
      try {
        if (open.length >= maxDepth) throw tooDeep(token, [...open, name], scope);
        yield engine.renderer.renderTemplates(templates, scope, emitter);
      } finally {
        scope.setRegister(openIncludes, open);
        scope.pop();
      }
      return "";
    };
  });
}

/**
 * Returns the error for includes that are nested too deep, which mostly means that one includes itself.
 *
 * @param names - The open includes, from the outermost.
 */
function tooDeep(token: LiquidTagToken, names: readonly string[], scope: LiquidScope): IndigoError {
  const name = names.at(-1) ?? "";
  const call = `{% ${token.name} ${name} %} in ${templateName(scope)}`;
  const cycle = names.slice(names.slice(0, -1).lastIndexOf(name));
  return new IndigoError(
    names.indexOf(name) < names.length - 1
      ? `${call} includes itself: ${cycle.join(" → ")}.`
      : `${call}: includes are nested more than ${maxDepth} levels deep.`,
  );
}

/**
 * Splits the arguments of a tag into file name and parameters.
 *
 * @throws IndigoError for another syntax.
 */
function splitArguments({ name, args }: LiquidTagToken): [fileName: string, parameterText: string] {
  const text = args.trim();
  const [, file = "", parameterText = ""] =
    variableName.exec(text) ?? /^("[^"]*"|'[^']*'|\S*)(.*)$/s.exec(text) ?? [];
  if (file !== "" && parameters.test(parameterText)) return [file, parameterText];
  throw new IndigoError(
    `invalid {% ${name} ${text} %}: it must have the form {% ${name} file.html name="text" other=variable %}.`,
  );
}

/** Evaluates parameters: name to value. */
function readParameters(
  parameterText: string,
  engine: LiquidEngine,
  scope: LiquidScope,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [, name = "", double, single, variable = ""] of parameterText.matchAll(
    new RegExp(parameter, "g"),
  )) {
    values[name] =
      double?.replaceAll('\\"', '"') ??
      single?.replaceAll("\\'", "'") ??
      engine.evalValueSync(variable, scope);
  }
  return values;
}

/**
 * Finds an included file.
 *
 * @throws IndigoError for a file that is in none of the folders, or outside them because of its name or a symbolic link.
 */
function findFile(name: string, folders: string[], token: LiquidTagToken, scope: LiquidScope): string {
  const call = `{% ${token.name} ${name} %} in ${templateName(scope)}`;
  if (hasParentSegment(name) || path.isAbsolute(name)) {
    throw new IndigoError(`${call}: the file must be inside ${shown(folders[0] ?? "")}.`);
  }
  for (const folder of folders) {
    const file = path.join(folder, name);
    if (name !== "" && existsSync(file) && statSync(file).isFile()) {
      if (isInside(file, folder)) return file;
      throw new IndigoError(`${call}: the file is a symbolic link to a file outside ${shown(folder)}.`);
    }
  }
  const candidates = folders.flatMap((folder) => filesIn(folder, token.name === "include"));
  throw new IndigoError(
    `${call}: no such file in ${shown(folders[0] ?? "")}.${suggestion(name, candidates)}`,
  );
}

const isInside = (file: string, folder: string): boolean =>
  realpathSync(file).startsWith(realpathSync(folder) + path.sep);

/** Returns a folder for messages. */
const shown = (folder: string): string => `${path.relative(".", folder) || "."}/`;

/** Lists the files of a folder, relative to it. */
function filesIn(folder: string, recursive: boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
}
