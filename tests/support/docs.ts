import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./site.ts";

/** A fenced code block of a Markdown file. */
export interface Fence {
  /** The Markdown file, relative to the project's folder. */
  doc: string;
  /** The line of the opening fence, from 1. */
  line: number;
  language: string;
  /** Attributes of the info string: `{file=a.yaml site=b}`; one without value is empty. */
  attributes: Readonly<Record<string, string>>;
  code: string;
}

/** The documentation, README.md and docs/: path to text. */
export const docs: Readonly<Record<string, string>> = Object.fromEntries(
  ["README.md", ...readdirSync(path.join(root, "docs")).map((name) => `docs/${name}`)]
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => [name, readFileSync(path.join(root, name), "utf8")]),
);

/** The files about the project beside the README: name to text. */
export const projectFiles: Readonly<Record<string, string>> = Object.fromEntries(
  ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"].map((name) => [
    name,
    readFileSync(path.join(root, name), "utf8"),
  ]),
);

/** Returns a file of the documentation or about the project. */
export function doc(name: string): string {
  const text = docs[name] ?? projectFiles[name];
  if (text === undefined) throw new Error(`${name} does not exist`);
  return text;
}

/** Returns all fences of a Markdown text, including those in HTML comments, but not those in another fence. */
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

/** Replaces the fences of a Markdown text by blank lines. */
export function withoutFences(text: string): string {
  let marker = "";
  return text
    .split("\n")
    .map((line) => {
      const [, fence = ""] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
      if (marker) {
        if (fence.startsWith(marker) && line.trim() === fence) marker = "";
        return "";
      }
      marker = fence;
      return fence ? "" : line;
    })
    .join("\n");
}

/** Returns the text of a section, up to the next heading of the same or a higher level. */
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
 * Returns the rows of the table with this header.
 *
 * @param header - The cells of the first row.
 * @returns The source of each cell, by row.
 * @throws Error if there is no such table.
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

/** Returns the inline code in a text, such as a table cell, without surrounding spaces. */
export const codes = (text = ""): string[] =>
  [...text.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)].map(([, , code]) => (code ?? "").trim());
