import { z } from "zod";
import { check } from "./check.js";
import { author } from "./schemas/author.js";
import { navigationItem } from "./schemas/navigation.js";
import { social } from "./schemas/social.js";
import { file, languageTag, siteAddress, text } from "./schemas/values.js";

/** Everything that `addPlugin(indigo, { … })` takes. Types and defaults are derived from here; the README lists it. */
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
  url: siteAddress.optional(),

  /**
   * Language of the site's text, a BCP 47 tag.
   *
   * @default "en"
   * @example "pt-BR"
   */
  language: languageTag.default("en"),

  /**
   * Picture of the owner, best square: a file of the site, which the plugin copies to the output, or a full address.
   *
   * @example "assets/me.jpg"
   */
  picture: file.optional(),

  /** The same picture in a larger size, which pages can show as `site.pictureHd`. The default is `picture`. */
  pictureHd: file.optional(),

  /**
   * Who writes the site. The default is `title`.
   *
   * @example "Edward Hu"
   * @example { name: "Edward Hu", email: "edward@example.org" }
   */
  author: author.optional(),

  /**
   * Colours: as the reader's system has them, or always the same.
   *
   * @default "auto"
   */
  theme: z.enum(["auto", "light", "dark"]).default("auto"),

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
   * Links at the top of every page, in this order; the one to the page itself is left out.
   * The default is the home page and, where the site has it, `/about/`.
   *
   * @example [{ label: "Home", url: "/" }, { label: "Teaching", url: "/teaching/" }]
   */
  navigation: z.array(navigationItem).optional(),

  /**
   * Accounts elsewhere, shown as icons under the bio, in this order.
   *
   * @example { github: "edwardjhu", email: "edward@example.org" }
   */
  social: social.default({}),

  /**
   * Résumé, linked at the end of the navigation: a file of the site, which the plugin copies, or a full address.
   *
   * @example "assets/resume.pdf"
   */
  resume: file.optional(),
});

/** What an author gives to `addPlugin(indigo, options)`; every option may be left out. */
export type IndigoOptions = z.input<typeof optionsSchema>;

/** The options checked, with their defaults. */
export type CheckedOptions = z.output<typeof optionsSchema>;

/**
 * Checks an author's options.
 *
 * @param configFile - The name of the file that they stand in, for messages.
 * @throws IndigoError that names each option that is unknown or wrong.
 */
export function parseOptions(options: unknown, configFile: string): CheckedOptions {
  return check(optionsSchema, options ?? {}, { noun: "option", place: () => configFile });
}
