import { config, page } from "../support/site.ts";

const square = (fill: string, size = "100 100"): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}"><rect width="100%" height="100%" fill="${fill}"/></svg>\n`;

/** The options of the site. */
export const labOptions = {
  title: "Analytical Lab",
  url: "https://lab.example.org",
  languages: { fr: { title: "Labo" } },
  sections: { people: true, projects: { pages: true }, talks: true },
};

/** A group in two languages: people in a folder, projects and talks in data files, publications, posts in two languages. */
export const lab: Record<string, string> = {
  "eleventy.config.js": config(labOptions),
  "index.md": page("Home", "", "home"),
  "fr/index.md": page("Accueil", "", "home"),
  "people/ada.md": `---
name: Ada Bell
names: [Augusta Bell-Stone]
role: Head
photo: ada.svg
social: { github: adabell, orcid: 0000-0002-1694-233X }
---
She weaves.
`,
  "people/ada.svg": square("#469"),
  "people/bo.md": "---\nname: Bo Carr\nrole: PhD student\n---\nHe counts.\n",
  "people/cy.md": "---\nname: Cy Dunn\n---\nNobody names Cy.\n",
  "projects.yaml": `- title: Roads to Rome
  id: rome
  picture: rome.svg
  status: Active
  years: 2020–
  people: bo, ada
  publications: [roads]
  description: |
    All *roads* lead there.

    We count them.
- { title: Seeds of trees, url: "https://seeds.example.org" }
`,
  "rome.svg": square("#964", "640 360"),
  "talks.yaml": `- title: On roads
  date: 2024-05-02
  event: Royal Society
  place: London
  slides: https://example.org/roads.pdf
  people: [ada]
  coauthors: [Carl Eve]
  publication: roads
- { title: With Bo, date: 2023-05-02, coauthors: [Bo Carr] }
- { title: Alone, year: 2020 }
`,
  "publications.bib": `@article{roads, title={Roads}, author={Eve, Carl and Bell, A.}, journal={J}, year=2022}
@article{trees, title={Trees}, author={Bell-Stone, Augusta and Carr, Bo}, journal={J}, year=2023, projects={seeds-of-trees}}
@book{stones, title={Stones}, editor={Carr, Bo}, author={Eve, Carl}, publisher={P}, year=2021}
`,
  "blog/blog.json": '{ "layout": "post", "tags": "posts" }',
  "blog/first.md": `---
title: First
date: 2024-01-01
projects: [rome]
publications: [roads, trees]
people: bo
---
As [@roads] says.
`,
  "blog/loom.njk": `---
title: The loom
date: 2024-02-01
projects: true
---
<p>As {% cite "roads" %} says.</p>
`,
  "blog/hidden.md":
    "---\ntitle: Hidden\ndate: 2024-02-02\nhidden: true\nprojects: rome\n---\nAs [@roads] says.\n",
  "fr/blog/blog.json": '{ "layout": "post", "tags": "posts" }',
  "fr/blog/first.md": "---\ntitle: Premier\ndate: 2024-01-01\n---\nVoir [@roads].\n",
  "fr/blog/seul.liquid":
    "---\ntitle: Seul\ndate: 2024-01-03\nprojects: rome\n---\n<p>Voir {% cite 'roads' %}.</p>\n",
  "notes.md": page("Notes", "A page that cites [@trees]."),
};

/** Returns the main part of a page. */
export const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";

/** Returns the groups of a page: under each heading the titles of its entries. */
export function groupsOf(html: string): Record<string, string[]> {
  return Object.fromEntries(
    [...main(html).matchAll(/<section class="connected">\s*<h2>(.*?)<\/h2>([\s\S]*?)<\/section>/g)].map(
      ([, heading = "", list = ""]) => [
        heading,
        [...list.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].map(([, item = ""]) => titleIn(item)),
      ],
    ),
  );
}

/** Returns the title of an entry, without initials, facts and links. */
const titleIn = (item: string): string =>
  (/<div class="title">(.*?)<\/div>/.exec(item)?.[1] ?? item)
    .replace(/<span class="selfie[^>]*>.*?<\/span>/, "")
    .replace(/<(?:span|time) class="fact"[\s\S]*|<div class="links"[\s\S]*/, "")
    .replace(/<[^>]*>/g, "")
    .trim();

/** Returns the nodes of a page's structured data. */
export const nodesOf = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = "{}"]) =>
    JSON.parse(json),
  );
