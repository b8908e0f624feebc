/** What a venue is made of; LaTeX and marks are gone. */
export interface VenueParts {
  type: string;
  container?: string | undefined;
  event?: string | undefined;
  publisher?: string | undefined;
  genre?: string | undefined;
  number?: string | undefined;
  howpublished?: string | undefined;
  note?: string | undefined;
  arxiv?: string | undefined;
  series?: string | undefined;
}

/** What CSL's `genre` holds for BibLaTeX's localization keys. @see https://ctan.org/pkg/biblatex – manual, section 4.9.2.13 */
const genres: Record<string, string> = {
  phdthesis: "PhD thesis",
  mathesis: "Master’s thesis",
  bathesis: "Bachelor’s thesis",
  candthesis: "Candidate thesis",
  techreport: "Technical report",
  resreport: "Research report",
  software: "Computer software",
  patent: "Patent",
  patentus: "U.S. patent",
  patenteu: "European patent",
  patentde: "German patent",
  patentfr: "French patent",
  patentuk: "British patent",
  patreq: "Patent request",
  patreqde: "German patent request",
  patreqeu: "European patent request",
  patreqfr: "French patent request",
  patrequk: "British patent request",
  patrequs: "U.S. patent request",
};

/** Where a work appeared, in one line without the year; empty where its source does not say. */
export function venueOf(parts: VenueParts): string {
  return (venues[parts.type] ?? anyVenue)(parts);
}

const join = (...words: (string | undefined)[]): string => words.filter(Boolean).join(", ");

const genreOf = ({ genre }: VenueParts): string | undefined =>
  genre && (genres[genre.toLowerCase()] ?? genre);

const numbered = (what: string | undefined, number: string | undefined): string | undefined =>
  number ? [what, number].filter(Boolean).join(" ") : what;

function anyVenue(parts: VenueParts): string {
  const { container, event, publisher, howpublished, arxiv, note, series } = parts;
  return (
    container || event || publisher || howpublished || (arxiv && `arXiv:${arxiv}`) || series || note || ""
  );
}

/** Where the type says more than the container. */
const venues: Record<string, (parts: VenueParts) => string> = {
  thesis: (parts) => join(genreOf(parts), parts.publisher) || anyVenue(parts),
  report: (parts) =>
    parts.number || parts.genre
      ? join(numbered(genreOf(parts) ?? "Report", parts.number), parts.publisher)
      : anyVenue(parts),
  patent: (parts) => numbered(genreOf(parts) ?? "Patent", parts.number) || anyVenue(parts),
};
