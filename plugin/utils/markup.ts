/**
 * Class names that the theme's code looks for in HTML. Code that writes one of these takes it from here as well; the
 * layouts and styles have them as text, which a test compares.
 */
export const classes = {
  // Text
  /** A block of highlighted code. */
  highlight: "highlight",
  /** A callout: a note, tip or warning. */
  callout: "callout",
  /** An image with a caption. */
  figure: "figure",
  /** The list of footnotes at the end of a text. */
  footnotes: "footnotes",
  /** A formula that can't be read. */
  formulaError: "formula-error",
  /** The source of a diagram, which Mermaid replaces. */
  mermaid: "mermaid",
  /** Text that is covered until a reader asks for it. */
  spoiler: "spoiler",
  /** The link of a heading to itself, in the markup of jekyll-toc. The theme has no style for it. */
  anchor: "anchor",

  // Publications
  /** An entry of the list of publications. */
  publication: "publication",
  /** The links of a publication. */
  publicationLinks: "links",
  /** The chart of publications per year. */
  publicationChart: "publication-chart",

  // Sections
  /** The entries of a section; the section's name is its second class. */
  sectionEntries: "section-entries",
  /** A part of a CV, such as education. */
  cvGroup: "cv-group",

  // Posts
  /** The post itself. */
  post: "post",
  /** The date of a post, among others. */
  date: "date",
  /** Posts on the same subject. */
  related: "related",
  /** The author of a post. */
  author: "author",
  /** The comments on a post. */
  comments: "comments",

  // Images
  /** The portrait in the header, and an author's. */
  selfie: "selfie",
  /** The image above a post. */
  titleImage: "title-image",
  /** The image of a publication. */
  preview: "preview",
} as const;

/** Returns whether HTML has an element whose `class` starts with these names. */
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

/** Returns whether rendered content has a heading of the first level. */
export const hasHeading = (content: unknown): boolean => /<h1[\s>]/i.test(String(content ?? ""));
