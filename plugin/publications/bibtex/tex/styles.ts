/** A style that CSL's markup has. */
export type Style =
  | "italic"
  | "bold"
  | "super"
  | "sub"
  | "smallCaps"
  | "noCase"
  | "quotes"
  | "upper"
  | "lower";

/** The tags of CSL-JSON's markup. @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
const tags: ReadonlyMap<Style, readonly [string, string]> = new Map([
  ["italic", ["<i>", "</i>"]],
  ["bold", ["<b>", "</b>"]],
  ["super", ["<sup>", "</sup>"]],
  ["sub", ["<sub>", "</sub>"]],
  ["smallCaps", ['<span style="font-variant: small-caps;">', "</span>"]],
  ["noCase", ['<span class="nocase">', "</span>"]],
  ["quotes", ["“", "”"]],
]);

/** Runs of text between the tags of CSL's markup. */
const runs = /<[^<>]*>|[^<]+/g;

/** Changes the text between the tags of CSL's markup. */
export const mapText = (marked: string, change: (text: string) => string): string =>
  marked.replace(runs, (run) => (run.startsWith("<") ? run : change(run)));

/** Returns a text with CSL's markup in a style; empty text stays empty. */
export function styled(style: Style, text: string): string {
  if (text === "") return "";
  if (style === "upper") return mapText(text, (run) => run.toUpperCase());
  if (style === "lower") return mapText(text, (run) => run.toLowerCase());
  const [start, end] = tags.get(style) ?? ["", ""];
  return `${start}${text}${end}`;
}

const bothCases: [string, Style | undefined][] = [
  ["it", "italic"],
  ["itshape", "italic"],
  ["sl", "italic"],
  ["slshape", "italic"],
  ["em", "italic"],
  ["bf", "bold"],
  ["bfseries", "bold"],
  ["sc", "smallCaps"],
  ["scshape", "smallCaps"],
  ...[
    "rm",
    "sf",
    "tt",
    "rmfamily",
    "sffamily",
    "ttfamily",
    "upshape",
    "mdseries",
    "normalfont",
    "md",
    "cal",
    "cyr",
  ].map((name): [string, undefined] => [name, undefined]),
];

/** Commands that set the style of the rest of their group; without a style they end those before. */
export const declarations: ReadonlyMap<string, Style | undefined> = new Map(bothCases);

const commands: Record<Style, string> = {
  italic: "emph textit textsl mkbibitalic mkbibemph mathit species taxon",
  bold: "textbf mkbibbold strong mathbf bm boldsymbol pmb",
  super: "textsuperscript up sp mkbibsuperscript ap fup super",
  sub: "textsubscript sb mkbibsubscript textinferior",
  smallCaps: "textsc mkbibacro",
  noCase: "NoCaseChange",
  quotes: "enquote mkbibquote textquote qq",
  upper: "uppercase MakeUppercase MakeTextUppercase",
  lower: "lowercase MakeLowercase MakeTextLowercase",
};

/** Commands that set the style of their argument. */
export const styleCommands: ReadonlyMap<string, Style> = new Map(
  (Object.entries(commands) as [Style, string][]).flatMap(([style, names]) =>
    names.split(" ").map((name): [string, Style] => [name, style]),
  ),
);
