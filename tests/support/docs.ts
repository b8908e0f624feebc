import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./site.ts";

/** A fenced code block of a Markdown file. */
export interface Fence {
  /** The Markdown file, from the project's folder. */
  doc: string;
  /** Line of the opening fence, from 1. */
  line: number;
  language: string;
  /** Attributes of the info string: `{file=a.yaml site=b}`; a bare word has an empty value. */
  attributes: Readonly<Record<string, string>>;
  code: string;
}

/** The documentation: README.md, and every Markdown file in docs/. */
export const docs: Readonly<Record<string, string>> = Object.fromEntries(
  ["README.md", ...readdirSync(path.join(root, "docs")).map((name) => `docs/${name}`)]
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => [name, readFileSync(path.join(root, name), "utf8")]),
);

/** A file of the documentation. */
export function doc(name: string): string {
  const text = docs[name];
  if (text === undefined) throw new Error(`there is no ${name}`);
  return text;
}

/** Reads all fences of a Markdown text, those in HTML comments included, those within another fence not. */
export function fencesOf(text: string, name: string): Fence[] {
  const fences: Fence[] = [];
  let open: { marker: string; fence: Fence; lines: string[] } | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const [, marker = "", info = ""] = /^\s*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (!open) {
      if (marker) open = { marker, fence: openingOf(info, name, index + 1), lines: [] };
    } else if (marker.startsWith(open.marker) && info.trim() === "") {
      fences.push({ ...open.fence, code: open.lines.map((each) => `${each}\n`).join("") });
      open = undefined;
    } else open.lines.push(line);
  }
  if (open) throw new Error(`the fence in ${name}:${open.fence.line} is not closed`);
  return fences;
}

function openingOf(info: string, name: string, line: number): Fence {
  const [, language = "", list = ""] = /^\s*(\S*)\s*(?:\{(.*)\})?\s*$/.exec(info) ?? [];
  const attributes = Object.fromEntries(
    list
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => {
        const [key = "", value = ""] = word.split("=");
        return [key, value];
      }),
  );
  return { doc: name, line, language, attributes, code: "" };
}

/** A Markdown text without its fences, in as many lines. */
export function withoutFences(text: string): string {
  let marker = "";
  return text
    .split("\n")
    .map((line) => {
      const [, found = ""] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
      if (marker) {
        if (found.startsWith(marker) && line.trim() === found) marker = "";
        return "";
      }
      marker = found;
      return found ? "" : line;
    })
    .join("\n");
}

/** The text under a heading, up to the next heading of the same or a higher level. */
export function section(name: string, title: string): string {
  const lines = withoutFences(doc(name)).split("\n");
  const level = (line: string): number => /^(#+) /.exec(line)?.[1]?.length ?? 0;
  const start = lines.findIndex((line) => level(line) > 0 && line.replace(/^#+ /, "") === title);
  if (start < 0) throw new Error(`${name} has no heading "${title}"`);
  const own = level(lines[start] ?? "");
  const end = lines.findIndex((line, index) => index > start && level(line) > 0 && level(line) <= own);
  return lines.slice(start + 1, end < 0 ? undefined : end).join("\n");
}

/**
 * The rows of the one table in a text that has this header, each as the source of its cells.
 *
 * @param header - The cells of the first row.
 */
export function table(text: string, header: readonly string[]): string[][] {
  const lines = text.split("\n");
  const start = lines.indexOf(`| ${header.join(" | ")} |`);
  if (start < 0) throw new Error(`there is no table with the header ${header.join(" | ")}`);
  const rows: string[][] = [];
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith("|")) break;
    rows.push(
      line
        .replace(/^\| ?| ?\|$/g, "")
        .split(" | ")
        .map((cell) => cell.trim()),
    );
  }
  return rows;
}

/** What stands in a cell, or any text, as inline code; of code with spaces around backticks its content. */
export const codes = (text = ""): string[] =>
  [...text.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)].map(([, , code]) => (code ?? "").trim());
