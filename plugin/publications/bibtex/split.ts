import { lineCounter } from "../../utils/lines.js";
import { Search } from "../../utils/search.js";
import { closingBrackets } from "./brackets.js";

/** A field of an entry before it is parsed. */
export interface RawField {
  /** Its name in lower case. */
  name: string;
  /** Its value as written, with braces or quotes: `{A title}`, `oct`, `"a" # "b"`. */
  value: string;
  line: number;
}

/** One `@…{…}` of a .bib file before it is parsed. */
export interface RawEntry {
  /** Its type in lower case: `article`, `string`. */
  type: string;
  key: string;
  line: number;
  fields: RawField[];
}

/** A syntax error in an entry. */
export interface SyntaxProblem {
  line: number;
  key: string;
  message: string;
}

/** The contents of a .bib file. */
export interface Split {
  entries: RawEntry[];
  problems: SyntaxProblem[];
  /** Comments that contain several entries: on purpose, or because a comment lacks its closing brace. */
  comments: { line: number; entryCount: number }[];
}

/**
 * Splits a .bib file into entries, and these into fields with their lines, so that parse.ts can parse each entry by
 * itself: a mistake in one entry leaves the others whole, and messages have lines. Text outside entries, and in an
 * `@comment`, is left out.
 *
 * An entry that lacks its closing brace ends where the next one starts at a line's start.
 *
 * @see https://www.bibtex.org/Format/
 * @see https://ctan.org/pkg/biblatex – manual, section 2
 */
export function splitBibtex(source: string): Split {
  const entries: RawEntry[] = [];
  const comments: Split["comments"] = [];
  const problems: SyntaxProblem[] = [];
  const file: SourceFile = {
    source,
    lineAt: lineCounter(source),
    search: new Search(source),
    closings: closingBrackets(source),
  };
  const { lineAt } = file;
  const start = /@\s*([a-z_][\w:+-]*)\s*([{(])/giy;
  let at = source.indexOf("@");
  while (at >= 0) {
    start.lastIndex = at;
    const match = start.exec(source);
    if (!match) at = source.indexOf("@", at + 1);
    else {
      const type = (match[1] ?? "").toLowerCase();
      const scan: EntryScan = new EntryScan(file, start.lastIndex, match[2] === "(" ? ")" : "}");
      if (type === "comment" || type === "preamble") {
        const end = scan.skip(type === "comment");
        const entryCount = source.slice(at, end).match(nextEntry)?.length ?? 0;
        if (entryCount > 1) comments.push({ line: lineAt(at), entryCount });
        at = source.indexOf("@", end);
      } else {
        const line = lineAt(at);
        const { key, fields, messages, isLost } = scan.read(type === "string");
        for (const { message, line: messageLine } of messages)
          problems.push({ key, message, line: messageLine || line });
        if (!isLost) entries.push({ type, key, line, fields });
        at = source.indexOf("@", scan.at);
      }
    }
  }
  return { entries, problems, comments };
}

/** The start of an entry at a line's start, which cannot stand in a value. */
const nextEntry = /\n[ \t]*@[a-z]+\s*[{(]\s*[^\s,{}="]+\s*[,=]/gi;

/** A file, and what is searched in it once for all entries, so that the time is linear in its length. */
interface SourceFile {
  source: string;
  lineAt(position: number): number;
  search: Search;
  closings: ReturnType<typeof closingBrackets>;
}

/** The result of reading an entry. A message with line 0 is about the whole entry. */
interface Read {
  key: string;
  fields: RawField[];
  messages: { line: number; message: string }[];
  /** Whether the entry cannot be read and is left out. */
  isLost: boolean;
}

/** Thrown if an entry ends before its closing brace. */
class Unclosed extends Error {}

/** Reads one entry from a position of the source on. */
class EntryScan {
  private readonly messages: { line: number; message: string }[] = [];

  private readonly source: string;

  constructor(
    private readonly file: SourceFile,
    public at: number,
    private readonly closer: "}" | ")",
  ) {
    this.source = file.source;
  }

  /**
   * Skips a comment or preamble: to its closing brace, or without one to the end of its line. Comments may contain whole
   * entries. A preamble contains none: it ends at the next entry if its closing brace is missing.
   */
  skip(hasEntries: boolean): number {
    const { search, closings } = this.file;
    const end = closings(this.at - 1, this.closer);
    const next = hasEntries ? Number.POSITIVE_INFINITY : search.next(nextEntry, this.at).start;
    if (Math.min(end, next) < Number.POSITIVE_INFINITY) return end < next ? end + 1 : next;
    return Math.min(search.next("\n", this.at).start, this.source.length);
  }

  read(isString: boolean): Read {
    let key = "";
    const fields: RawField[] = [];
    try {
      if (!isString) key = this.readKey();
      this.readFields(fields);
      this.checkEnd();
      if (key === "" && !isString) {
        this.messages.push({ line: 0, message: "lacks a key after its brace" });
        return { key, fields, messages: this.messages, isLost: true };
      }
      return { key, fields, messages: this.messages, isLost: false };
    } catch (error) {
      if (!(error instanceof Unclosed)) throw error;
      this.messages.push({ line: 0, message: error.message });
      return { key, fields, messages: this.messages, isLost: true };
    }
  }

  private readKey(): string {
    const key = this.match(/\s*([^\s,{}="]*)[ \t]*/y);
    // `@article{title = {…}}`
    if (this.peek(/\s*=/y)) {
      this.at -= key[0]?.length ?? 0;
      return "";
    }
    if (!this.peek(/\s*[,})]/y) && key[1]) this.message("lacks a comma after its key");
    this.match(/\s*,?/y);
    return key[1] ?? "";
  }

  private readFields(fields: RawField[]): void {
    for (;;) {
      this.match(/(?:[\s,]|%[^\n]*(?:\n|$))*/y);
      if (this.at >= this.source.length) throw new Unclosed("lacks its closing brace");
      if (this.source[this.at] === this.closer || this.source[this.at] === "}") {
        this.at += 1;
        return;
      }
      this.failAtNextEntry(this.at - 1);
      const start = this.at;
      const name = this.match(/([^\s=,{}"#()%]+)\s*=\s*/y)[1];
      if (name === undefined) {
        // The rest of an entry is skipped if no field follows.
        throw new Unclosed(`cannot be read at ${JSON.stringify(this.source.slice(start, start + 20))}`);
      }
      const valueStart = this.at;
      this.readValue();
      const value = this.source.slice(valueStart, this.at).trim();
      fields.push({ name: name.toLowerCase(), value, line: this.file.lineAt(start) });
      if (value === "") this.message(`has no value for field "${name}"`, start);
      if (!this.peek(/(?:\s|%[^\n]*(?:\n|$))*(?:[,})]|$)/y)) {
        const next = this.peek(/(?:\s|%[^\n]*(?:\n|$))*([^\s=,{}"#()%][^\s=,{}"#()]*)\s*=/y)?.[1];
        if (next) this.message(`lacks a comma between fields "${name}" and "${next}"`, start);
      }
    }
  }

  /** Reads a value: pieces in braces or quotes, numbers or names of strings, joined by `#`. */
  private readValue(): void {
    do {
      this.match(/\s*/y);
      const character = this.source[this.at];
      if (character === "{") this.readBalanced("}");
      else if (character === '"') this.readBalanced('"');
      else this.match(/[^\s,{}"#()]*/y);
      this.match(/(\s*)(?=#)/y);
    } while (this.match(/#/y)[0]);
  }

  private readBalanced(end: string): void {
    const start = this.at;
    let depth = 0;
    for (this.at += 1; this.at < this.source.length; this.at += 1) {
      const character = this.source[this.at];
      if (character === "\\") this.at += 1;
      else if (depth === 0 && character === end) {
        this.at += 1;
        return;
      } else if (character === "{") depth += 1;
      else if (character === "}") depth -= 1;
      if (character === "\n") this.failAtNextEntry(this.at);
    }
    this.at = this.source.length;
    const line = this.file.lineAt(start);
    throw new Unclosed(`lacks its closing brace, or that of the value which starts in line ${line}`);
  }

  private failAtNextEntry(at: number): void {
    if (this.file.search.next(nextEntry, at).start !== at) return;
    this.at = at + 1;
    throw new Unclosed("lacks its closing brace before the next entry starts");
  }

  /** Reports an extra closing brace, which shows by fields after the entry. */
  private checkEnd(): void {
    const name = this.peek(/\s*(?:,\s*)?([a-z][\w-]*)\s*=\s*[{"\d]/iy)?.[1];
    if (name) this.message(`has an extra closing brace before field "${name}"`);
  }

  private message(message: string, at = this.at): void {
    this.messages.push({ line: this.file.lineAt(at), message });
  }

  private peek(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source);
  }

  private match(pattern: RegExp): string[] {
    const match = this.peek(pattern);
    this.at += match?.[0].length ?? 0;
    return match ?? [];
  }
}
