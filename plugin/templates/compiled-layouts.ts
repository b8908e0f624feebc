import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import nunjucks from "nunjucks";
import { compiledLayoutsFile, layoutsFolder } from "../paths.js";
import { shortHash } from "../utils/hash.js";

const load = createRequire(import.meta.url);

/** A template as Nunjucks compiles it. */
interface CompiledTemplate {
  /** Of the text that it was compiled from. */
  hash: string;
  code(): object;
}

let compiled: Readonly<Record<string, CompiledTemplate>> | undefined;

/**
 * Finds the theme's Nunjucks files, as they come compiled with the package: to compile what one page is made of takes a
 * tenth of a small site's time, with each build anew. A file that is another by now, as while one works on it, is read.
 */
export class LayoutLoader extends nunjucks.FileSystemLoader {
  constructor() {
    super(layoutsFolder);
  }

  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name);
    // Nunjucks takes `null` for "not here", which its declarations do not have.
    if (!source) return source;
    compiled ??= existsSync(compiledLayoutsFile)
      ? (load(compiledLayoutsFile) as Record<string, CompiledTemplate>)
      : {};
    const template = compiled[name];
    if (template?.hash !== shortHash(source.src)) return source;
    // It takes code as well, which they do not have either.
    return { ...source, src: { type: "code", obj: template.code() } as unknown as string };
  }
}

/** Compiles every Nunjucks file into the package. */
export function precompileLayouts(): void {
  const env = new nunjucks.Environment(new nunjucks.FileSystemLoader(layoutsFolder));
  // The only one of the filters in them that is asynchronous, which Nunjucks compiles otherwise.
  env.addFilter("renderTransforms", () => {}, true);
  const text = nunjucks.precompile(layoutsFolder, { env, include: ["\\.njk$"], wrapper });
  writeFileSync(compiledLayoutsFile, text);
}

/** CommonJS: what a site's first page needs of it is there at once, and no more of it is read than that. */
function wrapper(templates: unknown): string {
  // Declared as one, while it is all of a folder.
  const entries = (templates as readonly { name: string; template: string }[]).map(({ name, template }) => {
    const hash = shortHash(readFileSync(path.join(layoutsFolder, name), "utf8"));
    return `${JSON.stringify(name)}: { hash: "${hash}", code() {\n${template}\n} }`;
  });
  return `module.exports = {\n${entries.join(",\n")}\n};\n`;
}
