/** What Jekyll's Liquid asks of a site. */
export interface JekyllContext {
  /**
   * Address of a post, without baseurl, by its file name without ending, such as `2024-02-01-width-and-transfer`;
   * undefined where there is none.
   */
  postUrl(name: string): string | undefined;
  /** Names that postUrl knows, for suggestions. */
  postNames(): string[];
  /** Address, without baseurl, of any source file by its path from the input folder (for `{% link %}`). */
  fileUrl(path: string): string | undefined;
  /** The site's address without slash at its end; empty where there is none. */
  url: string;
  /** Jekyll's baseurl: empty or such as `/sub`. */
  baseurl: string;
  /** IANA time zone of the site. */
  timeZone: string;
  /** Renders the theme's Nunjucks partial of this name. */
  renderPartial(name: string, context: object): string;
  /** A listing as `{% highlight %}` gives it. */
  highlightFigure(code: string, language: string, linenos: boolean): string;
}
