import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { shortcodeArguments } from "../eleventy/shortcode-arguments.js";
import { offerShortcode } from "../eleventy/shortcodes.js";
import { callingTemplate } from "../eleventy/template-context.js";
import { alternatives, IndigoError, suggestion } from "../utils/errors.js";
import type { Citation, Cite } from "./citation.js";
import type { Locators } from "./locators.js";
import { citationMarker, referencesMarker } from "./marker.js";
import { readArguments } from "./syntax.js";

/** The named arguments of `cite`, in Nunjucks. */
const named = ["locator", "prefix", "suffix", "form"] as const;

/** The forms of a citation: in parentheses, in the sentence, or without the author. */
const forms = ["parentheses", "text", "year"] as const;

/**
 * Adds the shortcodes of citations, for every template language:
 *
 * `{% cite "hu2022" "p. 3" %}` – a citation, by the id of a work, with a locator; of several works with semicolons between
 * them, or in pandoc's syntax: `{% cite "see @hu2022, p. 3; @yang2021" %}`. In Nunjucks also with named arguments
 * `locator`, `prefix`, `suffix`, and `form`: `"parentheses"` (default), `"text"` for "Hu (2022)", `"year"` for "(2022)".
 * In Liquid the form is the third argument: `{% cite "hu2022" "" "text" %}`.
 *
 * `{% references %}` – the references to all works that the text cites. Without it they stand at its end.
 *
 * @throws IndigoError with the template's name for a citation without a work, and for an unknown argument.
 */
export function addCitationShortcodes(
  eleventyConfig: EleventyConfig,
  locators: () => Locators,
  isJekyll: boolean,
): void {
  // Sites from Jekyll have the tag of jekyll-scholar.
  const without = isJekyll ? "liquid" : undefined;
  const cite = function (this: TemplateContext, ...args: unknown[]): string {
    return citationMarker(citationOf(args, callingTemplate(this), locators()));
  };
  offerShortcode(eleventyConfig, "cite", cite, without);
  offerShortcode(eleventyConfig, "references", () => `\n\n<div>${referencesMarker}</div>\n\n`);
}

function citationOf(args: unknown[], template: string, locators: Locators): Citation {
  const { positional, named: options } = shortcodeArguments(args);
  const [keys, place = options.locator, form = options.form ?? "parentheses"] = positional;
  const unknown = Object.keys(options).find((name) => !(named as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new IndigoError(
      `{% cite %} in ${template} has the unknown argument "${unknown}". Use ${alternatives(named)}.${suggestion(unknown, named)}`,
    );
  if (!(forms as readonly unknown[]).includes(form))
    throw new IndigoError(
      `{% cite %} in ${template}: "form" must be ${alternatives(forms)}, but it is ${JSON.stringify(form)}.`,
    );
  const text = typeof keys === "string" ? keys : "";
  const [first, ...others] = readArguments(
    text,
    place === undefined || place === "" ? undefined : String(place),
    locators,
  );
  if (!first)
    throw new IndigoError(
      `{% cite %} in ${template} needs the id of a work in quotes, such as {% cite "lora" %}, but it has ${JSON.stringify(keys) ?? "none"}.`,
    );
  const prefix = first.prefix ?? (options.prefix === undefined ? undefined : String(options.prefix));
  const last = { ...(options.suffix !== undefined && { suffix: ` ${String(options.suffix)}` }) };
  const all: Cite[] = [{ ...first, ...(prefix && { prefix }) }, ...others];
  const end = all.length - 1;
  all[end] = { ...(all[end] as Cite), ...last };
  if (form === "year") all[0] = { ...(all[0] as Cite), isAuthorSuppressed: true };
  return { ...(form === "text" && { isInText: true }), cites: all };
}
