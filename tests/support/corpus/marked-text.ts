/**
 * Texts of the corpus in a markup of their own, which each exporter writes in its way: `[i:…]` italics, `[sub:…]`, `[sup:…]`,
 * `[m:…]` a formula, `[k:…]` words that keep their letter case, `[q:…]` quotes.
 */
const part = /\[(i|sub|sup|m|k|q):((?:[^[\]]|\[[^[\]]*\])*)\]/g;

type Mark = "i" | "sub" | "sup" | "m" | "k" | "q";

/** How an exporter writes a text: a template with `%` for each kind of markup, and a function for characters. */
export interface Manner extends Record<Mark, string> {
  text(text: string): string;
}

/** Writes a text in the manner of an exporter. */
export function written(text: string, manner: Manner): string {
  let [result, end] = ["", 0];
  for (const match of text.matchAll(part)) {
    const [whole, mark, inner = ""] = match;
    result += manner.text(text.slice(end, match.index));
    const content = mark === "m" ? inner : written(inner, manner);
    result += manner[mark as Mark].replace("%", () => content);
    end = match.index + whole.length;
  }
  return result + manner.text(text.slice(end));
}

/** Returns whether a text has a formula, whose form as text is tested elsewhere. */
export const hasFormula = (text: string): boolean => text.includes("[m:");

/** Returns a text as a reader sees it. */
export const plainly = (text: string): string =>
  written(text, { i: "%", sub: "%", sup: "%", m: "%", k: "%", q: "“%”", text: (plain) => plain });

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const named: Record<string, string> = {
  ...entities,
  é: "&eacute;",
  ü: "&uuml;",
  ö: "&ouml;",
  "–": "&ndash;",
  "—": "&mdash;",
  "’": "&rsquo;",
  "°": "&deg;",
  "×": "&times;",
  β: "&beta;",
  α: "&#945;",
  "…": "&hellip;",
  "\u00A0": "&nbsp;",
};

const escaped = (text: string, table: Record<string, string>): string =>
  [...text].map((character) => table[character] ?? character).join("");

/** HTML, as Crossref and publishers write it. */
export const html: Manner = {
  i: "<i>%</i>",
  sub: "<sub>%</sub>",
  sup: "<sup>%</sup>",
  m: "$%$",
  k: "%",
  q: "“%”",
  text: (text) => escaped(text, entities),
};

/** HTML with a character reference wherever there is one. */
export const namedHtml: Manner = {
  ...html,
  i: "<em>%</em>",
  q: "&ldquo;%&rdquo;",
  text: (text) => escaped(text, named),
};

/** The tags of JATS. */
export const jats: Manner = {
  ...html,
  i: "<jats:italic>%</jats:italic>",
  sub: "<jats:sub>%</jats:sub>",
  sup: "<jats:sup>%</jats:sup>",
  m: '<jats:inline-formula><jats:alternatives><jats:tex-math>$$%$$</jats:tex-math><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math></jats:alternatives></jats:inline-formula>',
};

/** HTML that a program has escaped once more. */
export const escapedHtml: Manner = {
  ...html,
  i: "&lt;i&gt;%&lt;/i&gt;",
  sub: "&lt;sub&gt;%&lt;/sub&gt;",
  sup: "&lt;sup&gt;%&lt;/sup&gt;",
  text: (text) => escaped(text, { "&": "&amp;amp;", "<": "&amp;lt;", ">": "&amp;gt;" }),
};
