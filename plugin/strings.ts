/** The theme's own words. Those with `%` have a place for a number or a name. */
export const strings = {
  home: "Home",
  blog: "Blog",
  projects: "Projects",
  tags: "Tags",
  about: "About",
  resume: "Résumé",
  notFound: "Uh oh!",
  takeMeHome: "Take me home!",
  nothingPublished: "Nothing published yet!",
  skipToContent: "Skip to content",
  mainNavigation: "Main",
  postNavigation: "Posts",
  pagination: "Pages",
  pageNumber: "page %1",
  pageOf: "page %1 of %2",
  newerPosts: "Newer posts",
  olderPosts: "Older posts",
  related: "Related Posts",
  series: "Series: %1",
  readTime: "Estimated read time",
  minute: "1 min",
  minutes: "%1 mins",
  share: "Share",
  tweet: "Tweet",
  onService: "on %1",
  sharedBy: "%1 by %2",
  spoiler: "Spoiler",
  comments: "Comments",
  showComments: "Show comments by %1",
  feed: "Feed",
  theme: "Indigo theme",
  by: "by",
  /** Dates as luxon writes them. @see https://moment.github.io/luxon/#/formatting?id=table-of-tokens */
  shortDate: "LLL dd yyyy",
  longDate: "cccc. LLLL dd, yyyy",
} as const;

/** Puts values into the places of one of the theme's strings: `%1`, `%2` … */
export function fill(template: string, ...values: (string | number)[]): string {
  return template.replaceAll(/%(\d)/g, (place, number: string) =>
    String(values[Number(number) - 1] ?? place),
  );
}
