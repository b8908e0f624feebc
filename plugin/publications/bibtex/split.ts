import { lineCounter } from "../../utils/lines.js";
import { Search } from "../../utils/search.js";
import { closingBrackets } from "./brackets.js";
import { withoutConflicts } from "./conflicts.js";
import type { RawEntry, RawField } from "./raw-entry.js";
import { EntryScan, nextEntry, type SourceFile } from "./scan.js";

export type { RawEntry, RawField };

/** A syntax error in an entry, and what was done instead. */
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
  /** What is wrong with the file as a whole. */
  notices: { line: number; message: string }[];
}

/**
 * Splits a .bib file into entries, and these into fields with their lines, so that parse.ts can parse each entry by
 * itself. Text outside entries, and in an `@comment`, is left out. A mistake in an entry costs at most that entry: one
 * that lacks its closing brace ends where the next one starts at a line's start.
 *
 * @see https://www.bibtex.org/Format/
 * @see https://ctan.org/pkg/biblatex – manual, section 2
 */
export function splitBibtex(text: string): Split {
  const { source, conflict } = withoutConflicts(text);
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
    const match = isCommentedOut(source, at) ? null : start.exec(source);
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
        const { key, fields, messages, isLost } = scan.read(type);
        for (const { message, line: messageLine } of messages)
          problems.push({ key, message, line: messageLine || line });
        if (!isLost) entries.push({ type, key, line, fields });
        at = source.indexOf("@", scan.at);
      }
    }
  }
  const notices = conflict < 0 ? [] : [conflictNotice(lineAt(conflict))];
  return { entries, problems, comments, notices };
}

const conflictNotice = (line: number): Split["notices"][number] => ({
  line,
  message: 'has a merge conflict marker, "<<<<<<<"; the entries of both versions are read',
});

/**
 * Returns whether an `@` starts no entry: in a word such as a mail address, or after `%` in lines that are all commented
 * out. BibTeX itself has no such comments, so a single `%` before an entry does not hide it.
 */
function isCommentedOut(source: string, at: number): boolean {
  if (/[\w.]/.test(source.charAt(at - 1))) return true;
  // The character before is close in nearly all files, so this looks at few.
  let before = at - 1;
  while (/[ \t%]/.test(source.charAt(before))) before -= 1;
  const isAtLineStart = before < 0 || source[before] === "\n";
  if (!isAtLineStart || !source.slice(before + 1, at).includes("%")) return false;
  const lineEnd = source.indexOf("\n", at);
  return lineEnd < 0 || /[%@\n]/.test(firstVisible(source, lineEnd + 1));
}

/** Returns the first character of a line after spaces; a line feed if it has none. */
function firstVisible(source: string, lineStart: number): string {
  let at = lineStart;
  while (/[ \t]/.test(source.charAt(at))) at += 1;
  return source.charAt(at) || "\n";
}
