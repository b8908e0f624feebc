import { readFileSync } from "node:fs";
import path from "node:path";
import { IndigoError } from "../../utils/errors.js";
import { isRecord } from "../../utils/records.js";
import { floatEntries, readRubyYaml } from "../yaml/index.js";

/** A file of a Jekyll site, divided as Jekyll divides it. */
export interface JekyllSource {
  /** The values of its front matter, as written; without any if Jekyll can't read them. */
  data: Record<string, unknown>;
  /** Those of its values in which Ruby prints a number in another way than JavaScript. */
  floats?: Record<string, unknown>;
  /** The text after the front matter; the whole text of a file without it. */
  body: string;
  /** The line that ends the front matter; undefined for a file without it. */
  end: "---" | "..." | undefined;
  /** Why Jekyll ignores the front matter. */
  problem?: string;
}

/**
 * Divides the text of a file as Jekyll does. Front matter that is not valid YAML, or has no keys, is ignored, with a problem;
 * Jekyll builds such a file nevertheless.
 *
 * @param file - Its path in messages.
 * @throws IndigoError for front matter that exceeds a limit of {@link readRubyYaml}.
 * @see https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/document.rb
 */
export function divideSource(text: string, file: string): JekyllSource {
  const start = /^\uFEFF?---[^\S\n]*\n/.exec(text)?.[0];
  const end = start === undefined ? undefined : lineAfter(text, start.length);
  if (start === undefined || !end) return { data: {}, body: text, end: undefined };
  const source: JekyllSource = {
    // If Jekyll can't read the front matter of a post, it does not read its name either.
    data: /(^|\/)_posts\//.test(file) ? { slug: nameOf(file) } : {},
    body: text.slice(end.index + end[0].length),
    end: end[1] === "..." ? "..." : "---",
  };
  const frontMatter = text.slice(start.length, end.index);
  try {
    const { value, exact } = readRubyYaml(frontMatter, file, 1);
    if (isRecord(value)) {
      const data = { ...source, data: value };
      return exact === value || !isRecord(exact) ? data : { ...data, floats: floatEntries(exact) };
    }
    if (value === undefined || value === null || value === false) return { ...source, data: {} };
    return { ...source, problem: `the front matter of ${file}:2 has no keys, such as "title: Home"` };
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    const problem = `the front matter of ${error.problems.join(" ")}`;
    // A limit is no mistake in YAML.
    if (!problem.includes("is not valid YAML")) throw new IndigoError(problem);
    return { ...source, problem: problem.replace(/\.$/, "") };
  }
}

const nameOf = (file: string): string => path.posix.basename(file).replace(/\.\w+$/, "");

/** Finds the line that ends front matter, with the blank lines after it. */
function lineAfter(text: string, from: number): RegExpExecArray | null {
  const line = /^(---|\.\.\.)\s*$\n?/gm;
  line.lastIndex = from;
  return line.exec(text);
}

/** Reads a file as {@link divideSource} does; undefined if its text is not UTF-8. */
export function readSource(inputPath: string, file: string): JekyllSource | undefined {
  const bytes = readFileSync(inputPath);
  const text = decode(bytes);
  return text === undefined ? undefined : divideSource(text, file);
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
