/** A section of a file `llms.txt`. */
interface Section {
  heading: string;
  links: { name: string; url: string; notes?: string | undefined }[];
}

/** A file `llms.txt`, read as the proposal describes it. */
export interface LlmsFile {
  title: string;
  summary: string | undefined;
  sections: Section[];
  /** The rules that it breaks, in the words of the proposal. */
  broken: string[];
}

const unescaped = (text: string): string => text.replace(/\\([\\`*_[\]<>#])/g, "$1");

/** A link of a file list: a hyperlink, then optionally a `:` and notes. */
const linkPattern = /^- \[((?:[^\\[\]]|\\.)+)\]\((https?:\/\/[^\s()]+)\)(?:: (.+))?$/;

/**
 * Reads a file `llms.txt`, and validates it against the format that the proposal describes.
 *
 * @see https://llmstxt.org/#format
 */
export function readLlms(source: string): LlmsFile {
  const broken = new Set<string>();
  const lines = source.replace(/^\uFEFF/, "").split("\n");
  const [first = ""] = lines;
  if (!/^# \S/.test(first)) broken.add("an H1 with the name of the project or site");
  const rest = lines.slice(1);
  if (rest.some((line) => /^# /.test(line))) broken.add("only one H1");
  const start = rest.findIndex((line) => line.startsWith("## "));
  const intro = start < 0 ? rest : rest.slice(0, start);
  const text = intro.filter((line) => line.trim() !== "");
  if (text.some((line) => line.startsWith("#"))) broken.add("no headings before the file lists");
  const quote = text.findIndex((line) => line.startsWith("> "));
  if (quote > 0) broken.add("the summary follows the H1");
  const sections: Section[] = [];
  for (const line of start < 0 ? [] : rest.slice(start)) {
    if (line.trim() === "" || line.startsWith("# ")) continue;
    const heading = /^## (\S.*)$/.exec(line)?.[1];
    if (heading !== undefined) sections.push({ heading: unescaped(heading), links: [] });
    else {
      const [, name, url = "", notes] = linkPattern.exec(line) ?? [];
      if (name === undefined) broken.add("a file list is a list of hyperlinks, each with optional notes");
      else sections.at(-1)?.links.push({ name: unescaped(name), url, notes: notes && unescaped(notes) });
    }
  }
  if (sections.some(({ links }) => links.length === 0)) broken.add("a section contains a file list");
  const optional = sections.findIndex(({ heading }) => heading === "Optional");
  if (optional >= 0 && optional < sections.length - 1) broken.add("what can be skipped comes last");
  return {
    title: unescaped(first.slice(2)),
    summary: quote < 0 ? undefined : unescaped((text[quote] ?? "").slice(2)),
    sections,
    broken: [...broken],
  };
}
