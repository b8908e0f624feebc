import { groupSite, personId, projectId, workId } from "./group-site.ts";
import { sectionsSite } from "./sections-site.ts";
import { page, Site } from "./site.ts";
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
