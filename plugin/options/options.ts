import * as z from "zod";
import { social } from "../accounts/schema.js";
import { file, languageTag, link, siteUrl, text, timeZone } from "../utils/schema-values.js";
import { validate } from "../utils/validate.js";
import { fonts, tokens } from "./appearance.js";
import { author, postAuthor } from "./author.js";
import { frontMatterDefault } from "./front-matter-defaults.js";
import { languages } from "./languages.js";
import { images, math } from "./markdown.js";
import { navigationItem } from "./navigation.js";
import { pages } from "./pages.js";
import { sections } from "./sections.js";
import { analytics, comments, shareService } from "./services.js";
import { strings } from "./strings.js";

/** Everything that `addPlugin(indigo, { … })` takes. Types and defaults are derived from here; docs/options.md lists it. */
export const optionsSchema = z.strictObject({
  /**
   * Name of the site, usually of its owner.
   *
   * @default "My site"
   * @example "Edward Hu"
   */
  title: text.default("My site"),

  /** One line about the owner, under the title on the home page. */
  bio: text.optional(),

  /** One or two sentences about the site, for search engines. The default is `bio`. */
  description: text.optional(),

  /**
   * Where the site will be, as a full address. Canonical links and the feed need it; without it there are none.
   *
   * @example "https://example.org"
   */
  url: siteUrl.optional(),

  /**
   * Language of the site's text, a BCP 47 tag.
   *
   * @default "en"
   * @example "pt-BR"
   */
  language: languageTag.default("en"),

  /**
   * Words of the theme that you want otherwise, or in a language that it does not know. Its own are in
   * `plugin/i18n/strings/`; it knows Arabic, Chinese, English, French, German, Italian, Japanese, Portuguese and Spanish.
   *
   * @default {}
   * @example { home: "Start", minutes: "%1 minutes to read" }
   */
  strings: strings.default({}),

  /**
   * Further languages of the site, by their tags. The pages of each are in a folder of that name, and the theme makes
   * its own there as well; a page and its translation find each other by their addresses (`/about/` and `/fr/about/`),
   * or by the same `translationKey` in their front matter.
   *
   * @default {}
   * @example { fr: { title: "Le site d’Ada", bio: "Mathématicienne" } }
   */
  languages: languages.default({}),

  /**
   * Time zone in which dates are read and shown, an IANA name.
   *
   * @default "UTC"
   * @example "America/Montreal"
   */
  timeZone: timeZone.default("UTC"),

  /**
   * Picture of the owner, best square: a file of the site, which the plugin copies to the output, or a full address.
   *
   * @example "assets/me.jpg"
   */
  picture: file.optional(),

  /** The same picture in a larger size, which pages can show as `site.pictureHd`. The default is `picture`. */
  pictureHd: file.optional(),

  /**
   * Picture that browsers show for the site; the plugin makes the sizes that they ask for. The default is `picture`.
   *
   * @example "assets/icon.svg"
   */
  icon: file.optional(),

  /**
   * Who writes the site. The default is `title`.
   *
   * @example "Edward Hu"
   * @example { name: "Edward Hu", email: "edward@example.org" }
   */
  author: author.optional(),

  /**
   * Colors: as the reader's system has them, or always the same.
   *
   * @default "auto"
   */
  theme: z.enum(["auto", "light", "dark"]).default("auto"),

  /**
   * Whether readers get a button for light and dark, which their browser remembers. It needs a small script; `theme` is
   * what they start with.
   *
   * @default false
   */
  themeSwitch: z.boolean().default(false),

  /**
   * Colors, fonts and weights of the theme, by the names that they have in `styles/_tokens.scss`. Of an accent alone the
   * one in dark is made: the same, or the nearest that can be read there. What has too little contrast is told.
   *
   * @default {}
   * @example { accent: "#0a5", "accent-dark": "#4d9", "font-sans": "Georgia, serif" }
   */
  tokens: tokens.default({}),

  /**
   * Fonts of the site's own: files that the plugin copies and names in the styles, before the fonts of the reader's
   * system.
   *
   * @default []
   * @example [{ family: "Inter", src: "assets/inter.woff2", weight: "100 900" }]
   */
  fonts: fonts.default([]),

  /**
   * Width of the text: 560 px or 810 px.
   *
   * @default "normal"
   */
  width: z.enum(["normal", "large"]).default("normal"),

  /**
   * Lets the header fade in. Readers who asked their system for less motion see none.
   *
   * @default false
   */
  animation: z.boolean().default(false),

  /**
   * Links at the top of every page, in this order; the one to the page itself is left out. Each is the name of a page of
   * the theme's, that with a label of your own, or any other link. A page of the theme's that the site has not got is
   * left out, and said so. Pages with `nav` in their front matter follow. The default is every page of the theme's that
   * the site has but the tags, with those of `nav` before CV and About.
   *
   * @example ["home", { page: "blog", label: "Journal" }, { label: "Lab", url: "https://lab.example.org/" }]
   */
  navigation: z.array(navigationItem).optional(),

  /**
   * Accounts elsewhere, shown as icons under the bio, in this order: each by its id there or the full address of the
   * profile; and any other link by a label of your own.
   *
   * @example { github: "edwardjhu", orcid: "0000-0002-1825-0097", email: "edward@example.org" }
   * @example { "My lab": { url: "https://lab.example.org/", icon: "assets/lab.svg" } }
   */
  social: social.default({}),

  /**
   * Résumé, linked at the end of the navigation: a file of the site, which the plugin copies, or a full address.
   *
   * @example "assets/resume.pdf"
   */
  resume: file.optional(),

  /** The pages that the theme makes; each is on unless set to `false`, and a page of your own takes its place. */
  pages: pages.prefault({}),

  /**
   * Sections that an academic site has: news, talks, teaching, people, projects. Each comes from one file of data or one
   * folder and has a page and a shortcode; `true` takes those of its name.
   *
   * @default {}
   * @example { news: true, talks: "talks.yaml", people: "people/" }
   */
  sections: sections.default({}),

  /** Whether the default navigation leads to `/blog/`. The default: where there are posts. */
  blog: z.boolean().optional(),

  /** Whether the default navigation leads to `/projects/`. The default: where a post has `projects: true`. */
  projects: z.boolean().optional(),

  /** Whether picture and default navigation lead to `/about/`. The default: where the site has that page. */
  about: z.boolean().optional(),

  /** How many posts a page of the blog shows; further ones follow at `/blog/2/` … The default is all on one page. */
  postsPerPage: z.int().min(1).optional(),

  /**
   * Who writes posts, by the name that a post's `author` calls them.
   *
   * @default {}
   * @example { edwardhu: { name: "Edward Hu", bio: "A researcher who likes noodles", picture: "assets/me.jpg" } }
   */
  authors: z.record(z.string(), postAuthor).default({}),

  /** Whether a post ends with its author. The default: where `authors` has some. */
  showAuthor: z.boolean().optional(),

  /**
   * Where a reader can share a post, as plain links beside its author.
   *
   * @default ["x", "facebook"]
   */
  share: z.array(shareService).default(["x", "facebook"]),

  /**
   * Whether a post says how long it takes to read.
   *
   * @default true
   */
  readTime: z.boolean().default(true),

  /**
   * Whether a post shows its tags.
   *
   * @default true
   */
  showTags: z.boolean().default(true),

  /**
   * Whether a post names up to five others that share a tag.
   *
   * @default true
   */
  related: z.boolean().default(true),

  /**
   * Whether a post leads to the one before and after it: always, never, or in the categories named.
   *
   * @default true
   * @example ["blog"]
   */
  postAdvanceLinks: z.union([z.boolean(), z.array(text)]).default(true),

  /**
   * Whether code is colored, at build time.
   *
   * @default true
   */
  highlight: z.boolean().default(true),

  /**
   * Whether `$…$` and `$$…$$` in Markdown are formulas, made MathML at build time; with commands of your own.
   *
   * @default true
   * @example { macros: { "\\R": "\\mathbb{R}" } }
   */
  math: math.default(true),

  /**
   * Whether posts of three headings or more have a table of contents. Front matter `toc` decides for one page or post.
   *
   * @default false
   */
  toc: z.boolean().default(false),

  /**
   * Whether pictures come in several sizes and formats, of which a browser takes the one that it needs. It needs the
   * package `@11ty/eleventy-img`.
   *
   * @default false
   * @example { widths: [560, 1120], formats: ["avif", "auto"] }
   */
  images: images.default(false),

  /**
   * Whether fences of the language `mermaid` are diagrams. Pages that have one load a script, which the plugin copies from
   * the package `mermaid`.
   *
   * @default false
   */
  mermaid: z.boolean().default(false),

  /**
   * Whether readers can search the site, with Pagefind, at `/search/`. Needs the package: `npm install pagefind`.
   *
   * @default false
   */
  search: z.boolean().default(false),

  /**
   * Comments under posts, loaded when a reader asks for them.
   *
   * @default {}
   * @example { giscus: { repo: "edwardhu/site", repoId: "R_kgDOG", category: "Comments", categoryId: "DIC_kwDOG" } }
   */
  comments: comments.default({}),

  /**
   * Services that count visits.
   *
   * @default {}
   * @example { plausible: "example.org" }
   */
  analytics: analytics.default({}),

  /**
   * Where co-authors are at home on the web, by name: their names lead there in lists of publications. Names are known
   * in any order, with initials or without accents. May be the path of a YAML or JSON file instead, in this form or
   * al-folio's.
   *
   * @default {}
   * @example { "Greg Yang": "https://thegregyang.com/" }
   */
  coauthors: z.union([z.record(z.string(), link), file]).default({}),

  /**
   * Settings of a Jekyll site, read as they are; options beside it come first. It turns `jekyll` on.
   *
   * @example "_config.yml"
   */
  config: text.optional(),

  /**
   * Addresses of posts, in Jekyll's placeholders or one of its styles. Only with `jekyll`; else Eleventy's `permalink`.
   *
   * @example "/:title/"
   */
  permalink: text.optional(),

  /** Front matter for files by their path, as Jekyll has it. Only with `jekyll`; else Eleventy's data files. */
  defaults: z.array(frontMatterDefault).default([]),

  /**
   * Files of publications in the project: BibTeX or BibLaTeX (`.bib`), YAML or JSON. Of an entry that several have, the
   * YAML adds to the BibTeX. The default is `publications.bib`, `.yaml`, `.yml` and `.json`, as far as the input folder
   * or the data folder has them.
   *
   * @example "papers.bib"
   * @example ["papers.bib", "links.yaml"]
   */
  bibliography: z.union([text, z.array(text)]).optional(),

  /**
   * What an entry of these files that is not right does: fail the build, or be left out with a warning.
   *
   * @default "fail"
   */
  bibliographyErrors: z.enum(["fail", "warn"]).default("fail"),

  /** Whether the site's content is Jekyll's: `_posts`, its addresses, Liquid and Markdown. The default: with `config`. */
  jekyll: z.boolean().optional(),
});

/** What an author gives to `addPlugin(indigo, options)`; every option may be left out. */
export type IndigoOptions = z.input<typeof optionsSchema>;

/** The options checked, with their defaults. */
export type ValidOptions = z.output<typeof optionsSchema>;

/**
 * Checks an author's options.
 *
 * @param place - The file, and line where there is one, in which an option stands, for messages.
 * @throws IndigoError that names each option that is unknown or wrong.
 */
export function parseOptions(
  options: unknown,
  place: (path: readonly PropertyKey[]) => string,
): ValidOptions {
  return validate(optionsSchema, options ?? {}, { noun: "option", place });
}
