import { codeCell, markdownCell, notebook, shown } from "./notebook.ts";
import { config, page } from "./site.ts";

// A site that sets every option of header, navigation, width, dates and share links, with bylines and lists of one to many
// authors. Every name in it is made up.

const given = ["Ada", "Ben", "Cleo", "Dov", "Elin", "Femi", "Gita", "Hugo", "Ines", "Jon", "Kira", "Luc"];
const family = [
  "Amber",
  "Birch",
  "Cedar",
  "Dale",
  "Elm",
  "Fern",
  "Grove",
  "Hazel",
  "Ivy",
  "Juniper",
  "Kapok",
];

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

const nameOf = (at: number): string =>
  `${given[at % given.length]} ${family[(at * 3 + Math.floor(at / given.length)) % family.length]}`;

const names = (count: number): string[] => numbers(count).map(nameOf);

/** The institutions of bylines, one of them long and one with a link. */
const affiliations = [
  { id: "lab", name: "Analytical Lab", department: "Department of Looms", city: "London" },
  { id: "mill", name: "Royal Society of Weavers", url: "https://weavers.example.org" },
  { id: "turin", name: "Institute for the History and Theory of Calculating Machines", country: "Italy" },
  { id: "guild", name: "Guild of Instrument Makers" },
] as const;

/** An author of a post in its front matter, with marks and institutions if the post has some. */
function author(at: number, isAlone: boolean, hasPlaces: boolean): string {
  const places = [at, ...(at % 5 === 0 ? [at + 1] : [])].map((place) => affiliations[place % 4]?.id);
  const fields = [
    `name: ${nameOf(at)}`,
    hasPlaces ? `affiliations: [${places.join(", ")}]` : "",
    at % 3 === 0 && hasPlaces ? "orcid: 0000-0002-1825-0097" : "",
    at % 4 === 1 ? `url: "https://author-${at}.example.org"` : "",
    at < 2 && !isAlone ? "equal: true" : "",
    at === 0 ? "corresponding: true, email: looms@example.org" : "",
  ];
  return `  - { ${fields.filter(Boolean).join(", ")} }\n`;
}

/** A post with a byline of `count` authors. */
const post = (title: string, count: number, date: string, hasPlaces = true): string => `---
title: ${title}
description: On ${title.toLowerCase()}
date: ${date}
layout: post
tags: [posts, looms]
category: blog
authors:
${numbers(count)
  .map((at) => author(at, count === 1, hasPlaces))
  .join("")}${hasPlaces ? `affiliations: ${JSON.stringify(affiliations)}\n` : ""}---
Algebra, woven.
`;

/** The files of the site. */
export const variantsSite: Readonly<Record<string, string>> = {
  "eleventy.config.js": config({
    title: "Analytical Lab",
    bio: "We weave numbers",
    description: "A laboratory of looms",
    url: "https://variants.example.org",
    picture: "assets/lab.svg",
    author: nameOf(20),
    dateStyle: "long",
    share: ["bluesky", { mastodon: "mastodon.social" }, "linkedin", "x", "facebook", "email"],
    shareStyle: "quiet",
    citePosts: true,
    listHeader: "small",
    navigationStyle: "column",
    navigationCurrent: true,
    widths: { publications: "large", talks: "large", page: "large" },
    archives: true,
    notebooks: true,
    navigation: [
      "home",
      "blog",
      "publications",
      "cv",
      { label: "Work", items: ["news", "talks", "teaching", "people"] },
    ],
    sections: { news: true, talks: true, teaching: true, people: true, cv: { publications: "all by year" } },
  }),
  "assets/lab.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="#469"/></svg>\n',
  "about.md": page("About", "Words on us.").replace("layout: page", "layout: page\ndescription: Who we are"),
  "posts/one.md": post("By one author", 1, "2024-09-01"),
  "posts/three.md": post("By three authors", 3, "2024-09-12"),
  "posts/twelve.md": post("By twelve authors of four institutions in several countries", 12, "2025-11-21"),
  "posts/plain.md": post("By authors without institutions", 3, "2023-02-01", false),
  "posts/book.ipynb": notebook(
    [
      markdownCell(
        "---\ntitle: A notebook\ndescription: On curves\ndate: 2024-06-01\nlayout: post\ntags: [posts, looms]\n---\n## Curves\n\nThe sum is $s$.",
      ),
      codeCell("import math\nmath.pi", [shown({ "text/plain": "3.14159" })]),
      codeCell("table", [shown({ "text/html": "<table><tr><th>a</th></tr><tr><td>1</td></tr></table>" })]),
    ],
    {},
  ),
  "publications.yaml": JSON.stringify([
    {
      id: "few",
      title: "On looms",
      venue: "Letters in Weaving",
      year: 2024,
      authors: names(3),
      doi: "10.1000/1",
    },
    {
      id: "twelve",
      title: "On twelve looms",
      venue: "Loom Days",
      year: 2024,
      authors: names(12),
      pdf: "/a.pdf",
    },
    {
      id: "many",
      title: "A collaboration of many looms, and what it wove",
      venue: "Journal of Looms",
      year: 2023,
      authors: names(60),
      abstract: "What many looms weave.",
    },
  ]),
  "a.pdf": "%PDF-1.4\n",
  "news.yaml":
    "- { date: 2024-09-01, text: Our paper on looms was accepted. }\n- { date: 2023-12-21, title: Two new students, text: Welcome. }\n- { date: 2023-10, text: A grant. }\n",
  "talks.yaml":
    "- { title: Weaving algebra, date: 2024-09-12, endDate: 2024-09-14, event: Loom Days, place: London, abstract: On looms. }\n- { title: Old engines, date: 2020-05-02, place: Paris }\n",
  "teaching.yaml":
    '- { title: Engines, code: CS 101, term: Fall 2024, schedule: [{ week: 1, date: 2024-09-02, topic: What engines are, reading: "Babbage, *On machinery*", due: Problem set 1 }] }\n',
  "people.yaml": `- { name: ${nameOf(0)}, role: Head, photo: assets/lab.svg }\n- { name: ${nameOf(1)}, role: Engineer }\n`,
  "cv.yaml": `basics: { name: Ada Amber, label: Weaver, email: ada@variants.example.org, summary: Weaves numbers. }
work:
  - { name: Analytical Lab, position: Head, startDate: "1842-01", summary: Led a group. }
education:
  - { institution: Home, area: Mathematics, studyType: Private lessons, startDate: "1830", endDate: "1835" }
`,
};
