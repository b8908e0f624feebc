import path from "node:path";
import { compileString, type Exception, type Importer, type Syntax } from "sass";

/** The Sass of a site. */
export interface SassSource {
  /** The style sheet. */
  text: string;
  syntax: Syntax;
  /** All files that it may import: path relative to the folder `_sass` to text. */
  files: Readonly<Record<string, string>>;
}

/** The compiled CSS, or what is wrong, with file and line if it is not in the style sheet itself. */
export type SassResult = { css: string } | { error: string; place?: string };

const scheme = "site:/";

/** Compiles the Sass of a site. Imports only the files in `files`. */
export function compileSass({ text, syntax, files }: SassSource): SassResult {
  const importer: Importer = {
    canonicalize(url) {
      const name = decodeURIComponent(url.startsWith(scheme) ? url.slice(scheme.length) : url);
      const found = candidates(name).find((file) => Object.hasOwn(files, file));
      return found === undefined ? null : new URL(scheme + encodeURI(found));
    },
    load({ pathname }) {
      const file = decodeURI(pathname.slice(1));
      const syntax = syntaxOf(file);
      const contents = files[file] ?? "";
      return { contents: syntax === "indented" ? currentSass(contents) : contents, syntax };
    },
  };
  try {
    const { css } = compileString(text, {
      syntax,
      importers: [importer],
      importer,
      url: new URL(`${scheme}style`),
      charset: false,
      quietDeps: true,
      logger: { warn: () => undefined, debug: () => undefined },
    });
    return { css };
  } catch (error) {
    const { sassMessage, span } = error as Exception;
    if (sassMessage === undefined) throw error;
    const file = decodeURI(span.url?.pathname.slice(1) ?? "");
    return {
      error: sassMessage.replace(/\.$/, ""),
      ...(file !== "" && file !== "style" ? { place: `_sass/${file}:${span.start.line + 1}` } : {}),
    };
  }
}

/**
 * Returns indented Sass as current Sass reads it. Jekyll's old Sass took tabs among spaces, and a comma after the last
 * selector; both are in Indigo itself.
 */
function currentSass(sass: string): string {
  const lines = sass
    .split(/\r?\n/)
    .map((line) => line.replace(/^[ \t]+/, (indent) => indent.replaceAll("\t", "    ")));
  const indentOf = (line: string): number => line.length - line.trimStart().length;
  return lines
    .map((line, index) => {
      const next = lines[index + 1] ?? "";
      return /,\s*$/.test(line) && indentOf(next) > indentOf(line) ? line.replace(/,\s*$/, "") : line;
    })
    .join("\n");
}

const syntaxOf = (file: string): Syntax =>
  file.endsWith(".sass") ? "indented" : file.endsWith(".css") ? "css" : "scss";

/** Returns the files that an import of a name may mean. */
function candidates(name: string): string[] {
  const { dir, base } = path.posix.parse(path.posix.normalize(name));
  const stems = [base, `_${base}`].map((stem) => path.posix.join(dir, stem));
  return [
    ...stems,
    ...[".scss", ".sass", ".css"].flatMap((extension) => stems.map((stem) => stem + extension)),
    ...[".scss", ".sass"].flatMap((extension) =>
      ["_index", "index"].map((stem) => path.posix.join(dir, base, stem + extension)),
    ),
  ];
}
