import type { ShownSection } from "./sections/site-sections.js";
import type { Stylesheets } from "./styles.js";

/** What a page's layout knows of the styles that it needs. */
export interface StyleFacts {
  /** Whether it is a post. */
  isPost?: boolean;
  /** Whether it has a table of contents. */
  hasContents?: boolean;
  /** The section that its layout shows. */
  section?: ShownSection | "";
}

/**
 * The addresses of the style sheets that a page uses, in their order: those of its layout, and those of what stands in
 * its rendered text.
 */
export function styleLinks(
  content: unknown,
  { isPost, hasContents, section }: StyleFacts,
  stylesheets: Stylesheets,
): string[] {
  const entries = section ? section.groups.flatMap((group) => group.entries as { html?: string }[]) : [];
  const html = [content, ...entries.map((entry) => entry.html)].filter(Boolean).join("\n");
  const isCv = section && section.head !== undefined;
  const used: (string | undefined | false)[] = [
    stylesheets.page,
    (isPost || html.includes('class="highlight"')) && stylesheets.post,
    (hasContents || hasWriting(html)) && stylesheets.writing,
    html.includes("publication-chart") && stylesheets.publications,
    ((section && !isCv) || html.includes('class="section-entries ')) && stylesheets.sections,
    (isCv || html.includes('<section class="cv-group')) && stylesheets.cv,
  ];
  return used.filter((url) => typeof url === "string");
}

/** Whether it has something of `styles/writing.scss`. */
const hasWriting = (html: string): boolean => writing.some((mark) => html.includes(mark));

/** What it has in HTML. To look for each is many times as fast as one expression for all. */
const writing = [
  "<math>",
  "<math ",
  '<section class="footnotes"',
  'class="callout ',
  'class="figure"',
  'class="formula-error"',
  'class="mermaid"',
];
