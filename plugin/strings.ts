/** The theme's own words. */
export const strings = {
  home: "Home",
  about: "About",
  resume: "Résumé",
  skipToContent: "Skip to content",
  mainNavigation: "Main",
  feed: "Feed",
  theme: "Indigo theme",
  by: "by",
} as const;
