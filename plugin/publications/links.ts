import { link } from "../utils/schema-values.js";
import type { LinkWord, PublicationFacts, PublicationLink } from "./publication.js";

/** Where a field of an entry leads: the address of a file that is published, or nothing where that is not there. */
export type Locate = (
  field: "pdf" | "html" | "slides" | "poster" | "supp",
  value: string,
) => string | undefined;

/** The address of a number at arXiv, at a registry of DOIs and so on. */
const arxivUrl = (id: string): string => `https://arxiv.org/abs/${id}`;
const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;

/** Labels that are words, which the page's language has, and not names. */
const wordOf: Readonly<Record<string, LinkWord>> = {
  Link: "link",
  Code: "code",
  Video: "video",
  Slides: "slides",
  Poster: "poster",
  Supplement: "supplement",
  Blog: "blog",
  Website: "website",
};

/**
 * The links of a publication: first where to read it, then what belongs to it, last where others speak of it. Services
 * that themes show as badges, loaded from another host, are links.
 */
export function linksOf(facts: PublicationFacts, locate: Locate): PublicationLink[] {
  const { doi, arxiv, pmid, altmetric, dimensions, inspirehepId, googleScholarId } = facts;
  const local = (field: Parameters<Locate>[0]): string | undefined =>
    facts[field] && locate(field, facts[field]);
  const [scholar] = googleScholarId?.includes(":") ? googleScholarId.split(":") : [];
  const doiLink = doi && doiUrl(doi);
  const candidates: [label: string, url: string | undefined | false][] = [
    ["PDF", local("pdf")],
    ["arXiv", arxiv && arxivUrl(arxiv)],
    ["DOI", doiLink],
    ["HTML", local("html")],
    ["Link", facts.url],
    ["Code", facts.code],
    ["Video", facts.video],
    ["Slides", local("slides")],
    ["Poster", local("poster")],
    ["Supplement", local("supp")],
    ["Blog", facts.blog],
    ["Website", facts.website],
    ["PubMed", pmid && `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/`],
    ["INSPIRE", inspirehepId && `https://inspirehep.net/literature/${encodeURIComponent(inspirehepId)}`],
    [
      "Scholar",
      scholar &&
        `https://scholar.google.com/citations?view_op=view_citation&user=${encodeURIComponent(scholar)}&citation_for_view=${encodeURIComponent(googleScholarId ?? "")}`,
    ],
    [
      "Altmetric",
      badge(altmetric, doi, "https://www.altmetric.com/details/", "https://www.altmetric.com/details/doi/"),
    ],
    [
      "Dimensions",
      badge(
        dimensions,
        doi,
        "https://badge.dimensions.ai/details/id/",
        "https://badge.dimensions.ai/details/doi/",
      ),
    ],
  ];
  const seen = new Set<string>();
  return candidates.flatMap(([label, url]) => {
    if (!url || !link.safeParse(url).success) return [];
    const same = canonical(url);
    if (seen.has(same)) return [];
    seen.add(same);
    const word = wordOf[label];
    return [{ label, url, ...(word && { word }) }];
  });
}

function badge(
  value: string | boolean | undefined,
  doi: string | undefined,
  byId: string,
  byDoi: string,
): string | undefined {
  if (!value) return undefined;
  if (value === true) return doi && `${byDoi}${encodeURI(doi)}`;
  return `${byId}${encodeURIComponent(value)}`;
}

/** One work at one place: `http` or `https`, a DOI at either of its hosts, a page of arXiv or its PDF. */
export const canonical = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/^dx\.doi\.org/, "doi.org")
    .replace(/\/$/, "")
    .toLowerCase();

/** The links that a list of an author's own leaves: theirs take the place of those with the same label or address. */
export function joinLinks(made: PublicationLink[], own: PublicationLink[]): PublicationLink[] {
  const labels = new Set(own.map(({ label }) => label.toLowerCase()));
  const urls = new Set(own.map(({ url }) => canonical(url)));
  return [
    ...made.filter(({ label, url }) => !labels.has(label.toLowerCase()) && !urls.has(canonical(url))),
    ...own,
  ];
}
