import { genreText } from "../csl/venue.js";
import type { CitationStyle } from "./csl-styles.js";

type ByStyle = Partial<Record<CitationStyle, string>>;

/**
 * How the manuals write what a work is, by BibLaTeX's keys: APA's Publication Manual, sections 10.4 and 10.6; Chicago
 * Manual of Style, sections 14.215 and 14.220; IEEE Reference Guide, "Theses and Dissertations" and "Reports".
 */
const genres: Record<string, ByStyle> = {
  phdthesis: { APA: "Doctoral dissertation", Chicago: "PhD diss.", IEEE: "Ph.D. dissertation" },
  techreport: { APA: "Technical report", Chicago: "Technical Report", IEEE: "Tech. Rep." },
  resreport: { APA: "Research report", Chicago: "Research Report", IEEE: "Res. Rep." },
};

/** What a work is that names no genre, by its type in CSL: APA's Publication Manual, sections 10.9, 10.12 and 10.14. */
const byType: Record<string, (item: Record<string, unknown>) => ByStyle> = {
  dataset: () => ({ APA: "Data set" }),
  motion_picture: ({ URL: url }) => ({ APA: url ? "Video" : "Film" }),
  figure: () => ({ APA: "Image" }),
  musical_score: () => ({ APA: "Musical score" }),
};

/** Returns the genre of a work, such as "PhD diss.", as a citation style writes it; undefined if it has none. */
export function styleGenre(item: Record<string, unknown>, style: CitationStyle): string | undefined {
  const { type, genre, number } = item;
  if (type === "patent") return patentGenre(item, style);
  if (typeof genre !== "string" || genre === "") {
    const ofType = typeof type === "string" && Object.hasOwn(byType, type) ? byType[type] : undefined;
    return number === undefined ? ofType?.(item)[style] : undefined;
  }
  const key = genre.toLowerCase();
  return (Object.hasOwn(genres, key) ? genres[key]?.[style] : undefined) ?? genreText(genre);
}

/** Returns "U.S. Patent", which Chicago writes "US Patent"; a number alone would not say what it is. */
function patentGenre({ genre, jurisdiction }: Record<string, unknown>, style: CitationStyle): string {
  const text = typeof genre === "string" && genre ? genreText(genre) : countryPatent(jurisdiction);
  const capital = text.replace(/\bpatent\b/, "Patent");
  return style === "Chicago" ? capital.replace("U.S.", "US") : capital;
}

const countryPatent = (jurisdiction: unknown): string =>
  /^(?:US|U\.S\.|United States)/i.test(String(jurisdiction ?? "")) ? "U.S. patent" : "Patent";
