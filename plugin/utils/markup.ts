/**
 * Class names that the theme's code searches for in HTML. Code that writes one of them uses this table too; layouts and
 * styles repeat the names, which a test compares.
 */
export const classes = {
  // Text
  /** A block of highlighted code. */
  highlight: "highlight",
  /** The code of a block whose lines have numbers or marks, or wrap. */
  codeLines: "code-lines",
  /** The title and caption of a block of code. */
  codeHead: "code-head",
  /** A callout: a note, tip or warning. */
  callout: "callout",
  /** An image with a caption. */
  figure: "figure",
  /** The list of footnotes at the end of a text. */
  footnotes: "footnotes",
  /** A citation. */
  citation: "citation",
  /** The key of a citation that is no work's. */
  missingCitation: "missing-citation",
  /** The list of the works that a text cites. */
  references: "references",
  /** A reference to a label that nothing on the page has. */
  missingReference: "missing-reference",
  /** A displayed formula with a number. */
  equation: "equation",
  /** The number of a figure, table or listing in its caption. */
  captionNumber: "caption-number",
  /** The number of a section in its heading. */
  sectionNumber: "section-number",
  /** A block of code with a caption. */
  listing: "listing",
  /** A theorem or the like; its kind is its second class. */
  statement: "statement",
  /** A formula that can't be parsed. */
  formulaError: "formula-error",
  /** The source of a diagram, which Mermaid replaces. */
  mermaid: "mermaid",
  /** Text that is hidden until the reader reveals it. */
  spoiler: "spoiler",
  /** The link to the notebook that a page is made of, at the end of its text. */
  notebook: "notebook-download",
  /** The link from a heading to itself, in the markup of jekyll-toc. The theme does not style it. */
  anchor: "anchor",

  // Blocks of a layout
  /** A note in the margin. */
  marginNote: "margin-note",
  /** Tabs, of which one panel is visible. */
  tabSet: "tab-set",
  /** A numbered list of steps. */
  stepList: "step-list",
  /** A grid of cards. */
  cardGrid: "card-grid",
  /** Text that folds out. */
  fold: "fold",
  /** Images that open larger. */
  gallery: "image-gallery",
  /** A video or audio file. */
  media: "media",
  /** A link to a video at another host. */
  videoLink: "video-link",
  /** A video of another host within the page. */
  videoFrame: "video-frame",

  // Publications
  /** An entry of the list of publications. */
  publication: "publication",
  /** Full entries of publications, as on the page of all publications. */
  publicationList: "publication-list",
  /** The links of a publication. */
  publicationLinks: "links",
  /** The chart of publications per year. */
  publicationChart: "publication-chart",

  // Sections
  /** The entries of a section; the section's name is its second class. */
  sectionEntries: "section-entries",
  /** The table of a course's sessions. */
  schedule: "schedule",
  /** A part of a CV, such as education. */
  cvGroup: "cv-group",

  // Home page
  /** A part of a home page. */
  homePart: "home-part",

  // Posts
  /** A post. */
  post: "post",
  /** The date of a post; used for other dates too. */
  date: "date",
  /** Related posts. */
  related: "related",
  /** The author of a post. */
  author: "author",
  /** The comments on a post. */
  comments: "comments",

  // Images
  /** The portrait in the header, or of a post's author. */
  selfie: "selfie",
  /** The image above a post. */
  titleImage: "title-image",
  /** The image of a publication. */
  preview: "preview",
} as const;

/** Escapes a class name or id for CSS: a backslash before every character other than letters, digits, underscores and hyphens. */
export const escapeSelector = (name: string): string => name.replaceAll(/[^\p{L}\p{M}\p{N}_-]/gu, "\\$&");

/** Returns whether HTML has an element with a `class` attribute that starts with these names. */
export function hasClass(html: string, names: string): boolean {
  const start = `class="${names}`;
  let index = html.indexOf(start);
  while (index >= 0) {
    const next = html[index + start.length];
    if (next === '"' || next === " ") return true;
    index = html.indexOf(start, index + start.length);
  }
  return false;
}

/** Returns whether rendered content has a block of code. */
export const hasCodeBlock = (content: unknown): boolean => String(content ?? "").includes("<pre");

/** Returns whether rendered content has an `<h1>`. */
export const hasHeading = (content: unknown): boolean => /<h1[\s>]/i.test(String(content ?? ""));
