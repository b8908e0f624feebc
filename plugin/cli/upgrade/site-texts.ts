import { lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { lineCounter } from "../../utils/lines.js";
import type { Place } from "./place.js";

/** Files whose text can name something of the theme. */
const textFile =
  /\.(?:md|markdown|html|njk|liquid|hbs|mustache|webc|[cm]?js|[cm]?ts|json|ya?ml|css|s[ac]ss|less)$/i;

const notOfSite =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|bun\.lock)$|(?:^|\/)node_modules\//;

/** No text that a person writes is larger. */
const maxBytes = 2_000_000;

/** The texts of a site that git tracks: what can be restored. */
export class SiteTexts {
  readonly files: readonly string[];
  readonly #folder: string;
  readonly #texts = new Map<string, string>();

  /** @param tracked - The files that git tracks, from the site's folder. */
  constructor(folder: string, tracked: readonly string[]) {
    this.#folder = folder;
    this.files = tracked.filter((file) => textFile.test(file) && !notOfSite.test(file) && this.#isText(file));
  }

  /** Returns the text of one of the files. */
  text(file: string): string {
    let text = this.#texts.get(file);
    if (text === undefined) {
      // With its byte-order mark, which must stay.
      text = readFileSync(path.join(this.#folder, file), "utf8");
      this.#texts.set(file, text);
    }
    return text;
  }

  /** Returns whether a file is in UTF-8, so that its text can be written again. */
  isUtf8(file: string): boolean {
    return !this.text(file).includes("\uFFFD");
  }

  /** Sets the new text of a file, without writing it. */
  replace(file: string, text: string): void {
    this.#texts.set(file, text);
  }

  /** Returns the files with one of some extensions. */
  withExtension(...extensions: string[]): string[] {
    return this.files.filter((file) => extensions.includes(path.extname(file).slice(1).toLowerCase()));
  }

  /** Returns each match of a pattern, which must have the flag `g`, in some files. */
  matches(files: readonly string[], pattern: RegExp): { place: Place; start: number; end: number }[] {
    return files.flatMap((file) => {
      const text = this.text(file);
      const lineAt = lineCounter(text);
      return [...text.matchAll(pattern)].map((match) => ({
        place: { file, line: lineAt(match.index) },
        start: match.index,
        end: match.index + match[0].length,
      }));
    });
  }

  #isText(file: string): boolean {
    const stat = lstatSync(path.join(this.#folder, file), { throwIfNoEntry: false });
    // Not through symbolic links, which may lead out of the site.
    return stat?.isFile() === true && stat.size <= maxBytes;
  }
}

/** Returns a name as a pattern, which is no part of a longer one. */
export const wordPattern = (name: string): RegExp => new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`, "g");

/** Returns a text as a pattern. */
export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
