import type { Search } from "../../utils/search.js";
import type { closingBrackets } from "./brackets.js";
import { cutValue } from "./cut-value.js";
import { entryKey, keyFromTitle } from "./keys.js";
import type { RawField } from "./raw-entry.js";

/** The start of an entry at a line's start, which ends an entry that lacks its closing brace. */
export const nextEntry = /\n[ \t]*@[ \t]*[a-z][\w-]*[ \t]*[{(](?=[^\n=,"]{0,200}[,=\n])/gi;

const entryStart = /@\s*[a-z_][\w:+-]*\s*[{(]/iy;

/** A file, and what is searched in it once for all entries, so that the time is linear in its length. */
export interface SourceFile {
  source: string;
  lineAt(position: number): number;
  search: Search;
  closings: ReturnType<typeof closingBrackets>;
}

/** The result of reading an entry. A message with line 0 is about the whole entry. */
export interface Read {
  key: string;
  fields: RawField[];
  messages: { line: number; message: string }[];
  /** Whether nothing of the entry can be shown, so that it is left out. */
  isLost: boolean;
}

/** Thrown if an entry ends before its closing brace. */
class Unclosed extends Error {}

/** How often an entry whose fields lack closing braces is read again from the next field on. */
const maxRepairs = 3;

const separators = /(?:[\s,;]|%[^\n]*(?:\n|$))*/y;
const valueEnd = /(?:\s|%[^\n]*(?:\n|$))*(?:[,})]|$)/y;
const nextField = /(?:\s|%[^\n]*(?:\n|$))*([^\s=,{}"#()%][^\s=,{}"#()]*)\s*=/y;
/** The name of a field, with `=`; a colon or nothing instead of it before a value in braces or quotes. */
const fieldStart =
  /([^\s=,{}"#()%@](?:[^=,{}"#()%\n]{0,80}[^\s=,{}"#()%:])?)\s*(?::[ \t]*)?(=[\s=]*|(?=[{"]))/y;
const fieldAfterBrace = /\s*(?:,\s*)?([a-z][\w-]*)\s*=\s*[{"\w]/iy;

/** Reads one entry from a position of the source on. */
export class EntryScan {
  private readonly messages: Read["messages"] = [];
  private readonly fields: RawField[] = [];
  private readonly source: string;
  /** Where the last field and its value start. */
  private last = { name: "", start: 0, valueStart: 0, isRead: true, hasQuotes: false };
  private repairs = 0;

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

  /** @param type - The entry's type in lower case. */
  read(type: string): Read {
    const isString = type === "string";
    const { fields, messages } = this;
    let key = isString ? "" : this.readKey();
    const reason = this.readAllFields();
    // Text such as `@home (Oslo)`.
    if (this.closer === ")" && fields.length === 0) return { key, fields, messages: [], isLost: true };
    const isLost = reason !== undefined && !fields.some(({ name }) => isString || /title$/.test(name));
    if (reason !== undefined) this.reportEnd(reason, isLost);
    if (key === "" && !isString && !isLost) {
      key = keyFromTitle(fields, type);
      messages.push({ line: 0, message: "has no key after its brace; this one is made from its title" });
    }
    return { key, fields, messages, isLost };
  }

  /** Reports that an entry ended early. */
  private reportEnd(reason: string, isLost: boolean): void {
    const cut = this.last.isRead ? "" : `its field "${this.last.name}" is left out`;
    this.messages.push({
      line: 0,
      message: `${reason}; ${isLost ? "it is left out" : cut || "the fields before are read"}`,
    });
  }

  private readKey(): string {
    const { key, end, lacksComma } = entryKey(this.source, this.at);
    if (lacksComma) this.message("lacks a comma after its key; it is read as if it had one");
    this.at = end;
    return key;
  }

  /** Reads the fields, again from the next field on if one lacks its closing brace. Returns why the entry ends early, if so. */
  private readAllFields(): string | undefined {
    for (;;) {
      try {
        this.readFields();
        return undefined;
      } catch (error) {
        if (!(error instanceof Unclosed)) throw error;
        if (!this.repair()) return error.message;
      }
    }
  }

  private readFields(): void {
    for (;;) {
      const before = this.at;
      this.match(separators);
      if (this.at >= this.source.length) throw new Unclosed("lacks its closing brace");
      if (this.source[this.at] === this.closer || this.source[this.at] === "}") {
        this.at += 1;
        if (!this.continuesAfterBrace()) return;
        continue;
      }
      const next = this.file.search.next(nextEntry, Math.max(before - 1, 0)).start;
      if (next < this.at) this.failAt(next);
      if (this.peek(entryStart)) this.failAt(this.at - 1);
      if (!this.readField()) this.skipUnreadable();
    }
  }

  private readField(): boolean {
    const start = this.at;
    const [, text, equals] = this.match(fieldStart);
    if (text === undefined) return false;
    const name = text.toLowerCase().replaceAll(/\s+/g, "-");
    if (equals === "") this.message(`lacks "=" after the name of field "${name}"; it is read`, start);
    this.last = { name, start, valueStart: this.at, isRead: false, hasQuotes: false };
    this.readValue();
    const value = this.source.slice(this.last.valueStart, this.at).trim();
    this.addField(this.last.hasQuotes ? `{${value.slice(1, -1)}}` : value);
    if (!this.peek(valueEnd)) {
      const next = this.peek(nextField)?.[1];
      if (next) this.message(`lacks a comma between fields "${name}" and "${next}"; both are read`, start);
    }
    return true;
  }

  private addField(value: string): void {
    const { name, start } = this.last;
    this.last.isRead = true;
    this.fields.push({ name, value, line: this.file.lineAt(start) });
    if (value === "") this.message(`has no value for field "${name}"; the field is left out`, start);
  }

  /** Skips what is no field: a value in braces or quotes, or what stands before the next comma or line. Reported once. */
  private skipUnreadable(): void {
    const start = this.at;
    const character = this.source[start];
    if (character === "{") this.readBalanced("}");
    else this.match(/[^\s,{}]+|[\s\S]/y);
    const text = this.source.slice(start, Math.min(this.at, start + 20));
    if (!this.messages.some(({ message }) => message.startsWith("has something")))
      this.message(`has something that is no field: ${JSON.stringify(text)}; it is left out`, start);
  }

  /** Reads a value: pieces in braces or quotes, numbers, names of strings or bare words, joined by `#`. */
  private readValue(): void {
    do {
      this.match(/\s*/y);
      const character = this.source[this.at];
      if (character === "{") this.readBalanced("}");
      else if (character === '"') this.readQuoted();
      else this.readBare();
      this.match(/(\s*)(?=#)/y);
    } while (this.match(/#/y)[0]);
  }

  /** Reads words without braces, to the end of the line, but not the name of a field that lacks its comma. */
  private readBare(): void {
    const word = this.closer === ")" ? /[^\s,{}"#()]+/y : /[^\s,{}"#]+/y;
    while (
      this.match(word)[0] &&
      !this.peek(/[ \t]+[^\s=,{}"#]+\s*=/y) &&
      this.peek(/[ \t]+[^\s,{}"#%=)]/y)
    ) {
      this.match(/[ \t]+/y);
    }
  }

  /** Reads a value in quotes. One quote that ends nothing is part of it: `"the "old" way"`. */
  private readQuoted(): void {
    this.readBalanced('"');
    while (!this.peek(/(?:\s|%[^\n]*(?:\n|$))*(?:[,})#]|$)|\s+[^\s=,{}"#]+\s*=|[ \t]*\n/y)) {
      const further = this.match(/[^"\n{}]*"/y)[0];
      if (further === undefined) return;
      this.last.hasQuotes = true;
    }
  }

  private readBalanced(end: string): void {
    const start = this.at;
    const limit = this.file.search.next(nextEntry, Math.max(start - 1, 0)).start;
    let depth = 0;
    for (this.at += 1; this.at < this.source.length; this.at += 1) {
      const character = this.source[this.at];
      if (this.at >= limit) this.failAt(limit);
      if (character === "\\") this.at += 1;
      else if (depth === 0 && character === end) {
        this.at += 1;
        return;
      } else if (character === "{") depth += 1;
      else if (character === "}") depth -= 1;
    }
    this.at = this.source.length;
    const line = this.file.lineAt(start);
    throw new Unclosed(`lacks its closing brace, or that of the value which starts in line ${line}`);
  }

  private failAt(next: number): never {
    this.at = next + 1;
    throw new Unclosed("lacks its closing brace before the next entry starts");
  }

  /** Returns whether more fields follow a closing brace, which then is one too many. */
  private continuesAfterBrace(): boolean {
    const name = this.peek(fieldAfterBrace)?.[1];
    if (!name) return false;
    this.message(`has an extra closing brace before field "${name}"; the fields after it are read too`);
    return true;
  }

  /** Ends the last value before the field that stands in it, and goes on there. Returns whether there is such a field. */
  private repair(): boolean {
    const { name, start, valueStart, isRead } = this.last;
    if (name === "" || this.repairs >= maxRepairs) return false;
    const cut = cutValue(this.source.slice(valueStart, this.at));
    if (!cut) return false;
    this.repairs += 1;
    if (isRead) this.fields.pop();
    this.message(`lacks the end of field "${name}"; it is read as ending before field "${cut.next}"`, start);
    this.addField(cut.value);
    this.at = valueStart + cut.length;
    return true;
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
