import { memoize } from "../../utils/memoize.js";

/** The languages in which months are read: those of the UI strings, whose month names Unicode's CLDR has. */
const languages = ["en", "de", "fr", "es", "it", "pt", "ar", "nl", "pl", "sv", "da", "nb", "cs"];

/** The numbers of seasons in EDTF and CSL, by their names. @see https://www.loc.gov/standards/datetime/ */
const seasonNames: Record<number, string> = {
  1: "spring printemps frühling fruhling frühjahr primavera lente",
  2: "summer été sommer verano estate verão zomer",
  3: "autumn fall automne herbst otoño autunno outono herfst",
  4: "winter hiver invierno inverno",
};

const names = memoize((_key: "months"): ReadonlyMap<string, number> => {
  const months = new Map<string, number>();
  for (const language of languages) {
    for (const style of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
      // With a day, some languages have another grammatical case.
      const dated = new Intl.DateTimeFormat(language, { month: style, day: "numeric", timeZone: "UTC" });
      for (let month = 0; month < 12; month += 1) {
        const date = new Date(Date.UTC(2001, month, 1));
        const parts = dated.formatToParts(date);
        const texts = [format.format(date), parts.find(({ type }) => type === "month")?.value ?? ""];
        for (const text of texts) {
          const name = bare(text);
          // English comes first: `mar` is March, whatever it is elsewhere.
          if (name.length > 1 && !/\d/.test(name) && !months.has(name)) months.set(name, month + 1);
        }
      }
    }
  }
  return months.set("sept", 9);
});

const seasons: ReadonlyMap<string, number> = new Map(
  Object.entries(seasonNames).flatMap(([number, words]) =>
    words.split(" ").map((word): [string, number] => [bare(word), Number(number)]),
  ),
);

function bare(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}|\./gu, "")
    .toLowerCase();
}

/** Returns the number of a month, from its name or an abbreviation of it; undefined for other words. */
export function monthOf(word: string): number | undefined {
  const name = bare(word);
  const whole = names("months").get(name);
  if (whole !== undefined || name.length < 3) return whole;
  // Other abbreviations, such as `Febr.` and `Octob.`
  if (name.length < 4) return undefined;
  const matches = new Set(
    [...names("months")].flatMap(([each, month]) => (each.startsWith(name) ? month : [])),
  );
  return matches.size === 1 ? [...matches][0] : undefined;
}

/** Returns the number of a season, 1 for spring, from its name; undefined for other words. */
export const seasonOf = (word: string): number | undefined => seasons.get(bare(word));
