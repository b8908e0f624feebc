import { groupSite, personId, projectId, workId } from "./group-site.ts";
import { lab, sectionsSite } from "./sections-site.ts";
import { config, page, Site } from "./site.ts";
import { variantsSite } from "./variants-site.ts";
import { writingSite } from "./writing-site.ts";

/** A site and one page of each kind. */
export interface Kinds {
  make(): Site;
  /** The URL of the site in its options. */
  origin: string;
  /** Kind to URL path, without leading slash. */
  pages: Readonly<Record<string, string>>;
}

/** example-site, with the kinds of pages that every site has. */
export const exampleKinds: Kinds = {
  make: () => Site.copyOf("example-site"),
  origin: "https://example.org",
  pages: {
    home: "",
    about: "about/",
    post: "low-rank-updates/",
    publications: "publications/",
    publication: "publications/lora/",
    blog: "blog/",
    projects: "projects/",
    tags: "tags/",
    "not found": "404.html",
  },
};

/** A site with all sections. The section pages are the theme's own; one person has a page. */
export const sectionKinds: Kinds = {
  make: () =>
    new Site({
      ...sectionsSite,
      "cv.yaml": cv,
      "eleventy.config.js": (sectionsSite["eleventy.config.js"] ?? "").replace(
        '"news":true',
        '"news":true,"cv":true',
      ),
      "about.md": page("About", "Words on us."),
    }),
  origin: "https://lab.example.org",
  pages: {
    "home with news": "",
    news: "news/",
    talks: "talks/",
    teaching: "teaching/",
    people: "people/",
    person: "people/ada/",
    "projects as cards": "projects/",
    cv: "cv/",
  },
};

/** A home page with every part, in two languages; its sections are those of {@link sectionKinds}. */
export const homeKinds: Kinds = {
  make: () =>
    new Site({
      ...sectionsSite,
      "cv.yaml": cv,
      "eleventy.config.js": config({
        ...lab,
        sections: { news: true, talks: true, teaching: true, people: true, projects: true, cv: true },
        languages: { de: {} },
        home: [
          "text",
          "news",
          "selected",
          { part: "publications", limit: 2, style: "full", title: "Latest papers" },
          { part: "posts", limit: 3, title: { en: "Notes", de: "Notizen" } },
          { part: "talks", limit: 2 },
          "teaching",
          "people",
          "projects",
          { part: "cv", group: "education" },
        ],
      }),
      "about.md": page("About", "Words on us."),
      "publications.yaml": papers,
      "posts/cards.md":
        "---\ntitle: Cards\nlayout: post\ntags: [posts, looms]\ndate: 2024-03-01\n---\nPunched.\n",
      "posts/gears.md":
        "---\ntitle: Gears that never stop turning\nlayout: post\ntags: [posts, engines]\ndate: 2024-02-01\n---\nTurning.\n",
      "de/index.md": page("Start", "Wir erforschen **Maschinen**.", "home"),
      "de/news.yaml": "- { date: 2024-03-05, text: Angenommen. }\n",
      "de/posts/karten.md":
        "---\ntitle: Karten\nlayout: post\ntags: posts\ndate: 2024-03-01\n---\nGelocht.\n",
    }),
  origin: "https://lab.example.org",
  pages: { "home from parts": "", "home from parts in German": "de/" },
};

const papers = `- { id: notes, title: Notes by the translator, venue: Scientific Memoirs, year: 1843, authors: [Ada Lovelace], selected: true, abstract: On the engine., links: [{ label: PDF, url: "https://example.org/notes" }] }
- { id: weaving, title: Weaving numbers, venue: Jacquard Days, year: 1842, authors: [Ada Lovelace, Charles Babbage], selected: true, doi: 10.1000/1 }
- { id: flight, title: On flight, venue: Letters, year: 1828, authors: [Ada Lovelace] }
`;

/** The site of a research group, whose works, people, projects, talks and posts are connected. */
export const groupKinds: Kinds = {
  make: () =>
    new Site({
      ...groupSite(),
      "ada.md":
        "---\ntitle: Works on weaving\nlayout: publications-page\npublications: { topic: weaving }\n---\n",
    }),
  origin: "https://looms.example.org",
  pages: {
    "home of a group": "",
    "publications of a group": "publications/",
    "publications of a topic": "ada/",
    "work of a group": `publications/${workId(0)}/`,
    "people with works": "people/",
    "person with works": `people/${personId(0)}/`,
    "projects with works": "projects/",
    "project with works": `projects/${projectId(0)}/`,
    "talks with papers": "talks/",
    "post that cites": "posts/note-1/",
    "post in German": "de/posts/note-5/",
  },
};

/** A site that uses everything that authors write, with archives, a map of talks and a schedule. */
export const writingKinds: Kinds = {
  make: () => new Site(writingSite),
  origin: "https://writing.example.org",
  pages: {
    "text with everything": "paper/",
    notebook: "posts/book/",
    "post of a series": "posts/one/",
    "archive of a tag": "tags/looms/",
    "archive of a year": "years/2024/",
    "talks on a map": "talks/",
    "course with a schedule": "teaching/",
    "CV of RenderCV": "cv/",
  },
};

/** A site whose header, navigation, widths, dates and share links are not as in Indigo, with bylines and long lists of authors. */
export const variantKinds: Kinds = {
  make: () => new Site(variantsSite),
  origin: "https://variants.example.org",
  pages: {
    "home with options": "",
    "blog with long dates": "blog/",
    "post by one author": "posts/one/",
    "post by three authors": "posts/three/",
    "post by twelve authors": "posts/twelve/",
    "notebook with options": "posts/book/",
    "publications with options": "publications/",
    "publication by many": "publications/many/",
    "archive with long dates": "tags/looms/",
    "news with long dates": "news/",
    "talks with long dates": "talks/",
    "cv with options": "cv/",
  },
};

const docsOrigin = "https://docs.example.org";

/** The site of the documentation. */
export const docsKinds: Kinds = {
  make: () => {
    const site = Site.copyOf("docs");
    const source = site.source("eleventy.config.js");
    return site.write({ "eleventy.config.js": source.replace("process.env.DOCS_URL", `"${docsOrigin}"`) });
  },
  origin: docsOrigin,
  pages: {
    "home of the docs": "",
    "docs: first steps": "start/",
    "docs: tour": "tour/",
    "docs: recipes": "recipes/",
    "docs: options": "options/",
    "docs: parts": "parts/",
    "docs: tokens": "tokens/",
    "docs: search": "search/",
  },
};

/** Every site of kinds, in the order of the tables. */
export const allKinds: readonly Kinds[] = [
  exampleKinds,
  sectionKinds,
  homeKinds,
  groupKinds,
  writingKinds,
  variantKinds,
  docsKinds,
];

const cv = `basics:
  name: Ada Lovelace
  label: Mathematician
  email: ada@example.org
  summary: Writes programs for engines.
work:
  - { name: Analytical Lab, position: Head, startDate: "1842-01", summary: Led a group. }
education:
  - { institution: Home, area: Mathematics, studyType: Private lessons, startDate: "1830", endDate: "1835" }
skills:
  - { name: Engines, keywords: [Cards, Gears] }
`;
