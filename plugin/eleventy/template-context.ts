import { templateName } from "../utils/errors.js";
import type { TemplateContext } from "./api.js";

type Page = NonNullable<TemplateContext["page"]>;

/**
 * Returns the page that calls a filter or shortcode, in every template language. Eleventy sets `this.page` in all of them,
 * as a function where Liquid is strict about variables; a partial that a shortcode renders has it in its own data.
 */
export function callingPage(context: TemplateContext | undefined): Page | undefined {
  const page: unknown = context?.page ?? context?.ctx?.page;
  return typeof page === "function" ? (page as () => Page)() : (page as Page | undefined);
}

/** Returns the path of the template that calls a filter or shortcode, for messages. */
export function callingTemplate(context: TemplateContext | undefined): string {
  const inputPath = callingPage(context)?.inputPath;
  return inputPath === undefined ? "a template" : templateName(inputPath);
}
