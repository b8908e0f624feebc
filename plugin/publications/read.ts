import { existsSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import type { LateCopies } from "../eleventy/late-copies.js";
import type { SiteFile } from "../eleventy/site-files.js";
import { publicationWarningsEvent, warner } from "../eleventy/warnings.js";
import type { ValidOptions } from "../options/options.js";
import { configFileName } from "../utils/config-file-name.js";
import { IndigoError } from "../utils/errors.js";
import { whyUnreadable } from "../utils/read-text.js";
import type { Report } from "../utils/report.js";
import { type Entry, readEntries } from "./entries.js";
import { withLinks, withOwnPreview } from "./entry-links.js";
import { nameFromText } from "./people/names.js";
import { isSamePerson } from "./people/same-person.js";
import { unmarked } from "./people/shown-authors.js";
import type { Publication } from "./publication.js";
import { nameOf, publication } from "./publication.js";

const fileNames = ["publications.bib", "publications.yaml", "publications.yml", "publications.json"];

/** The site's publications, in the order of its files. */
export interface Publications {
  /** The files with the publications; empty if the site has none. */
  files: string[];
  all: Publication[];
  byId: Map<string, Publication>;
  /** Returns file and line of an entry, or of one of its fields, for messages. */
  placeOf(id: string | undefined, field?: string): string;
}

/** The options for the files of publications, and for errors in them. Images at the host of `url` are the site's own. */
export type Settings = Pick<ValidOptions, "bibliography" | "bibliographyErrors" | "url" | "title"> & {
  /** The site's profiles, one of which may be at Google Scholar. */
  social?: readonly { url: string }[];
  /** The site's owner, who without an option for it is the title. */
  author: { name: string; names: readonly string[] };
};

/** Returns the identifier of the site's owner at Google Scholar, from the profiles. */
const scholarId = (social: readonly { url: string }[]): string | undefined =>
  social
    .map(
      ({ url }) => /^https?:\/\/scholar\.google\.[\w.]+\/citations\?(?:[^#]*&)?user=([\w-]+)/.exec(url)?.[1],
    )
    .find((id) => id !== undefined);

/** Returns the paths of files with publications: from the option, else in the input folder, then in the data folder. */
export function publicationFiles(
  { directories }: EleventyConfig,
  { bibliography }: Pick<Settings, "bibliography">,
): string[] {
  if (bibliography !== undefined) return [bibliography].flat().map((file) => locate(directories.input, file));
  const folders = [...new Set([directories.input, directories.data])];
  return folders.flatMap((folder) => fileNames.map((name) => path.posix.join(folder, name)));
}

/** Returns the path of a file in the project, or in the input folder if it is only there. */
function locate(input: string, file: string): string {
  const inInput = path.posix.join(input, file);
  return !existsSync(file) && existsSync(inInput) ? inInput : path.posix.normalize(file);
}

/** Follows the first warning of a build. */
const howToFail =
  'set the option bibliographyErrors: "fail" to have the build fail on warnings about publications.';

/**
 * Reads the site's publications, and copies the files that they name to the output. What can be shown is shown: each invalid
 * field or entry is logged once, with its file, line, entry and field, and with what is done instead.
 *
 * @throws IndigoError for a file that doesn't exist or can't be read at all; with the option `bibliographyErrors: "fail"` for
 * every warning.
 */
export async function readPublications(
  eleventyConfig: EleventyConfig,
  { bibliography, bibliographyErrors, url, social = [], title, author }: Settings,
  copies: LateCopies,
): Promise<Publications> {
  const places = publicationFiles(eleventyConfig, { bibliography });
  const files = places.filter((file) => existsSync(file));
  const report: Report = { problems: [], hints: [] };
  if (bibliography !== undefined) {
    for (const file of places.filter((place) => !existsSync(place))) {
      throw new IndigoError(
        `option "bibliography" in ${configFileName()} names a file that does not exist: "${file}".`,
      );
    }
  }
  for (const file of files) {
    const reason = whyUnreadable(file);
    if (reason === undefined) continue;
    const namedBy =
      bibliography === undefined ? file : `option "bibliography" in ${configFileName()}: "${file}"`;
    throw new IndigoError(`${namedBy} ${reason}. It must be a file in BibTeX, YAML or JSON.`);
  }
  const byId = new Map<string, Publication>();
  const entryPlaces = new Map<string, Entry["place"]>();
  const linkedFiles: SiteFile[] = [];
  const scholar = scholarId(social);
  const isListed = listedEntries({ title, author });
  for (const entry of (await readEntries(files, report)).filter(isListed)) {
    entryPlaces.set(entry.facts.id, entry.place);
    const shown = withOwnPreview(entry, url, report);
    byId.set(entry.facts.id, publication(withLinks(eleventyConfig, shown, linkedFiles, scholar, report)));
  }
  const warnings = [...new Set([...report.hints, ...report.problems])];
  if (bibliographyErrors === "fail" && warnings.length > 0) throw new IndigoError(...warnings);
  const warn = warner(eleventyConfig);
  for (const [index, warning] of warnings.entries()) {
    warn(warning);
    if (index === 0) warn(howToFail);
  }
  eleventyConfig.emit?.(publicationWarningsEvent, warnings);
  copies.set(linkedFiles);
  const placeOf = (id = "", field?: string): string => entryPlaces.get(id)?.(field) ?? "the bibliography";
  return { files, all: [...byId.values()], byId, placeOf };
}

/**
 * Returns a function that returns whether an entry is one of the site's publications. A volume from which others inherit
 * often is in a file for this only, as in those of DBLP; it is the owner's work if the owner is among its authors or editors,
 * or if its author marks it as selected.
 */
function listedEntries({ title, author }: Pick<Settings, "title" | "author">): (entry: Entry) => boolean {
  const forms = [author.name, ...author.names].map(nameFromText);
  const hasOwner = author.name !== title || author.names.length > 0;
  return ({ facts, isVolume }) => {
    if (!isVolume || facts.selected) return true;
    if (!hasOwner && facts.authors.length > 0) return true;
    return [...facts.authors, ...facts.editors].some((name) =>
      forms.some((form) => isSamePerson(form, unmarked(nameOf(name)))),
    );
  };
}
