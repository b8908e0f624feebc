import * as z from "zod";
import { languageTag, text } from "../utils/schema-values.js";
import { navigationItem } from "./navigation.js";
import { strings } from "./strings.js";

/** What a site has in a further language, where it differs. */
const edition = z.strictObject({
  /** Name of the site. The default is the option `title`. */
  title: text.optional(),

  /** One line about the owner. The default is the option `bio`. */
  bio: text.optional(),

  /** One or two sentences about the site. The default is the option `description`. */
  description: text.optional(),

  /** Links at the top of every page. The default is what the site has in this language. */
  navigation: z.array(navigationItem).optional(),

  /** Words of the theme in this language. @default {} */
  strings: strings.optional(),
});

/** Further languages of a site, by their tags. */
export const languages = z.record(z.string().pipe(languageTag), edition);

/** What a site has in a further language, checked. */
export type LanguageOptions = z.output<typeof edition>;
