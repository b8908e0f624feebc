import { hasFormula, plainly } from "./marked-text.ts";
import type { Name } from "./texts.ts";
import type { Work } from "./works.ts";

/** An entry of the corpus, as its exporter writes it, and what a reader sees of it. */
export interface Entry {
  key: string;
  source: string;
  /** Its title as plain text; undefined if its exporter's form of it has another text. */
  title?: string | undefined;
  /** The names of its authors in reading order; undefined if its exporter abbreviates them. */
  authors?: readonly string[] | undefined;
}

/** The fields of an entry in their order. Those without a value are left out; a value that starts with `=` has no braces. */
export type Fields = Record<string, string | number | undefined>;

/** How an exporter lays an entry out. */
export interface Layout {
  indent?: string;
  /** Between a field's name and its value. */
  equals?: string;
  /** The delimiters of a value. */
  open?: string;
  close?: string;
  /** After the last field. */
  end?: string;
  /** Writes the names of types and fields. */
  names?(name: string): string;
}

/** Writes an entry. */
export function source(type: string, key: string, fields: Fields, layout: Layout = {}): string {
  const {
    indent = "  ",
    equals = " = ",
    open = "{",
    close = "}",
    end = "\n}",
    names = (name) => name,
  } = layout;
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const text = String(value);
    return [`${indent}${names(name)}${equals}${text.startsWith("=") ? text.slice(1) : open + text + close}`];
  });
  return `@${names(type)}{${key},\n${lines.join(",\n")}${end}\n`;
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Returns a name in reading order. */
export function shownName([given, particle, family, suffix]: Name): string {
  if (isHan(family)) return family + given;
  const name = [given, particle, family].filter(Boolean).join(" ");
  return suffix ? `${name}${/^[IVX]+$/.test(suffix) ? " " : ", "}${suffix}` : name;
}

/** What a reader sees of a work whose exporter keeps its title and names. */
export const expected = ({ title, authors }: Work): Pick<Entry, "title" | "authors"> => ({
  title: hasFormula(title) ? undefined : plainly(title),
  authors: authors.map(shownName),
});

/** Writes names as `Family, Given`, or `Family, Suffix, Given`. */
export const familyFirst = (names: readonly Name[], text: (part: string) => string): string =>
  names
    .map(([given, particle, family, suffix]) =>
      [text([particle, family].filter(Boolean).join(" ")), suffix, text(given)].filter(Boolean).join(", "),
    )
    .join(" and ");

/** Writes names as `Given Family`. */
export const givenFirst = (names: readonly Name[], text: (part: string) => string): string =>
  names
    .map(([given, particle, family, suffix]) =>
      text(
        isHan(family) ? `${family} ${given}` : [given, particle, family, suffix].filter(Boolean).join(" "),
      ),
    )
    .join(" and ");

/** Returns the initials of given names: `J.-L.`, `M. Q.`. */
export const initials = (given: string, separator = " "): string =>
  given
    .split(" ")
    .map((word) =>
      word
        .split("-")
        .map((piece) => `${[...piece][0]}.`)
        .join("-"),
    )
    .join(separator);
