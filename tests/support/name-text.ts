import { parse } from "@retorquere/bibtex-parser";
import type { NameList } from "../../plugin/publications/bibtex/names/index.ts";

const combining: Record<string, string> = {
  "'": "\u0301",
  "`": "\u0300",
  "^": "\u0302",
  '"': "\u0308",
  "~": "\u0303",
  v: "\u030C",
  c: "\u0327",
};
const letters: Record<string, string> = { o: "ø", O: "Ø", AA: "Å", L: "Ł", ae: "æ", i: "ı" };

/** Turns the LaTeX of names in tests into text: the few accents and letters that they have. */
export const text = (tex: string): string =>
  tex
    .replace(/\\(['`^"~]|[vc](?=[\s{]))\s*\{?([a-zA-Z])\}?/g, (_, accent: string, letter: string) =>
      `${letter}${combining[accent] ?? ""}`.normalize("NFC"),
    )
    .replace(/\\(AA|ae|[oOLi])(?![a-zA-Z])\s*/g, (_, letter: string) => letters[letter] ?? "")
    .replace(/\\(?:relax|uppercase)\s*/g, "")
    .replace(/\\([&#_%])/g, "$1")
    .replace(/[{}]/g, "");

/** Returns a list of names in one line: `given | particle | family | suffix ^marks`, `= literal`, with `…` for others. */
export const shown = ({ names, others }: Pick<NameList, "names" | "others">): string =>
  [
    ...names.map((name) => {
      const { given, family, suffix, literal, marks } = name;
      const particle = [name["dropping-particle"], name["non-dropping-particle"]].filter(Boolean).join(" ");
      const parts =
        literal === undefined
          ? `${given ?? ""} | ${particle} | ${family ?? ""} | ${suffix ?? ""}`
          : `= ${literal}`;
      return parts.replace(/ \| $/, "") + (marks ? ` ^${marks}` : "");
    }),
    ...(others ? ["…"] : []),
  ]
    .join("; ")
    .normalize("NFC")
    .replaceAll(/\s/gu, " ");

/** Returns a list of names as an independent parser reads it. @see https://github.com/retorquere/bibtex-parser */
export function other(list: string): string {
  const { entries } = parse(`@article{a, author = {${list}}}`);
  const authors = entries[0]?.fields.author ?? [];
  const isOthers = (name: (typeof authors)[number]): boolean => name.lastName === "others" && !name.firstName;
  return shown({
    names: authors
      .filter((name) => !isOthers(name))
      .map(({ name, firstName, lastName, prefix, suffix }) =>
        name === undefined
          ? { given: firstName, family: lastName, suffix, "non-dropping-particle": prefix }
          : { literal: name },
      ),
    others: authors.some(isOthers),
  });
}
