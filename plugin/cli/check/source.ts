import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where something stands in the author's files. */
export interface Place {
  file: string;
  line?: number;
}

/** Finds lines in a site's sources, each file of which it reads once. */
export class Sources {
  readonly #folder: string;
  readonly #texts = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The line in which one of several texts stands first.
   *
   * @param file - From the site's folder.
   * @param traces - The best first.
   */
  place(file: string, traces: readonly string[]): Place {
    const text = this.#text(file);
    for (const trace of traces.filter((wanted) => wanted.length > 0)) {
      const at = text.indexOf(trace);
      if (at >= 0) return { file, line: text.slice(0, at).split("\n").length };
    }
    return { file };
  }

  /** The first of several files that has one of the texts. */
  search(files: readonly string[], traces: readonly string[]): Place | undefined {
    return files.map((file) => this.place(file, traces)).find(({ line }) => line !== undefined);
  }

  #text(file: string): string {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const full = path.join(this.#folder, file);
    const text = existsSync(full) ? readFileSync(full, "utf8") : "";
    this.#texts.set(file, text);
    return text;
  }
}
