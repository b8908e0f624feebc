/** The part of @11ty/eleventy-plugin-rss that the theme uses; the package ships no declarations. */
declare module "@11ty/eleventy-plugin-rss/src/dateRfc3339.js" {
  /** A date as Atom has them. */
  export default function dateToRfc3339(date: Date): string;
}
