import * as z from "zod";
import { social } from "../accounts/schema.js";
import { dateStyles } from "../i18n/dates.js";
import { file, languageTag, siteUrl, text, timeZone } from "../utils/schema-values.js";
import { validate } from "../utils/validate.js";
import { fonts, headerSizes, pageWidth, tokens } from "./appearance.js";
import { archives } from "./archives.js";
import { author, postAuthor } from "./author.js";
import { coauthors } from "./coauthors.js";
import { footer } from "./footer.js";
import { frontMatterDefault } from "./front-matter-defaults.js";
import { home } from "./home.js";
import { languages } from "./languages.js";
import { code, embeds, footnotes, images, math, toc } from "./markdown.js";
import { navigationItem } from "./navigation.js";
import { pages } from "./pages.js";
import { sections } from "./sections.js";
import { analytics, comments, shareStyle, shareTarget } from "./services.js";
import { shareImages } from "./share-images.js";
import { strings } from "./strings.js";
import { venues } from "./venues.js";
import { verification } from "./verification.js";
import { widths } from "./widths.js";

/** The schema of all options. Their types and defaults derive from it; docs/options.md lists them. */
export const optionsSchema = z.strictObject({
  /**
   * Title of the site, usually the name of its owner.
   *
   * @default "My site"
   * @example "Ada Lovelace"
   */
  title: text.default("My site"),

  /** One line about the owner, on the home page. */
  bio: text.optional(),

  /** One or two sentences about the site, for search engines. The default is `bio`. */
  description: text.optional(),

  /**
   * Full URL of the published site. Canonical links, feeds, the sitemap and share links need it.
   *
   * @example "https://example.org"
   */
  url: siteUrl.optional(),

  /**
   * Language of the text, as a BCP 47 tag.
   *
   * @default "en"
   * @example "pt-BR"
   */
  language: languageTag.default("en"),

  /**
   * UI strings that replace the theme's, or add a translation. Their names are in `plugin/i18n/strings/en.ts`. The theme has
   * translations into Arabic, Chinese, French, German, Italian, Japanese, Portuguese and Spanish.
   *
   * @default {}
   * @example { home: "Start", minutes: "%1 minutes to read" }
   */
  strings: strings.default({}),

  /**
   * Additional languages of the site, by BCP 47 tag. The pages of each are in a folder of that name, in which the theme also
   * creates its own. Pages are translations of each other if their URLs match (`/about/` and `/fr/about/`), or if they have
   * the same `translationKey` in their front matter.
   *
   * @default {}
   * @example { fr: { title: "Le site d’Ada", bio: "Mathématicienne" } }
   */
  languages: languages.default({}),

  /**
   * Time zone in which dates are parsed and shown, as an IANA name.
   *
   * @default "UTC"
   * @example "America/Montreal"
   */
  timeZone: timeZone.default("UTC"),

  /**
   * How dates are written: `indigo` is in Indigo's forms, or those in `strings`; `long` (1 September 2026 in British English,
   * 2026年9月1日 in Japanese) and `medium` (1 Sept 2026) are the forms of the language; `iso` is 2026-09-01.
   *
   * @default "indigo"
   */
  dateStyle: z.enum(dateStyles).default("indigo"),

  /**
   * Image of the owner, best square: a file of the site, which the plugin copies to the output, or a full URL.
   *
   * @example "assets/me.jpg"
   */
  picture: file.optional(),

  /** A larger version of `picture`, which pages can show as `site.pictureHd`. The default is `picture`. */
  pictureHd: file.optional(),

  /**
   * Favicon: an image that the plugin resizes to the sizes that browsers request. The default is `picture`, else
   * `favicon.ico`, else the first letter of `title`.
   *
   * @example "assets/icon.svg"
   */
  icon: file.optional(),

  /**
   * Author of the site: a name, or a name with contact data. The default is `title`.
   *
   * @example "Ada Lovelace"
   * @example { name: "Ada Lovelace", email: "ada@example.org" }
   */
  author: author.optional(),

  /**
   * Color scheme: `auto` follows the reader's system.
   *
   * @default "auto"
   */
  theme: z.enum(["auto", "light", "dark"]).default("auto"),

  /**
   * Adds a button for light and dark, which the browser remembers. It needs a small script; `theme` is the initial scheme.
   *
   * @default false
   */
  themeSwitch: z.boolean().default(false),

  /**
   * Colors, fonts and font weights, by their names in `styles/_tokens.scss`. If you set `accent` without `accent-dark`, the
   * dark color is the same one, or the nearest that has enough contrast. The build warns of colors with too little contrast.
   *
   * @default {}
   * @example { accent: "#0a5", "accent-dark": "#4d9", "font-sans": "Georgia, serif" }
   */
  tokens: tokens.default({}),

  /**
   * Font files of the site, which the plugin copies and adds to the styles. They come before the system fonts.
   *
   * @default []
   * @example [{ family: "Inter", src: "assets/inter.woff2", weight: "100 900" }]
   */
  fonts: fonts.default([]),

  /**
   * Width of the text: `normal` is 560 px, `large` is 810 px.
   *
   * @default "normal"
   */
  width: pageWidth.default("normal"),

  /**
   * Width of the text by kind of page: of a page that the theme creates, by its name in `pages`, or of any `page` or `post`.
   * Front matter `width` is that of one page. The default of each is `width`.
   *
   * @default {}
   * @example { publications: "large", people: "large" }
   */
  widths: widths.default({}),

  /**
   * Tables in text: `ruled` have thin rules, `plain` have neither rules nor padding, as in Indigo. `auto` is `plain` in posts,
   * which look as in Indigo, and `ruled` on other pages.
   *
   * @default "auto"
   */
  tables: z.enum(["auto", "ruled", "plain"]).default("auto"),

  /**
   * The header of lists, such as the blog and the publications: `full` as on the home page, `small` with image and name in
   * one line, or `none`. Front matter `showHeader` is that of one page.
   *
   * @default "full"
   */
  listHeader: z.enum(headerSizes).default("full"),

  /**
   * Fades the header in, except for readers who prefer reduced motion.
   *
   * @default false
   */
  animation: z.boolean().default(false),

  /**
   * Links at the top of every page, in this order. Each is the name of one of the theme's pages, such a page with a label, or
   * any other link, or a group of these under a label. Pages that the site does not have are left out, with a warning. A page does not link itself. Pages with
   * `nav` in their front matter follow. The default is every page of the theme that the site has, except the tags, with the
   * `nav` pages before CV and About.
   *
   * @example ["home", { page: "blog", label: "Journal" }, { label: "Lab", url: "https://lab.example.org/" }]
   */
  navigation: z.array(navigationItem).optional(),

  /**
   * Where the navigation is: `indigo` is as in Indigo, at the top right of the window; `column` is in line with the text, with
   * rows of even length.
   *
   * @default "indigo"
   */
  navigationStyle: z.enum(["indigo", "column"]).default("indigo"),

  /**
   * Whether the navigation of a page also links the page itself, marked as the current one, so that links keep their places.
   *
   * @default false
   */
  navigationCurrent: z.boolean().default(false),

  /**
   * The footer of each page: license of the texts, links such as to an imprint, and whether it names the theme.
   *
   * @default { links: [], credit: true }
   * @example { license: "CC-BY-4.0", links: [{ label: "Imprint", url: "/imprint/" }] }
   */
  footer: footer.prefault({}),

  /**
   * Codes with which search engines and networks verify that the site is yours. They are in the head of the home page.
   *
   * @default {}
   * @example { google: "Pj0ZkH…", bing: "6A3F…" }
   */
  verification: verification.default({}),

  /**
   * Which e-mail addresses programs that collect them don't find, since `@` and `.` are character references: `encoded` are
   * those that the theme shows, such as in `social`; `all` are also those in texts; `plain` are none. Readers and screen readers
   * read them as before.
   *
   * @default "encoded"
   */
  emails: z.enum(["encoded", "all", "plain"]).default("encoded"),

  /**
   * Social links, shown as icons in this order: a profile by its service, as an id or a full URL; or any other link by a
   * label.
   *
   * @example { github: "ada", orcid: "0000-0002-1825-0097", email: "ada@example.org" }
   * @example { "My lab": { url: "https://lab.example.org/", icon: "assets/lab.svg" } }
   */
  social: social.default({}),

  /**
   * Résumé, linked at the end of the navigation: a file of the site, which the plugin copies, or a full URL.
   *
   * @example "assets/resume.pdf"
   */
  resume: file.optional(),

  /** Pages that the theme creates. `false` turns one off. A page of the site with the same URL replaces it. */
  pages: pages.prefault({}),

  /**
   * Parts of the home page, in their order: `text` (that of `index.md`), `posts`, `selected` (publications), `publications`, and
   * every section. Each is a name, or `{ part, title, limit, … }`. Front matter `home` is that of one page. The default is
   * Indigo's home page: the text, with the latest news if there are any.
   *
   * @example ["text", "news", "selected", { part: "posts", limit: 3, title: "Notes" }, "projects"]
   */
  home: home.optional(),

  /**
   * Sections of an academic site: news, talks, teaching, people, projects, CV. Each reads a data file or a folder, and has a
   * page and a shortcode. `true` reads the file or folder of the section's name.
   *
   * @default {}
   * @example { news: true, talks: "talks.yaml", people: "people/" }
   */
  sections: sections.default({}),

  /**
   * Writes the redirects of front matter `redirectFrom` to the file `/_redirects`, which Netlify and Cloudflare read, instead
   * of a page for each.
   *
   * @default false
   */
  redirectsFile: z.boolean().default(false),

  /** Whether the site has `/blog/` and the default navigation links it. The default is whether there are posts. */
  blog: z.boolean().optional(),

  /**
   * Whether the site has `/projects/` and the default navigation links it. The default is whether a post has `projects: true`.
   */
  projects: z.boolean().optional(),

  /**
   * Whether the image of the owner and the default navigation link to `/about/`. The default is whether that page exists.
   */
  about: z.boolean().optional(),

  /** Number of posts on each page of the blog: `/blog/`, `/blog/2/` … The default is all posts on one page. */
  postsPerPage: z.int().min(1).optional(),

  /**
   * Pages that list the posts with each tag, of each category, year or series, each with a feed; `true` is all of them. Posts
   * link their tags and their series there.
   *
   * @default false
   * @example { tags: true, years: true }
   */
  archives: archives.default(false),

  /**
   * Whether builds publish posts with a date in the future. While the site is served, they are always there.
   *
   * @default false
   */
  futurePosts: z.boolean().default(false),

  /**
   * Where the dates of later changes come from, in addition to the front matter `updated`: `git` is the last commit of each
   * file. The default is front matter only.
   */
  updated: z.literal("git").optional(),

  /**
   * Authors of posts, by the key that posts have in their front matter `author`.
   *
   * @default {}
   * @example { ada: { name: "Ada Lovelace", bio: "Mathematician", picture: "assets/ada.jpg" } }
   */
  authors: z.record(z.string(), postAuthor).default({}),

  /** Whether the author is shown at the end of a post. The default is whether `authors` has any. */
  showAuthor: z.boolean().optional(),

  /**
   * Services to share a post at, as plain links at its end, in this order. Readers choose their Mastodon server at
   * share.joinmastodon.org, unless you name one.
   *
   * @default ["x", "facebook"]
   * @example ["bluesky", { mastodon: "mastodon.social" }, "email"]
   */
  share: z.array(shareTarget).default(["x", "facebook"]),

  /**
   * How these links look: `indigo` is in the colors of the services, next to the author; `quiet` is a row of plain links
   * below each post, with or without its author.
   *
   * @default "indigo"
   */
  shareStyle: shareStyle.default("indigo"),

  /**
   * Whether a post shows its reading time.
   *
   * @default true
   */
  readTime: z.boolean().default(true),

  /**
   * Whether a post ends with how to cite it: a reference and BibTeX, folded; and has metadata for reference managers. Needs
   * `url`. Front matter `citation` overrides it for one post.
   *
   * @default false
   */
  citePosts: z.boolean().default(false),

  /**
   * Whether a post shows its tags.
   *
   * @default true
   */
  showTags: z.boolean().default(true),

  /**
   * Whether a post links up to five other posts that share a tag.
   *
   * @default true
   */
  related: z.boolean().default(true),

  /**
   * Whether a post links the previous and the next post: always, never, or only in these categories.
   *
   * @default true
   * @example ["blog"]
   */
  postAdvanceLinks: z.union([z.boolean(), z.array(text)]).default(true),

  /**
   * Whether code is highlighted, at build time.
   *
   * @default true
   */
  highlight: z.boolean().default(true),

  /**
   * Adds a button that copies it to each block of code and to the BibTeX of publications and posts, with a small script on
   * the pages that have one.
   *
   * @default false
   */
  copyButtons: z.boolean().default(false),

  /**
   * How blocks of code in Eleventy's Markdown are shown. `lineNumbers` numbers the lines of those that do not say otherwise.
   *
   * @default { lineNumbers: false }
   * @example { lineNumbers: true }
   */
  code: code.prefault({}),

  /**
   * Whether formulas in Markdown are rendered as MathML, at build time; with LaTeX macros of your own. `font` is a math font of
   * the site, or of an installed package, that pages with formulas load: a path such as `fonts/STIXTwoMath.woff2`. In a site from Jekyll, `dollars` says where `$…$` is a formula: on all pages, or on those whose front matter has a field.
   * The default is what the site's own layouts and includes set for MathJax.
   *
   * @default true
   * @example { macros: { "\\R": "\\mathbb{R}" } }
   */
  math: math.default(true),

  /**
   * Whether posts with three or more headings have a table of contents; `side` places it beside the text on wide screens, on
   * pages too that ask for one. Front matter `toc` overrides it for one page or post.
   *
   * @default false
   */
  toc: toc.default(false),

  /**
   * Where footnotes are shown: after the text, or `side` beside it on wide screens. Front matter `footnotes` overrides it.
   *
   * @default "end"
   */
  footnotes: footnotes.default("end"),

  /**
   * Whether videos at YouTube, Vimeo and PeerTube sites are players in the page, which makes requests to these hosts: all, or
   * those of some hosts. By default they are links.
   *
   * @default false
   * @example ["vimeo", "videos.example.org"]
   */
  embeds: embeds.default(false),

  /**
   * Whether headings have numbers. Front matter `numberSections` overrides it for one page or post.
   *
   * @default false
   */
  numberSections: z.boolean().default(false),

  /**
   * Whether displayed formulas without a label have numbers too. Front matter `numberEquations` overrides it for one page or
   * post.
   *
   * @default false
   */
  numberEquations: z.boolean().default(false),

  /**
   * Whether theorems, lemmas, definitions and the like share one counter. Front matter `shareTheoremNumbers` overrides it for
   * one page or post.
   *
   * @default false
   */
  shareTheoremNumbers: z.boolean().default(false),

  /**
   * Whether Jupyter notebooks (`.ipynb`) in the input folder are pages: all of them, or none. The default is those to which
   * their metadata or the data of their folder gives a layout; none in a site from Jekyll.
   */
  notebooks: z.boolean().optional(),

  /**
   * Creates responsive images in several sizes and formats. Needs `npm install @11ty/eleventy-img`.
   *
   * @default false
   * @example { widths: [560, 1120], formats: ["avif", "auto"] }
   */
  images: images.default(false),

  /**
   * Draws an image for shared links, with the title, for each page that has no image of its own. Needs `url`. Front matter
   * `shareImage: false` leaves a page out. `fonts` are font files of the site, or of an installed package, for the text.
   *
   * @default false
   * @example { fonts: ["@fontsource/inter/files/inter-latin-700-normal.woff"] }
   */
  shareImages: shareImages.default(false),

  /**
   * Renders code blocks of the language `mermaid` as diagrams, with a script on pages that have one. Needs
   * `npm install mermaid`.
   *
   * @default false
   */
  mermaid: z.boolean().default(false),

  /**
   * Adds a search page at `/search/`, with Pagefind. Needs `npm install pagefind`.
   *
   * @default false
   */
  search: z.boolean().default(false),

  /**
   * Comments on posts, loaded when a reader requests them.
   *
   * @default {}
   * @example { giscus: { repo: "ada/site", repoId: "R_kgDOG", category: "Comments", categoryId: "DIC_kwDOG" } }
   */
  comments: comments.default({}),

  /**
   * Analytics services.
   *
   * @default {}
   * @example { plausible: "example.org" }
   */
  analytics: analytics.default({}),

  /**
   * Home pages of co-authors by name, which lists of publications link. Names match in any order, with initials and without
   * accents. Instead of its URL an author may have `{ url, orcid }`, each optional: the ORCID iD is for search engines. May be
   * the path of a YAML or JSON file instead, in this format or al-folio's.
   *
   * @default {}
   * @example { "Greg Yang": "https://thegregyang.com/" }
   */
  coauthors: coauthors.default({}),

  /**
   * Colors and links of venues, by the short name that publications have as `abbr`: for the badge of the venue.
   *
   * @default {}
   * @example { NeurIPS: { color: "#68448c", url: "https://neurips.cc/" } }
   */
  venues: venues.default({}),

  /**
   * Path of a Jekyll `_config.yml` of Indigo. Options of the plugin override its keys. Turns `jekyll` on.
   *
   * @example "_config.yml"
   */
  config: text.optional(),

  /**
   * URLs of posts, with Jekyll's placeholders or one of its styles. Only with `jekyll`; other sites use Eleventy's
   * `permalink`.
   *
   * @example "/:title/"
   */
  permalink: text.optional(),

  /** Front matter defaults in Jekyll's format. Only with `jekyll`; other sites use Eleventy's data files. */
  defaults: z.array(frontMatterDefault).default([]),

  /**
   * Files of publications in the project: BibTeX or BibLaTeX (`.bib`), YAML or JSON. If several have the same entry, the YAML
   * extends the BibTeX. The default is every one of `publications.bib`, `.yaml`, `.yml` and `.json` in the input folder or
   * the data folder.
   *
   * @example "papers.bib"
   * @example ["papers.bib", "links.yaml"]
   */
  bibliography: z.union([text, z.array(text)]).optional(),

  /**
   * What happens if something in these files is wrong: `warn` shows what can be shown and logs a warning with file, line,
   * entry and field; `fail` stops the build. A file that does not exist or cannot be read at all always stops it.
   *
   * @default "warn"
   */
  bibliographyErrors: z.enum(["fail", "warn"]).default("warn"),

  /**
   * Files of works that texts cite and that are not the site's publications, in the formats of `bibliography`.
   *
   * @example "references.bib"
   */
  references: z.union([text, z.array(text)]).optional(),

  /**
   * The style of citations in texts: `apa`, `chicago`, `ieee`, `vancouver`, `nature`, `acm`, or a `.csl` file of the site.
   *
   * @default "apa"
   */
  citationStyle: text.optional(),

  /**
   * Whether the content is written for Jekyll: `_posts`, its URLs, Liquid and Markdown. The default is whether `config` is
   * set.
   */
  jekyll: z.boolean().optional(),
});

/** Options of `addPlugin(indigo, options)`. All of them are optional. */
export type IndigoOptions = z.input<typeof optionsSchema>;

/** Validated options, with defaults filled in. */
export type ValidOptions = z.output<typeof optionsSchema>;

/**
 * Validates the options of a site.
 *
 * @param place - Returns the file, and the line if known, of an option, for messages.
 * @throws IndigoError that names each unknown or invalid option.
 */
export function parseOptions(
  options: unknown,
  place: (path: readonly PropertyKey[]) => string,
): ValidOptions {
  return validate(optionsSchema, options ?? {}, { noun: "option", place });
}
