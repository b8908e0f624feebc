import { isHashedFile } from "../eleventy/hashed-file.js";
import { isServed } from "../eleventy/run-mode.js";
import { wantedArchives } from "../options/archives.js";
import type { NavigationEntry } from "../options/navigation.js";
import { sectionSetting } from "../options/sections.js";
import type { Site } from "../options/site.js";
import { classes, hasClass, hasCodeBlock } from "../utils/markup.js";

/** The properties of a page that its styles depend on. */
export interface PageFacts {
  /** Whether it is a post. */
  isPost: boolean;
  /** Whether it has a table of contents. */
  hasContents: boolean;
  /** Whether its table of contents or its footnotes are beside the text. */
  isBesideText?: boolean;
  /** The kind of section that its layout shows, if any. */
  section: "entries" | "cv" | undefined;
  /** Whether it shows what it is connected to. */
  hasConnections: boolean;
  /** Whether it shows a schedule, a map or a calendar of a section. */
  hasEvents?: boolean;
  /** Whether its layout shows publications. */
  hasPublications: boolean;
  /** Whether its layout shows code or BibTeX. */
  hasCode?: boolean;
  /** Whether its layout shows archives of posts. */
  hasArchives?: unknown;
  /** Whether the site shows pages that a build would leave out. */
  hasMarks?: boolean;
  /** Its rendered content. */
  html: string;
}

/** A part of the theme's styles, compiled from the SCSS file of its name to one stylesheet. */
interface Part {
  /** The name of the output file, without hash and extension. */
  file: string;
  /** Returns whether a site needs it. By default every site does. */
  isUsed?(site: Site): boolean;
  /** Returns whether a page links it. A part without this is linked by the layouts that need it. */
  isOnPage?(page: PageFacts): boolean;
}

/** The parts in the order in which a page links them. All other code derives the parts from this table. */
const parts = {
  page: { file: "indigo", isOnPage: () => true },
  post: {
    file: "indigo-post",
    // A layout of the author's own may have the element of a post itself, as Indigo's had.
    isOnPage: ({ isPost, html }) =>
      isPost || hasClass(html, classes.highlight) || hasClass(html, classes.post),
  },
  code: {
    file: "indigo-code",
    isOnPage: ({ html }) => [classes.codeLines, classes.codeHead].some((name) => hasClass(html, name)),
  },
  writing: {
    file: "indigo-writing",
    isOnPage: ({ hasContents, html }) =>
      hasContents || html.includes("<math") || writing.some((name) => hasClass(html, name)),
  },
  layout: {
    file: "indigo-layout",
    isOnPage: ({ isBesideText = false, html }) => isBesideText || layout.some((name) => hasClass(html, name)),
  },
  "math-font": {
    file: "indigo-math-font",
    isUsed: ({ writing: { math } }) => typeof math === "object" && math.font !== undefined,
    isOnPage: ({ html }) => html.includes("<math"),
  },
  notebook: {
    file: "indigo-notebook",
    isUsed: ({ notebooks, jekyll }) => notebooks ?? !jekyll,
    isOnPage: ({ html }) => hasClass(html, classes.notebook),
  },
  table: {
    file: "indigo-table",
    isUsed: ({ tables }) => tables !== "plain",
    isOnPage: ({ html }) => html.includes("<table"),
  },
  numbering: {
    file: "indigo-numbering",
    // Markdown of Jekyll has no numbers.
    isUsed: ({ jekyll }) => !jekyll,
    isOnPage: ({ html }) => html.includes("<caption") || numbering.some((name) => hasClass(html, name)),
  },
  publications: {
    file: "indigo-publications",
    isOnPage: ({ hasPublications, html }) =>
      hasPublications ||
      [classes.publicationChart, classes.publicationList].some((name) => hasClass(html, name)),
  },
  sections: {
    file: "indigo-sections",
    isUsed: ({ themeSections: { cv: _, ...lists } }) => Object.values(lists).some(Boolean),
    isOnPage: ({ section, hasConnections, html }) =>
      section === "entries" || hasConnections || hasClass(html, classes.sectionEntries),
  },
  events: {
    file: "indigo-events",
    isUsed: ({ themeSections: { talks, teaching } }) => {
      const { calendar, map } = sectionSetting(talks) ?? {};
      return Boolean(calendar || map || teaching);
    },
    isOnPage: ({ hasEvents, html }) => hasEvents === true || hasClass(html, classes.schedule),
  },
  home: {
    file: "indigo-home",
    isOnPage: ({ html }) => hasClass(html, classes.homePart),
  },
  cv: {
    file: "indigo-cv",
    isUsed: ({ themeSections: { cv } }) => Boolean(cv),
    isOnPage: ({ section, html }) => section === "cv" || hasClass(html, classes.cvGroup),
  },
  copy: {
    file: "indigo-copy",
    isUsed: ({ copyButtons }) => copyButtons,
    isOnPage: ({ hasCode, hasPublications, html }) => hasCode || hasPublications || hasCodeBlock(html),
  },
  variants: {
    file: "indigo-variants",
    isUsed: (site) =>
      site.listHeader === "small" ||
      site.navigationStyle === "column" ||
      site.navigationCurrent ||
      site.dateStyle !== "indigo" ||
      site.shareStyle !== "indigo" ||
      [site, ...Object.values(site.languages)].some(({ navigation }) => navigation?.some(isGroup)),
    isOnPage: () => true,
  },
  archives: {
    file: "indigo-archives",
    isUsed: ({ themeArchives }) => wantedArchives(themeArchives).length > 0,
    isOnPage: ({ hasArchives }) => Boolean(hasArchives),
  },
  marks: {
    file: "indigo-marks",
    isUsed: isServed,
    isOnPage: ({ hasMarks }) => hasMarks === true,
  },
  search: { file: "indigo-search", isUsed: ({ search }) => search },
} satisfies Record<string, Part>;

/** Whether an entry of the option `navigation` is a group. */
const isGroup = (entry: NavigationEntry): boolean => typeof entry !== "string" && entry.items !== undefined;

/** Classes with styles in `styles/writing.scss`. Searching each is many times faster than one regular expression. */
const writing = [
  classes.footnotes,
  classes.citation,
  classes.callout,
  classes.figure,
  classes.formulaError,
  classes.mermaid,
];

/** Classes with styles in `styles/layout.scss`, as the first of an element's. */
const layout = [
  classes.marginNote,
  `${classes.figure} ${classes.marginNote}`,
  `${classes.figure} margin-caption`,
  classes.tabSet,
  classes.stepList,
  classes.cardGrid,
  classes.fold,
  classes.gallery,
  classes.media,
  classes.videoLink,
  classes.videoFrame,
];

/** Classes with styles in `styles/numbering.scss`. */
const numbering = [
  "tml-tag",
  classes.equation,
  classes.captionNumber,
  classes.sectionNumber,
  classes.listing,
  classes.statement,
  classes.missingReference,
];

/** The name of a part. */
export type StylePart = keyof typeof parts;

/** The parts of the theme's styles by name. */
export const styleParts: Readonly<Record<StylePart, Part>> = parts;

/** The names of the parts, in the order in which a page links them. */
export const stylePartNames = Object.keys(parts) as StylePart[];

/** Returns whether an output file is one of the theme's stylesheets. */
export const isThemeStylesheet = (file: string): boolean =>
  stylePartNames.some((name) => isHashedFile(file, styleParts[name].file, "css"));
