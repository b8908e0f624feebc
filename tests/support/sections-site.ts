import { config, page } from "./site.ts";

const picture = (fill: string, size: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size}"><rect width="100%" height="100%" fill="${fill}"/></svg>\n`;

/** The options of the site's owner. */
export const lab = {
  title: "Analytical Lab",
  bio: "A group that computes",
  url: "https://lab.example.org",
  picture: "assets/ada.svg",
  author: "Ada Lovelace",
};

/** The files of a site with all sections: news, talks, teaching and projects from data files, people from a folder. */
export const sectionsSite: Record<string, string> = {
  "eleventy.config.js": config({
    ...lab,
    sections: { news: true, talks: true, teaching: true, people: true, projects: true },
  }),
  "index.md": page("Home", "We study **engines** of every kind.", "home"),
  "about.md": page(
    "About",
    "## Latest\n\n{% news 2 %}\n\n## Students\n\n{% people 'PhD students' %}\n\nThe end.",
  ),
  "news.yaml": `- date: 2024-03-05
  text: Our paper on [weaving numbers](https://example.org/weaving) was accepted.
- date: 2024-05-20
  title: Two new students
  url: /people/
  text: Grace and Alan join the group.
- date: 2024-01-10
  text: |
    A release of the code:

    \`\`\`js
    let a;

    let b;
    \`\`\`
- { date: 2023-12-01, text: A talk in Turin. }
- { date: 2023-11-01, text: A workshop. }
- { date: 2023-10, text: A grant. }
`,
  "talks.yaml": `- title: "Notes on the </script> engine"
  event: Scientific Memoirs Meeting
  date: 2024-03-05
  endDate: 2024-03-07
  place: London
  kind: Invited talk
  slides: assets/notes.pdf
  video: https://example.org/video
  abstract: The engine *weaves* patterns. It is proof.
  coauthors: [Charles Babbage]
  links: [{ label: Code, url: "https://example.org/code" }]
- { title: Weaving numbers, year: 2022, event: Jacquard Days, url: "https://example.org/days" }
- { title: On flight, date: 2024-09, kind: Seminar }
`,
  "assets/notes.pdf": "%PDF-1.4\n",
  "teaching.yaml": `- title: Introduction to engines
  term: Fall 2024
  code: CS 101
  role: Instructor
  institution: University of London
  level: Undergraduate
  url: https://example.org/cs101
  description: From gears to *programs*.
- { title: Bernoulli numbers, term: Fall 2024, role: Teaching assistant }
- { title: Difference engines, term: 2023, institution: University of London, links: [{ label: Notes, url: /about/ }] }
`,
  "projects.yaml": `- title: The analytical engine
  description: A machine for **any** calculation.
  picture: assets/engine.svg
  alt: A blue plate
  status: In progress
  years: 1837–
  links: [{ label: Code, url: "https://example.org/engine" }]
- { title: The difference engine, url: "https://example.org/difference", picture: assets/engine.svg }
- { title: Weaving, category: Earlier, description: Patterns of thread. }
`,
  "assets/engine.svg": picture("#469", "0 0 640 360"),
  "posts/loom.md":
    "---\ntitle: The loom\nlayout: post\ntags: posts\nprojects: true\ndate: 2024-01-01\n---\nA post among the projects.\n",
  "people/ada.md": `---
name: Ada Lovelace
role: Head
photo: assets/ada.svg
social: { github: ada, email: ada@example.org }
url: https://ada.example.org
order: 1
---
She writes the first program.

She also writes letters, which only her page tells.
`,
  "people/alan.md": "---\nname: Alan Turing\ngroup: PhD students\nrole: PhD student\nphoto: alan.svg\n---\n",
  "people/grace.md":
    "---\nname: Grace Hopper\ngroup: PhD students\nrole: PhD student\nbio: Finds *bugs*.\nphoto: assets/ada.svg\n---\nLong text.\n",
  "people/charles.md":
    "---\nname: Charles Babbage\nnow: Inventor in London\npermalink: false\n---\nHe built half of it.\n\nAnd drew the rest.\n",
  "people/alan.svg": picture("#964", "0 0 100 100"),
  "assets/ada.svg": picture("#694", "0 0 100 100"),
};
