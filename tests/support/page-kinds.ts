import { sectionsSite } from "./sections-site.ts";
import { page, Site } from "./site.ts";

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
