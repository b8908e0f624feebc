import * as z from "zod";
import { link, text } from "../utils/schema-values.js";
import { type NavigationPage, navigationPages } from "./routes.js";

const pageName = z.enum(navigationPages as [NavigationPage, ...NavigationPage[]]);

/** The name of a page alone. It is first validated as text, so that messages tell an unknown name from another type. */
const nameAlone = z.string().trim().pipe(pageName) as unknown as z.ZodType<NavigationPage, NavigationPage>;

/** A link of the navigation. */
export interface NavigationItem {
  /** Text of the link. */
  label: string;
  /** A path of the site such as `/blog/`, or a full URL. Of a group it is that of its first link. */
  url: string;
  /** The links of a group. */
  items?: NavigationItem[];
}

const linkFields = {
  /** Name of one of the theme's pages, or of a page of your own that replaces it. @example "blog" */
  page: pageName.optional(),

  /** Text of the link. The default for a `page` is its name in the site's language. */
  label: text.optional(),

  /** URL of the link: a path of the site such as `/blog/`, or a full URL. */
  url: link.optional(),
};

type LinkFields = { page?: unknown; label?: unknown; url?: unknown };

const isLink = ({ page, label, url }: LinkFields): boolean =>
  page ? url === undefined : label !== undefined && url !== undefined;

const singleLink = z
  .strictObject(linkFields)
  .refine(isLink, { error: 'must have either "page", or "label" and "url"' });

const linkOrGroup = z
  .strictObject({
    ...linkFields,

    /** The links of a group, which opens below its label. */
    items: z
      .array(z.union([nameAlone, singleLink]))
      .min(1, { error: "must have at least one link" })
      .optional(),
  })
  .refine(({ items, ...fields }) => (items ? isGroup(fields) : isLink(fields)), {
    error: 'must have either "page", or "label" and "url", or "label" and "items"',
  });

const isGroup = ({ page, label, url }: LinkFields): boolean =>
  page === undefined && url === undefined && label !== undefined;

/**
 * An entry of the option `navigation`: the name of one of the theme's pages, such a page with a label, any link, or a group of
 * these under a label.
 */
export const navigationItem = z.union([nameAlone, linkOrGroup]);

/** A validated entry of the option `navigation`. */
export type NavigationEntry = z.output<typeof navigationItem>;

/** The front matter `nav`, which puts a page in the navigation. */
export const pageNavigation = z.strictObject({
  /** Whether the navigation links the page, by its title; or the text of the link; or both text and position. */
  nav: z.union([
    z.boolean(),
    text,
    z.strictObject({
      /** Text of the link. The default is the page's title. */
      label: text.optional(),

      /** Position among the pages with `order`, lowest first. Pages without it come after those. @example 1 */
      order: z.number().optional(),
    }),
  ]),
});
