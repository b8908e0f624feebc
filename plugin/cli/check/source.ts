import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { lineCounter } from "../../utils/lines.js";

/** A place in the author's files. */
export interface Place {
  file: string;
  line?: number;
}

/** The most texts that are searched in a file. Faults beyond that have no line. */
const maxSearches = 1_000;

/** Finds lines in a site's source files. Reads each file once. */
export class Sources {
  readonly #folder: string;
  readonly #texts = new Map<string, string>();
  readonly #positions = new Map<string, Map<string, number>>();
  readonly #lines = new Map<string, ReturnType<typeof lineCounter>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Returns the first line that contains one of several texts.
   *
   * @param file - Path relative to the site's folder.
   * @param traces - Texts to look for, most specific first.
   */
  place(file: string, traces: readonly string[]): Place {
    const text = this.#text(file);
    for (const trace of traces.filter((each) => each.length > 0)) {
      const at = this.#indexOf(file, text, trace);
      if (at >= 0) return { file, line: this.#lines.get(file)?.(at) ?? 1 };
    }
    return { file };
  }

  /** Returns the position of a text in a file, or -1. Gives up after many texts, each of which may take a search of the file. */
  #indexOf(file: string, text: string, trace: string): number {
    const positions = this.#positions.get(file) ?? new Map<string, number>();
    this.#positions.set(file, positions);
    let position = positions.get(trace);
    if (position === undefined) {
      if (positions.size >= maxSearches) return -1;
      position = text.indexOf(trace);
      positions.set(trace, position);
    }
    return position;
  }

  /** Returns the place of the most specific text that one of several files contains. */
  search(files: readonly string[], traces: readonly string[]): Place | undefined {
    for (const trace of traces) {
      const place = files.map((file) => this.place(file, [trace])).find(({ line }) => line !== undefined);
      if (place) return place;
    }
    return undefined;
  }

  #text(file: string): string {
    const cached = this.#texts.get(file);
    if (cached !== undefined) return cached;
    const full = path.join(this.#folder, file);
    const text = existsSync(full) ? readFileSync(full, "utf8") : "";
    this.#texts.set(file, text);
    this.#lines.set(file, lineCounter(text));
    return text;
  }
}
