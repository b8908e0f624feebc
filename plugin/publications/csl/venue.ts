/** The fields from which the venue of a work is written, as plain text. */
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

/** The texts of BibLaTeX's localization keys, which CSL's `genre` may contain. @see https://ctan.org/pkg/biblatex – manual, section 4.9.2.13 */
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

/** Returns the venue of a work in one line, without the year; empty if it is unknown. */
export function venueOf(parts: VenueParts): string {
  return (venues[parts.type] ?? anyVenue)(parts);
}

const join = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join(", ");

/** Returns the text of a genre, which may be a key of BibLaTeX. */
export const genreText = (genre: string): string => {
  const key = genre.toLowerCase();
  return (Object.hasOwn(genres, key) ? genres[key] : undefined) ?? genre;
};

const genreOf = ({ genre }: VenueParts): string | undefined => genre && genreText(genre);

const numbered = (genre: string | undefined, number: string | undefined): string | undefined =>
  number ? [genre, number].filter(Boolean).join(" ") : genre;

function anyVenue(parts: VenueParts): string {
  const { container, event, publisher, howpublished, arxiv, note, series } = parts;
  return (
    container || event || publisher || howpublished || (arxiv && `arXiv:${arxiv}`) || series || note || ""
  );
}

/** The venues of types whose genre or number is more informative than the container. */
const venues: Record<string, (parts: VenueParts) => string> = {
  thesis: (parts) => join(genreOf(parts), parts.publisher) || anyVenue(parts),
  report: (parts) =>
    parts.number || parts.genre
      ? join(numbered(genreOf(parts) ?? "Report", parts.number), parts.publisher)
      : anyVenue(parts),
  patent: (parts) => numbered(genreOf(parts) ?? "Patent", parts.number) || anyVenue(parts),
};
