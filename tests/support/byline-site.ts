import { codeCell, markdownCell, notebook, shown } from "./notebook.ts";
import { config, page } from "./site.ts";

const many = [
  "Ada Lovelace",
  "Charles Babbage",
  "Mary Somerville",
  "Joseph Jacquard",
  "Sophie Germain",
  "Caroline Herschel",
  "George Boole",
  "Augustus De Morgan",
  "Luigi Menabrea",
  "Emmy Noether",
  "Sofya Kovalevskaya",
  "Maria Gaetana Agnesi",
] as const;

const text = `Punched cards hold the pattern of a loom, and could hold the steps of a computation as well.

## Cards

Each card is read once, and moves on.
`;

const post = (title: string, date: string, fields: string): string =>
  `---\ntitle: ${title}\nlayout: post\ntags: [posts, looms]\ndate: ${date}\n${fields}---\n${text}`;

/**
 * A site whose posts have bylines, with dates in the long form of the language, quiet share links, small headers of lists, wide
 * pages, and its navigation in a column.
 */
export const bylineSite: Readonly<Record<string, string>> = {
  "eleventy.config.js": config({
    title: "The Engine Group",
    bio: "We weave numbers",
    description: "A group that weaves numbers, with its posts, papers and notebooks.",
    url: "https://byline.example.org",
    picture: "me.svg",
    dateStyle: "long",
    shareStyle: "quiet",
    share: ["x", "facebook", "linkedin", "bluesky", { mastodon: "mastodon.example" }, "email"],
    listHeader: "small",
    navigationStyle: "column",
    widths: { publications: "large", cv: "large", blog: "large" },
    archives: { tags: true, years: true },
    sections: { cv: true },
    authors: { ada: { name: "Ada Lovelace", bio: "Mathematician", picture: "me.svg" } },
  }),
  "me.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle fill="#568" cx="4.5" cy="4.5" r="4.5"/></svg>\n',
  "about.md": page("About", "Words on us."),
  "posts/one.md": post("A post of one author", "2024-03-05", "author: ada\n"),
  "posts/three.md": post(
    "A post of three authors with affiliations",
    "2024-03-06",
    `authors:
  - name: Ada Lovelace
    orcid: 0000-0002-1825-0097
    affiliations: [{ name: Analytical Lab, department: Department of Engines, city: London, country: United Kingdom }]
  - name: Sophie Germain
    affiliations: [{ name: Académie des sciences, city: Paris, country: France }, { name: Analytical Lab }]
  - name: Mary Somerville
`,
  ),
  "posts/twelve.md": post("A post of twelve authors", "2024-11-30", `authors: [${many.join(", ")}]\n`),
  "posts/posts.json": JSON.stringify({ layout: "post", tags: ["posts", "looms"] }),
  "posts/book.ipynb": notebook([
    markdownCell("# A notebook\n\nCounts cards."),
    codeCell("sum(range(10))", [shown({ "text/plain": "45" })]),
  ]),
  "publications.yaml": `- { id: cards, title: Cards and their order in machines that weave, venue: Jacquard Days, year: 1842, authors: [${many.join(", ")}], selected: true, doi: 10.1000/1 }
- { id: notes, title: Notes, venue: Memoirs, year: 1843, authors: [Ada Lovelace], abstract: On the engine. }
`,
  "cv.yaml": `basics: { name: Ada Lovelace, label: Mathematician, summary: Writes programs for engines. }
work:
  - { name: Analytical Lab, position: Head, startDate: "1842-01", summary: Led a group. }
`,
};
