import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { lab, sectionsSite } from "./sections-site.ts";
import { config, page } from "./site.ts";

/** The files of a site that uses every part of the theme and every kind of file that the plugin reads. */
export const wholeSite: Record<string, string> = {
  ...sectionsSite,
  "eleventy.config.js": config({
    ...lab,
    timeZone: "America/Montreal",
    search: true,
    bibliography: ["papers.bib", "papers.yaml", "more.json"],
    coauthors: "coauthors.yaml",
    social: { "My lab": { url: "https://lab.example.org/", icon: "assets/lab.svg" } },
    languages: { fr: { title: "Laboratoire" } },
    sections: { news: true, talks: true, teaching: true, people: true, projects: true, cv: true },
  }),
  "indigo.scss":
    '@use "pkg:eleventy-plugin-indigo" with (\n  $accent: #0a5\n);\n.own {\n  color: var(--indigo-accent);\n}\n',
  "papers.bib":
    '% A comment\n@string{mem = "Scientific Memoirs"}\n@article{notes,\n  title = {Notes on the {Engine}, with $x^2$},\n  author = {Lovelace, Ada and Babbage, Charles},\n  journal = mem,\n  year = 1843,\n  month = sep,\n  abstract = {One line\n  and another.}\n}\n',
  "papers.yaml": "- id: notes\n  abbr: SM\n  links:\n    - { label: Code, url: /code/ }\n",
  "more.json": JSON.stringify(
    [
      {
        id: "loom",
        type: "book",
        title: "The loom",
        author: [{ family: "Jacquard", given: "Joseph" }],
        issued: { "date-parts": [[1804]] },
      },
    ],
    null,
    2,
  ),
  "coauthors.yaml": "Charles Babbage: https://example.org/babbage\n",
  "cv.json": JSON.stringify(
    {
      basics: { name: "Ada Lovelace", summary: "One.\n\nTwo." },
      work: [{ name: "Lab", startDate: "1840-01" }],
    },
    null,
    2,
  ),
  "assets/lab.svg":
    '<svg xmlns="http://www.w3.org/2000/svg"\n  viewBox="0 0 4 4">\n  <path d="M0 0h4v4z"/>\n</svg>\n',
  "fr/about.md": page("À propos", "Bonjour."),
  "posts/first.md":
    "---\ntitle: First\nlayout: post\ntags: [posts, AI]\ndate: 2024-03-05\n---\nText with `code`.\n\n## One\n\nMore.\n",
  "posts/second.md":
    "---\ntitle: Second\nlayout: post\ntags: [posts, ai]\ndate: 2024-03-05 23:30\n---\nText[^1].\n\n[^1]: A note.\n",
};

/** Returns the hash of every file in a folder, except in the folders `without`. */
export function bytesOf(folder: string, ...without: string[]): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((name) => !without.some((other) => name === other || name.startsWith(`${other}/`)));
  return Object.fromEntries(
    files.sort().map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(path.join(folder, name)))
        .digest("hex"),
    ]),
  );
}
