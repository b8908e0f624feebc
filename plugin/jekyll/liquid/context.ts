/** The values of a site that Jekyll's tags and filters need. */
export interface JekyllContext {
  /**
   * Returns the URL of a post, without baseurl, by its file name without extension, such as
   * `2024-02-01-width-and-transfer`; undefined if there is none.
   */
  postUrl(name: string): string | undefined;
  /** Returns the names that `postUrl` accepts, for suggestions. */
  postNames(): string[];
  /** Returns the URL of a source file, without baseurl, by its path relative to the input folder. For `{% link %}`. */
  fileUrl(path: string): string | undefined;
  /** The site's URL without trailing slash; empty if it is not set. */
  url: string;
  /** Jekyll's `baseurl`: empty, or such as `/sub`. */
  baseurl: string;
  /** IANA time zone of the site. */
  timeZone: string;
  /** Renders a Nunjucks partial of the theme by its name. */
  renderPartial(name: string, context: object): string;
  /** Returns the HTML of `{% highlight %}`. */
  highlightFigure(code: string, language: string, linenos: boolean): string;
  /** Returns the CSS of Sass. @throws IndigoError for Sass that can't be compiled. */
  compileSass(source: string, syntax: "scss" | "indented"): string;
}
