import type { EleventyConfig } from "../eleventy/api.js";
import type { SiteFile } from "../eleventy/site-files.js";
import { isLocalFile, urlOfFile } from "../eleventy/site-files.js";
import { linkText, remoteImageWarning } from "../utils/remote-image.js";
import type { Report } from "../utils/report.js";
import { isOtherHost } from "../utils/urls.js";
import type { Entry } from "./entries.js";
import { findFile } from "./entry-files.js";
import { type FieldName, fileFields, publicationFields } from "./fields.js";
import { readOwnFields, splitUrls } from "./identifiers/index.js";
import { joinLinks, linksOf } from "./links.js";
import { withValidOrcids } from "./people/orcids.js";
import { findPoster, isVideo } from "./preview.js";
import type { PublicationFacts, PublicationLink } from "./publication.js";

/** Completes a message on a file with what is done: before its last sentence, which is advice. */
const leftOut = (reason: string): string => reason.replace(/\.(?= If | Name |$)/, "; it is left out.");

/** Returns an entry with a link instead of a preview image at another host, from which pages must not load it. */
export function withOwnPreview(entry: Entry, siteUrl: string | undefined, { hints }: Report): Entry {
  const { preview: url, ...facts } = entry.facts;
  // A video there becomes a link with the links of fields.
  if (url === undefined || isVideo(url) || !isOtherHost(url, siteUrl)) return entry;
  hints.push(
    remoteImageWarning(`field "preview" of publication "${facts.id}" in ${entry.place("preview")}`, url),
  );
  return { ...entry, facts: { ...facts, links: [...facts.links, { label: linkText(url, undefined), url }] } };
}

/**
 * Returns the fields of an entry with the URLs of its files, and with the links from its fields before the author's own.
 *
 * @param linkedFiles - Collects the files of the site that the entry names.
 * @param scholar - The site owner's identifier at Google Scholar.
 */
export function withLinks(
  eleventyConfig: EleventyConfig,
  { facts, place, file }: Entry,
  linkedFiles: SiteFile[],
  scholar: string | undefined,
  report: Report,
): PublicationFacts {
  const about = (field: string): string => `field "${field}" of publication "${facts.id}" in ${place(field)}`;
  const linked = withIdentifiers(facts, about, report);
  for (const field of fileFields) {
    const value = facts[field];
    if (typeof value !== "string" || !isLocalFile(value)) continue;
    // A page or file of the site that its author names by its URL.
    if (publicationFields[field].kind === "link" && value.startsWith("/")) continue;
    const { file: local, refusal } = findFile(eleventyConfig, field, value, file(field));
    const namedBy = about(field);
    if (local) {
      linkedFiles.push({ ...local, namedBy });
      Object.assign(linked, { [field]: urlOfFile(local) });
      const poster =
        field === "preview" && isVideo(value) ? findPoster(eleventyConfig, value, file(field)) : undefined;
      if (poster) {
        linkedFiles.push({ ...poster, namedBy });
        linked.previewPoster = urlOfFile(poster);
      }
    } else {
      delete linked[field];
      report.problems.push(
        `${namedBy} names ${leftOut(refusal ?? `a file that does not exist: "${value}".`)}`,
      );
    }
  }
  if (facts.googleScholarId && scholar === undefined && !facts.googleScholarId.includes(":")) {
    report.hints.push(
      `${about("google_scholar_id")} has no link: it lacks your own id before it, as in "abc123:${facts.googleScholarId.slice(0, 40)}". The option "social.googleScholar" adds it.`,
    );
  }
  const remoteVideo = linked.preview !== undefined && !isLocalFile(linked.preview) && isVideo(linked.preview);
  // A page makes no third-party requests; an author's own link to the same video takes precedence.
  const videoLink: PublicationLink[] = remoteVideo
    ? [{ label: "Video", word: "video", url: String(linked.preview) }]
    : [];
  const { preview, ...withoutPreview } = linked;
  const shown: PublicationFacts = remoteVideo ? withoutPreview : linked;
  const fieldLinks = joinLinks(
    videoLink,
    linksOf(shown, (url) => url, { scholar }),
  );
  const links = joinLinks(fieldLinks, facts.links);
  const { foundLinks: _, ...rest } = shown;
  return { ...rest, ...firstUrls(rest), links };
}

/** Returns the fields of an entry with its identifiers as links need them; those that are none are left out. */
function withIdentifiers(
  facts: PublicationFacts,
  about: (field: string) => string,
  report: Report,
): PublicationFacts {
  const { ids, links, problems } = readOwnFields({ ...facts });
  const [authors, editors] = [withValidOrcids(facts.authors), withValidOrcids(facts.editors)];
  const linked: PublicationFacts = { ...facts, ...ids, authors: authors.names, editors: editors.names };
  report.problems.push(...authors.problems.map((message) => `${about("authors")} ${message}`));
  report.problems.push(...editors.problems.map((message) => `${about("editors")} ${message}`));
  for (const { field, message } of problems) {
    delete linked[field as FieldName];
    report.problems.push(`${about(field)} ${message}`);
  }
  if (links.length > 0) linked.foundLinks = [...links, ...(facts.foundLinks ?? [])];
  return linked;
}

/** Returns the first URL of each field with several, all of which are links. */
function firstUrls(facts: PublicationFacts): Partial<PublicationFacts> {
  return Object.fromEntries(
    fileFields.flatMap((field) => {
      const [first, second] = splitUrls(String(facts[field] ?? ""));
      return second === undefined ? [] : [[field, first]];
    }),
  );
}
