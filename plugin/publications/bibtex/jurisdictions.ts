/** The texts of BibLaTeX's keys for countries in which patents hold. @see https://ctan.org/pkg/biblatex – manual, section 4.9.2.23 */
const countries: Record<string, string> = {
  countryde: "Germany",
  countryeu: "European Union",
  countryep: "European Union",
  countryfr: "France",
  countryuk: "United Kingdom",
  countryus: "United States of America",
};

/** Returns the jurisdiction of a patent from its location: `countryde and countryfr`. */
export const patentJurisdiction = (location: string | undefined): string | undefined =>
  location
    ?.split(/\s+and\s+/)
    .map((name) => (Object.hasOwn(countries, name.toLowerCase()) ? countries[name.toLowerCase()] : name))
    .join(", ");
