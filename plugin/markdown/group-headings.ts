/** The headings of groups in lists that shortcodes write, and the author's own of the second level. */
const headings =
  /<h2[\s>]|(<h3(?= class="(?:publication|section)-group")|<section class="publication-group">\s*<h3)([^>]*>(?:(?!<\/?h\d)[\s\S]){0,10000}<\/h)3>/gi;

/**
 * Raises the headings of groups in lists, such as of `{% publications "by year" %}`, to the second level where no heading of
 * that level stands before them, so that no level is skipped. A shortcode does not know the headings before it.
 *
 * @param html - The content of a page, below its h1.
 */
export function raiseGroupHeadings(html: string): string {
  if (!/(?:publication|section)-group"/.test(html)) return html;
  let hasSecondLevel = false;
  return html.replaceAll(headings, (heading: string, start?: string, rest?: string) => {
    hasSecondLevel ||= start === undefined;
    return hasSecondLevel || start === undefined ? heading : `${start.slice(0, -1)}2${rest}2>`;
  });
}
