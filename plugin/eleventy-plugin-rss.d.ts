/** The part of @11ty/eleventy-plugin-rss that the theme uses; the package ships no declarations. */
declare module "@11ty/eleventy-plugin-rss" {
  /** A date as Atom has them. */
  export function dateToRfc3339(date: Date): string;
  /** The newest date among a collection's items, the fallback (by default: now) where it has none. */
  export function getNewestCollectionItemDate(items: { date: Date }[] | undefined, fallback?: Date): Date;
}
