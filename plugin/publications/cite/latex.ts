/** What LaTeX, or the reader of .bib files, takes for more than a character. */
const escapes: Record<string, string> = {
  // In braces: without them, a letter after it is taken for a command that an exporter has escaped.
  "\\": "{\\textbackslash{}}",
  "{": "\\{",
  "}": "\\}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "`": "\\textasciigrave{}",
};

const special = /[\\{}&%$#_~^<>`]|(?<=-)-|(?<=')'|(?<=,),/g;

const escaped = (text: string): string =>
  text.replace(special, (character) => escapes[character] ?? `{}${character}`);

const commands: Record<string, string> = {
  i: "\\textit{",
  b: "\\textbf{",
  sup: "\\textsuperscript{",
  sub: "\\textsubscript{",
};

const tag = /<(\/?)(i|b|sup|sub|span)((?: style="font-variant: ?small-caps;?"| class="nocase")?)>/g;

/** Writes text in CSL's markup as LaTeX. */
export const latex = (marked: string): string => written(marked, escaped);

/** Writes a title as LaTeX: words with capitals, other than the first, are in braces, in which BibTeX keeps the case. */
export const latexTitle = (marked: string): string => {
  let isFirst = true;
  return written(marked, (text) =>
    text
      .split(/((?<![\p{L}\p{N}])[\p{L}\p{N}]+)/u)
      .map((part, index) => {
        if (index % 2 === 0) {
          if (/[:?!.]\s*$/.test(part)) isFirst = true;
          return escaped(part);
        }
        const isProtected = /\p{Lu}/u.test(isFirst ? [...part].slice(1).join("") : part);
        isFirst = false;
        return isProtected ? `{${part}}` : part;
      })
      .join(""),
  );
};

function written(marked: string, textOf: (text: string) => string): string {
  const open: string[] = [];
  let [result, end] = ["", 0];
  for (const match of marked.matchAll(tag)) {
    const [whole, slash, name = "", attribute = ""] = match;
    if (slash && open.at(-1) !== name) continue;
    result += textOf(marked.slice(end, match.index));
    end = match.index + whole.length;
    if (slash) {
      open.pop();
      result += "}";
    } else {
      open.push(name);
      result += commands[name] ?? (attribute.includes("small-caps") ? "\\textsc{" : "{");
    }
  }
  return result + textOf(marked.slice(end)) + "}".repeat(open.length);
}

/** Returns a URL or identifier, whose braces would end its field. */
export const verbatimValue = (value: unknown): string | undefined =>
  typeof value === "string"
    ? value.replaceAll("{", "%7B").replaceAll("}", "%7D").replaceAll("\\", "%5C")
    : undefined;

/** Writes a field; months are names that BibTeX knows. */
export const field = (name: string, value: string): string =>
  name === "month" ? `${name} = ${value}` : `${name} = {${value}}`;
