/**
 * Returns page numbers as CSL has them: `97-111`, with commas between ranges. A range of numbers that have hyphens
 * themselves has a dash: `A-1–A-5`. Undefined for a text without numbers, such as `--`.
 */
export function pageNumbers(text: string): string | undefined {
  const pages = text
    .trim()
    .replace(/^(?:pp?|pages?)\b\.?\s*/i, "")
    .split(/(\s*[,;]\s*)/)
    .map((part, index) => (index % 2 === 0 ? range(part.trim()) : `${part.trim()} `))
    .join("")
    .trim();
  // `100--`, of which the last page is missing.
  return hasContent(pages) ? pages.replace(/^-+|-+$/g, "") : undefined;
}

/** Returns whether a text has more than punctuation. */
const hasContent = (text: string): boolean => /[\p{L}\p{N}\p{Co}]/u.test(text);

const label =
  /^(?:vol(?:ume)?|bd|band|no|nr|num(?:ber)?|iss(?:ue)?)\b[.:]?\s*(?=[\p{L}\p{N}]*\p{N}|[IVXLC]+\b)|^(?:№|n[°º])\s*/iu;

/** Returns a volume or an issue without the word that styles write before it: `5` for `Vol. 5`. */
export const numberWithoutLabel = (text: string | undefined): string | undefined =>
  text !== undefined && hasContent(text) ? text.replace(label, "") : undefined;

const dashes = /\s*[-‐‑‒–—−]+\s*/gu;

function range(part: string): string {
  const isDash = (run: string): boolean => run.trim() !== "-";
  const runs = [...part.matchAll(dashes)].map(([run]) => run);
  const hasDash = runs.some(isDash);
  const isMixed = hasDash && runs.some((run) => !isDash(run));
  return part.replace(dashes, (run) => (isMixed && isDash(run) ? "–" : "-"));
}

/** Ordinal words by number, from 1 on, in the languages of the UI strings in which books have them. */
const ordinals = [
  "first erste première primera prima primeira",
  "second zweite deuxième seconde segunda seconda",
  "third dritte troisième tercera terza terceira",
  "fourth vierte quatrième cuarta quarta",
  "fifth fünfte cinquième quinta",
  "sixth sechste sixième sexta sesta",
  "seventh siebte septième séptima settima sétima",
  "eighth achte huitième octava ottava oitava",
  "ninth neunte neuvième novena nona",
  "tenth zehnte dixième décima decima",
  "eleventh elfte",
  "twelfth zwölfte",
];

const numbers: ReadonlyMap<string, string> = new Map(
  ordinals.flatMap((words, index) =>
    words.split(" ").map((word): [string, string] => [word, String(index + 1)]),
  ),
);

const editionWord =
  /(?:^|\s+|(?<=\d))(?:edition|edn|ed|auflage|aufl|ausgabe|édition|éd|edición|edizione|edição)\.?$|\.$/i;

/** Returns the number of an edition, of `Third`, `2nd` or `2. Auflage`; else its text, such as `Rev. ed.` */
export function editionNumber(text: string): string {
  const whole = text.trim();
  const bare = whole.replace(editionWord, "").trim();
  const number = /^(\d{1,3})(?:st|nd|rd|th|e|è?me|er|ª|º|a|\.)?$/i.exec(bare)?.[1];
  return (
    number ??
    numbers.get(bare.toLowerCase().replace(/(?<=t)[rs]$|(?<=te)[rsn]$/, "")) ??
    (bare === whole.slice(0, -1) && bare ? bare : whole)
  );
}
