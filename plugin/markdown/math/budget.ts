import { type DefinedMacros, formulaLimits } from "../../utils/mathml.js";
import type { PageEnvironment } from "../environment.js";
import { pageOf } from "../environment.js";

/** The most characters of MathML in one page: ten of its longest formulas. */
export const maxPageOutput = 10 * formulaLimits.output;

/** Counts the MathML of each page, and knows its macros. */
export interface MathBudget {
  /** Returns whether a page may have more of it. */
  hasRoom(page: string): boolean;
  add(page: string, characters: number): void;
  /**
   * Returns the macros that the formulas of a text have defined so far: of all texts of a page. A text without a page, such
   * as one that a filter of the author's renders, has macros of its own, and so has each text of a data file.
   */
  definedIn(env: PageEnvironment): DefinedMacros;
  /** Starts again, for the next build. */
  clear(): void;
}

/** Returns a budget for the pages of a build. */
export function mathBudget(): MathBudget {
  const used = new Map<string, number>();
  const defined = new Map<string, DefinedMacros>();
  const ofTexts = new WeakMap<PageEnvironment, DefinedMacros>();
  return {
    hasRoom: (page) => (used.get(page) ?? 0) < maxPageOutput,
    add: (page, characters) => used.set(page, (used.get(page) ?? 0) + characters),
    definedIn(env) {
      const page = pageOf(env);
      const key = `${page}\n${env.page?.inputPath}`;
      const macros: DefinedMacros = (page ? defined.get(key) : ofTexts.get(env)) ?? new Map();
      if (page) defined.set(key, macros);
      else ofTexts.set(env, macros);
      return macros;
    },
    clear() {
      used.clear();
      defined.clear();
    },
  };
}
