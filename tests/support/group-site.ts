import { config, page } from "./site.ts";

// The site of a research group, the same in every run: 8 people, 300 works, 12 projects, 10 talks, 20 posts, two languages.
// Every name in it is made up.

/** How much there is of each kind. */
export const counts = { people: 8, works: 300, projects: 12, talks: 10, posts: 20 } as const;

const given = ["Ada", "Ben", "Cleo", "Dov", "Elin", "Femi", "Gita", "Hugo"];
const family = ["Amber", "Birch", "Cedar", "Dale", "Elm", "Fern", "Grove", "Hazel"];
const roles = [
  "Head",
  "Postdocs",
  "Postdocs",
  "PhD students",
  "PhD students",
  "PhD students",
  "Engineers",
  "Alumni",
];
const topics = ["weaving", "counting", "sorting", "folding", "tiling"];
const venues = ["Journal of Looms", "Letters in Weaving", "Conference on Patterns", "Workshop on Threads"];
const types = ["article", "article", "inproceedings", "incollection", "phdthesis"];

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** The id of a person, as the name of their file gives it. */
export const personId = (at: number): string => `${given[at]}-${family[at]}`.toLowerCase();
export const personName = (at: number): string => `${given[at]} ${family[at]}`;
export const projectId = (at: number): string => `project-${at + 1}`;
export const talkId = (at: number): string => `talk-${at + 1}`;
export const workId = (at: number): string => `work${at + 1}`;
export const postSlug = (at: number): string => `note-${at + 1}`;

/** The members of the group who wrote a work. */
export const authorsOf = (at: number): number[] => [
  ...new Set([at % counts.people, (at * 3 + 1) % counts.people]),
];

/** The project that a work itself names; every second work names one. */
export const projectOfWork = (at: number): number | undefined =>
  at % 2 === 0 ? (at / 2) % counts.projects : undefined;

/** The works that a project itself names. */
export const worksOfProject = (at: number): number[] => [at * 2 + 1, at * 2 + 101];

/** The people of a project, whom it names. */
export const peopleOfProject = (at: number): number[] => [at % counts.people, (at + 3) % counts.people];

/** The work that a talk is on. */
export const workOfTalk = (at: number): number => at * 7;

/** The works that a post cites, and the one that its front matter names. */
export const citedIn = (at: number): number[] => [at * 5, at * 5 + 2];
export const namedIn = (at: number): number => at * 5 + 3;
export const projectOfPost = (at: number): number => at % counts.projects;

function work(at: number): string {
  const others = ["Roe, Rita", "Sol, Sami", "Tarn, Tove and others"].slice(0, at % 4);
  const names = [...authorsOf(at).map((who) => `${family[who]}, ${given[who]}`), ...others];
  const project = projectOfWork(at);
  return `@${types[at % types.length]}{${workId(at)},
  author = {${names.join(" and ")}},
  title = {Pattern ${at + 1}: On ${topics[at % topics.length]} ${at % 9 === 0 ? "$n$ threads" : "threads"}},
  journal = {${venues[at % 2]}},
  booktitle = {${venues[2 + (at % 2)]}},
  school = {University of Looms},
  publisher = {Loom Press},
  year = {${2005 + Math.floor((at * 20) / counts.works)}},
  volume = {${at % 30}},
  pages = {${at + 1}--${at + 9}},
  doi = {10.1000/${at + 1}},
  keywords = {${topics[at % topics.length]}, ${topics[(at * 2 + 1) % topics.length]}},
  abstract = {${`What pattern ${at + 1} has to say of threads, in a sentence. `.repeat(4)}},
${project === undefined ? "" : `  projects = {${projectId(project)}},\n`}${at % 10 === 0 ? "  selected = {true},\n" : ""}${at % 25 === 0 ? "  award = {Best paper},\n" : ""}}`;
}

const person = (at: number): string => `---
name: ${personName(at)}
role: ${roles[at]}
order: ${at}
${at % 2 === 0 ? `photo: assets/person-${at}.svg\n` : ""}social: { github: ${personId(at)} }
${at === 7 ? "now: Engineer at a mill\n" : ""}---
${given[at]} works on ${topics[at % topics.length]}.
`;

const project = (at: number): string => `---
title: Project ${at + 1}
status: ${at % 3 === 0 ? "Finished" : "In progress"}
years: ${2010 + at}–
order: ${at}
${at % 2 === 0 ? "picture: assets/project.svg\n" : ""}people: [${peopleOfProject(at).map(personId).join(", ")}]
publications: [${worksOfProject(at).map(workId).join(", ")}]
---
We study ${topics[at % topics.length]}.
`;

const talk = (at: number): string => `- id: ${talkId(at)}
  title: Talk ${at + 1}
  date: ${2015 + at}-03-05
  event: Loom Days
  place: Loomtown
  publications: [${workId(workOfTalk(at))}]
  people: [${personId(at % counts.people)}]
`;

const post = (at: number): string =>
  `---
title: Note ${at + 1}
date: 2024-${String((at % 12) + 1).padStart(2, "0")}-05
layout: post
tags: [posts, ${topics[at % topics.length]}]
publications: [${workId(namedIn(at))}]
projects: [${projectId(projectOfPost(at))}]
---
As shown before [@${workId(citedIn(at)[0] ?? 0)}, p. 3], and by @${workId(citedIn(at)[1] ?? 0)}, threads cross.
`;

const square = (hue: number, size: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}"><rect width="100%" height="100%" fill="hsl(${hue} 40% 50%)"/></svg>\n`;

/** Returns the files of the site. Options that are given replace its own. */
export const groupSite = (options: object = {}): Record<string, string> => ({
  "eleventy.config.js": config({
    title: "Loom Group",
    author: { name: "Loom Group" },
    url: "https://looms.example.org",
    bio: "We study threads",
    languages: { de: { bio: "Wir erforschen Fäden" } },
    sections: { people: true, projects: true, talks: true },
    ...options,
  }),
  "index.md": page("Home", "We study **threads** of every kind.", "home"),
  "about.md": page("About", "{% publications 'selected limit 3' %}"),
  "de/about.md": page("Über uns", "{% publications 'selected limit 3' %}"),
  "publications.bib": `${numbers(counts.works).map(work).join("\n\n")}\n`,
  "talks.yaml": numbers(counts.talks).map(talk).join(""),
  "assets/project.svg": square(200, "640 360"),
  ...Object.fromEntries(
    numbers(counts.people).map((at) => [`assets/person-${at}.svg`, square(at * 40, "125 125")]),
  ),
  ...Object.fromEntries(numbers(counts.people).map((at) => [`people/${personId(at)}.md`, person(at)])),
  ...Object.fromEntries(numbers(counts.projects).map((at) => [`projects/${projectId(at)}.md`, project(at)])),
  ...Object.fromEntries(
    numbers(counts.posts).map((at) => [`${at % 5 === 4 ? "de/" : ""}posts/${postSlug(at)}.md`, post(at)]),
  ),
});
