import type MarkdownIt from "markdown-it";
import type { Strings } from "../../i18n/strings/types.js";
import type { Numbering } from "../../options/site.js";
import { IndigoError, suggester, templateName } from "../../utils/errors.js";
import { type PageEnvironment, pageOf, placeIn } from "../environment.js";
import { useCaptionNumbers } from "./caption-numbers.js";
import { useCaptions } from "./captions.js";
import { collect } from "./collect.js";
import { restoreLabels, useEquationLabels } from "./equations.js";
import { useFigureDivs } from "./figures.js";
import { useHtmlDivs } from "./html-divs.js";
import { kindOfLabel } from "./kinds.js";
import type { Numbered } from "./registry.js";
import { resolve } from "./resolve.js";
import { useReferences } from "./syntax.js";

/** What numbers and references need. */
export interface NumberingOptions {
  defaults: Numbering;
  /** Returns the UI strings in the language of a page, by its markdown-it environment. */
  stringsOf(env: unknown): Strings;
  /** Returns whether a key is one of a work that the page can cite. */
  isWork(key: string, page: PageEnvironment["page"]): boolean;
  /** What the texts of each page have numbered in this build. */
  kept: KeptNumbers;
  warn(message: string): void;
}

/** Keeps what a page numbers for other texts of the same page, such as its excerpt. */
export interface KeptNumbers {
  of(page: string): Map<string, Numbered>;
  /** Forgets all, for the next build. */
  clear(): void;
}

export function keptNumbers(): KeptNumbers {
  const pages = new Map<string, Map<string, Numbered>>();
  return {
    of(page) {
      const known = pages.get(page) ?? new Map<string, Numbered>();
      if (page) pages.set(page, known);
      return known;
    },
    clear: () => pages.clear(),
  };
}

/**
 * Numbers equations, figures, tables, blocks of code, sections, and theorems and their like, and renders references to them.
 * Numbers are per page. Must be called after the rules of formulas, attributes, divs, figures, headings and citations.
 *
 * @see https://lierdakil.github.io/pandoc-crossref/
 */
export function useNumbering(md: MarkdownIt, options: NumberingOptions): void {
  const { stringsOf, isWork, warn, kept } = options;
  useCaptions(md);
  useHtmlDivs(md);
  useFigureDivs(md);
  useEquationLabels(md);
  useCaptionNumbers(md);

  // Labels are known when all of a text is parsed. Its source tells before, for keys that a work has too.
  const sources = new WeakMap<object, string>();
  md.core.ruler.before("block", "indigo_numbering_source", ({ env, src }) => {
    sources.set(env, src);
  });
  useReferences(md, {
    isReference: (label, env) =>
      !isWork(label, (env as PageEnvironment).page) || hasLabel(sources.get(env as object) ?? "", label),
  });

  md.core.ruler.push("indigo_numbering", (state) => {
    restoreLabels(state);
    const env = state.env as PageEnvironment;
    const strings = stringsOf(env);
    const page = kept.of(pageOf(env));
    const found = collect(state, { strings, warn, earlier: page, ...settingsOf(env, options.defaults) });
    const near = suggester(() => found.labels());
    const labels = found.labels().filter((label) => kindOfLabel(label));
    resolve(state, {
      registry: found,
      strings,
      hasLabels: labels.length + page.size > 0,
      unknown(written, source) {
        const place = placeIn(env, source);
        warn(`${place} refers to "${written}", but nothing on the page has this label.${near(written)}`);
      },
    });
    for (const label of labels) {
      const numbered = found.get(label);
      if (numbered) page.set(label, numbered);
    }
  });
}

/** Returns whether a source has a label, with the characters in place of braces or after another attribute. */
const hasLabel = (source: string, label: string): boolean =>
  source.includes(`#${label}`) || source.includes(`\\label{${label}}`) || source.includes(`id="${label}"`);

/** Returns the settings of a page: its front matter, or the options. @throws IndigoError for other values. */
function settingsOf(env: PageEnvironment, defaults: Numbering): Numbering {
  const data = env as Record<string, unknown>;
  const settings = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof Numbering)[]) {
    const value = data[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== "boolean") {
      const place = templateName(env.page?.inputPath ?? "a template");
      throw new IndigoError(
        `field "${name}" in ${place} must be true or false, but it is ${JSON.stringify(value)}.`,
      );
    }
    settings[name] = value;
  }
  return settings;
}

export { statementKinds } from "./kinds.js";
