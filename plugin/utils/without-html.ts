import type MarkdownIt from "markdown-it";

/** Runs work on Markdown in which HTML is text: the library's option is off meanwhile. */
export function withoutHtml<T>(md: MarkdownIt, work: () => T): T {
  const { html } = md.options;
  md.options.html = false;
  try {
    return work();
  } finally {
    md.options.html = html;
  }
}
