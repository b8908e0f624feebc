import * as z from "zod";
import { languageTag, text } from "../utils/schema-values.js";
import { footer } from "./footer.js";
import { home } from "./home.js";
import { navigationItem } from "./navigation.js";
import { strings } from "./strings.js";

/** The options of an additional language. */
const edition = z.strictObject({
  /** Title of the site. The default is the option `title`. */
  title: text.optional(),

  /** One line about the owner. The default is the option `bio`. */
  bio: text.optional(),

  /** One or two sentences about the site. The default is the option `description`. */
  description: text.optional(),

  /** Links at the top of every page. The default is the pages that the site has in this language. */
  navigation: z.array(navigationItem).optional(),

  /** Parts of the home page. The default is the option `home`. */
  home: home.optional(),

  /** The footer of its pages. The default is the option `footer`. */
  footer: footer.optional(),

  /** UI strings in this language. @default {} */
  strings: strings.optional(),
});

/** Additional languages of a site, by BCP 47 tag. */
export const languages = z.record(z.string().pipe(languageTag), edition);

/** The validated options of an additional language. */
export type LanguageOptions = z.output<typeof edition>;
