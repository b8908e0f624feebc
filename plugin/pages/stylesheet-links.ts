import type { Stylesheets } from "../appearance/index.js";
import type { ShownSection } from "../sections/index.js";

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
  // Plain text has no class at all, which is sooner seen than that it has none of these.
  const hasClass = html.includes('class="');
  const has = (mark: string): boolean => hasClass && html.includes(mark);
  const isCv = section && section.head !== undefined;
  const used: (string | undefined | false)[] = [
    stylesheets.page,
    (isPost || has('class="highlight"')) && stylesheets.post,
    (hasContents || html.includes("<math") || writing.some(has)) && stylesheets.writing,
    has('class="publication-chart') && stylesheets.publications,
    ((section && !isCv) || has('class="section-entries ')) && stylesheets.sections,
    (isCv || has('class="cv-group')) && stylesheets.cv,
  ];
  return used.filter((url) => typeof url === "string");
}

/** What has a class of `styles/writing.scss` in HTML. To look for each is many times as fast as one expression for all. */
const writing = [
  'class="footnotes"',
  'class="callout ',
  'class="figure"',
  'class="formula-error"',
  'class="mermaid"',
];
