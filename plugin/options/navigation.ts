import * as z from "zod";
import { link, text } from "../utils/schema-values.js";
import { type NavigationPage, navigationPages } from "./routes.js";

const pageName = z.enum(navigationPages as [NavigationPage, ...NavigationPage[]]);

/** Behind a check for text, so that of several shapes a wrong name is told from what is no name at all. */
const nameAlone = z.string().trim().pipe(pageName) as unknown as z.ZodType<NavigationPage, NavigationPage>;

/** A link as the navigation shows it. */
export interface NavigationItem {
  /** The words of the link. */
  label: string;
  /** A path of the site such as `/blog/`, or a full address. */
  url: string;
}

const labelled = z
  .strictObject({
    /** A page of the theme's, or one of your own at its address. @example "blog" */
    page: pageName.optional(),

    /** The words of the link. The default for a `page` is its name in the site's language. */
    label: text.optional(),

    /** Where it leads: a path of the site such as `/blog/`, or a full address. */
    url: link.optional(),
  })
  .refine(({ page, label, url }) => (page ? url === undefined : label !== undefined && url !== undefined), {
    error: 'must have either "page", or "label" and "url"',
  });

/** One entry of the option `navigation`: the name of a page of the theme's, that with another label, or any link. */
export const navigationItem = z.union([nameAlone, labelled]);

/** Such an entry, checked. */
export type NavigationEntry = z.output<typeof navigationItem>;

/** What a page says of its place in the navigation: the front matter `nav`. */
export const pageNavigation = z.strictObject({
  /** Whether it is there, under its title; the words of its link; or both words and place. */
  nav: z.union([
    z.boolean(),
    text,
    z.strictObject({
      /** The words of its link. The default is its title. */
      label: text.optional(),

      /** Its place among the pages that have one, the lowest first. The default is behind those. @example 1 */
      order: z.number().optional(),
    }),
  ]),
});
