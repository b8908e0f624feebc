import type { LineMark, LineRange } from "./ranges.js";

/** The marks of comments, as Shiki and VitePress have them. */
const kinds: Readonly<Record<string, LineMark>> = {
  "++": "ins",
  "--": "del",
  highlight: "mark",
  hl: "mark",
};

/** How a comment begins and ends in any language. */
const start = String.raw`(?:\/\/|#|--|%|;|!|'|"|\{?\/\*|<!--|\(\*|\{-|\{#)`;
const end = String.raw`(?:\*\/\}?|-->|\*\)|-\}|#\})?`;
const atStart = new RegExp(`${start}$`);

/** A mark and the end of its comment: `[!code ++]`, with a number of lines `[!code ++:3]`. */
const mark = new RegExp(String.raw`^\[!code +(\+\+|--|hl|highlight)(?::(\d{1,6}))?\] *${end}$`);

/** The comments of Docusaurus, which are lines of their own. */
const ownLine = new RegExp(`^${start} *highlight-(next-line|start|end) *${end}$`);

/** What a comment must have, so that most code is not searched. */
const isMarked = /\[!code |highlight-(?:next-line|start|end)/;

/** Returns the mark at the end of a line, with the code before it. */
function markAt(line: string): { text: string; kind: LineMark; count: number } | undefined {
  const at = line.lastIndexOf("[!code ");
  if (at < 0) return undefined;
  const [, name = "", count = "1"] = mark.exec(line.slice(at).trimEnd()) ?? [];
  const kind = kinds[name];
  const before = line.slice(0, at).trimEnd();
  const [opening] = atStart.exec(before.slice(-4)) ?? [];
  if (!kind || !opening) return undefined;
  return { text: before.slice(0, before.length - opening.length).trimEnd(), kind, count: Number(count) };
}

/**
 * Takes the comments that mark lines from code: `// [!code ++]`, `// [!code --]` and `// [!code highlight]` at the end of a
 * line, or in a line of their own for the lines after it. In `[\!code ++]`, the backslash is removed instead.
 *
 * @returns The code as it is shown, and the lines that it marks.
 */
export function takeComments(code: string): { code: string; ranges: LineRange[] } {
  const isEscaped = code.includes("[\\!code");
  if (!isEscaped && !isMarked.test(code)) return { code, ranges: [] };
  const lines: string[] = [];
  const ranges: LineRange[] = [];
  let highlightStart: number | undefined;
  const add = (kind: LineMark, from: number, count: number): void =>
    void ranges.push({ kind, from, to: from + count - 1, source: `${count} lines` });
  for (const line of code.split("\n")) {
    const [, word] = ownLine.exec(line.trim()) ?? [];
    if (word === "next-line") add("mark", lines.length + 1, 1);
    else if (word === "start") highlightStart ??= lines.length + 1;
    else if (word === "end") {
      if (highlightStart !== undefined) add("mark", highlightStart, lines.length + 1 - highlightStart);
      highlightStart = undefined;
    } else {
      const marked = markAt(line);
      if (marked) add(marked.kind, lines.length + 1, marked.count);
      if (marked?.text !== "") lines.push(marked?.text ?? line);
    }
  }
  const shown = lines.join("\n");
  // The last line is empty, after the last line break.
  const last = Math.max(lines.length - (shown.endsWith("\n") ? 1 : 0), 0);
  return {
    code: isEscaped ? shown.replaceAll("[\\!code", "[!code") : shown,
    ranges: ranges
      .map((range) => ({ ...range, to: Math.min(range.to, last) }))
      .filter((range) => range.from <= range.to),
  };
}

/**
 * Takes the signs from the lines of a diff, so that the code has the colors of its language. If no other line starts with
 * anything but a space, that is no part of the code either.
 */
export function takeSigns(code: string): { code: string; ranges: LineRange[] } {
  const lines = code.split("\n");
  const hasColumn = lines.every((line) => line === "" || /^[-+ ]/.test(line));
  const ranges: LineRange[] = lines.flatMap((line, index) => {
    const kind = line.startsWith("+")
      ? ("ins" as const)
      : line.startsWith("-")
        ? ("del" as const)
        : undefined;
    return kind ? [{ kind, from: index + 1, to: index + 1, source: "" }] : [];
  });
  const shown = lines.map((line) => (hasColumn || /^[-+]/.test(line) ? line.slice(1) : line));
  return { code: shown.join("\n"), ranges };
}
