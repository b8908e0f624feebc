import { load } from "../../utils/require.js";
import type { CslNode } from "./csl-styles.js";

/** The part of citeproc that the theme uses. @see https://citeproc-js.readthedocs.io/en/latest/running.html */
interface Citeproc {
  Engine: new (
    system: { retrieveLocale(): CslNode; retrieveItem(id: string): Record<string, unknown> },
    style: CslNode,
    language?: string,
    forceLanguage?: boolean,
  ) => Engine;
  /** Parses a style. */
  parseXml(source: string): CslNode;
  toLocaleLowerCase(this: Engine, text: string): string;
}

/** A formatter of citeproc for one style. */
export interface Engine {
  opt: { development_extensions: { wrap_url_and_doi: boolean } };
  tmp: { lang_array?: string[] };
  fun: { flipflopper: { processTags(blob: { blobs: unknown }): void } };
  registry: { namereg: NameRegistry; refhash: Record<string, unknown> };
  updateItems(ids: readonly string[]): void;
  makeBibliography(): false | [facts: { entry_ids: string[][] }, entries: string[]];
  makeCitationCluster(cites: readonly EngineCite[]): string;
}

/** A work in a citation, as citeproc has it. */
export interface EngineCite {
  id: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
  locator?: string | undefined;
  label?: string | undefined;
  /** How it stands to the citations before it: 0 first, 1 subsequent, 2 ibid., 3 ibid. with another locator. */
  position?: number;
  "suppress-author"?: boolean;
  "author-only"?: boolean;
}

/** citeproc's registry of all names, which it needs to tell persons apart. */
interface NameRegistry {
  addname(): void;
  delitems(): Record<string, true>;
  /** Returns how much of a given name is shown: 0 nothing, 1 initials, 2 all. */
  evalname(
    id: string,
    name: unknown,
    index: number,
    floor: number,
    form: string,
    initials: string | undefined,
  ): number;
}

/** A registry without names: a single work has nobody to be confused with. */
const noNames: NameRegistry = {
  addname() {},
  delitems: () => ({}),
  evalname: (_id, _name, _index, _floor, form, initials) =>
    form === "short" ? 0 : typeof initials === "string" ? 1 : 2,
};

/** Characters of quotes and markup, which citeproc looks for in each text with a slow expression. */
const marks = /[<>"'\u00AB\u00BB\u2018-\u201F\u2039\u203A]/;

/** Languages with lower case letters of their own. */
const ownCases = /^(?:tr|az|lt)\b/i;

let citeproc: Citeproc | undefined;

/**
 * Creates an engine of citeproc for texts, which compares the works of a text to tell them apart.
 *
 * @param itemOf - Returns a work by its id.
 */
export function createTextEngine(
  style: CslNode,
  locale: CslNode,
  itemOf: (id: string) => Record<string, unknown>,
): Engine {
  citeproc ??= loadCiteproc();
  const engine = new citeproc.Engine(
    { retrieveLocale: () => locale, retrieveItem: itemOf },
    style,
    locale.attrs["xml:lang"],
    true,
  );
  engine.opt.development_extensions.wrap_url_and_doi = true;
  return engine;
}

/** Parses a CSL style. @throws Error for what is no XML. */
export function parseStyle(source: string): CslNode {
  citeproc ??= loadCiteproc();
  return citeproc.parseXml(source);
}

/**
 * Creates an engine of citeproc. What takes a third of its time and changes no reference is left out: its registry of
 * names, its search for quotes in texts without any, and the lower case by locale of ASCII.
 *
 * @param itemOf - Returns the work that is formatted.
 */
export function createEngine(style: CslNode, locale: CslNode, itemOf: () => Record<string, unknown>): Engine {
  citeproc ??= loadCiteproc();
  const language = locale.attrs["xml:lang"];
  const engine = new citeproc.Engine(
    { retrieveLocale: () => locale, retrieveItem: itemOf },
    style,
    language,
    true,
  );
  engine.opt.development_extensions.wrap_url_and_doi = true;
  engine.registry.namereg = noNames;
  const { flipflopper } = engine.fun;
  const processTags = flipflopper.processTags.bind(flipflopper);
  flipflopper.processTags = (blob) => {
    if (typeof blob.blobs !== "string" || marks.test(blob.blobs)) processTags(blob);
  };
  return engine;
}

function loadCiteproc(): Citeproc {
  const loaded: Citeproc = load("citeproc");
  const { toLocaleLowerCase } = loaded;
  loaded.toLocaleLowerCase = function (text) {
    return isAscii(text) && !ownCases.test(this.tmp.lang_array?.[0] ?? "")
      ? text.toLowerCase()
      : toLocaleLowerCase.call(this, text);
  };
  return loaded;
}

const isAscii = (text: string): boolean => /^[\0-\x7F]*$/.test(text);
