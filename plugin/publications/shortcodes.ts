import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { type ShortcodeArguments, shortcodeArguments } from "../eleventy/shortcode-arguments.js";
import { offerShortcode } from "../eleventy/shortcodes.js";
import { rootUrl } from "../eleventy/site-files.js";
import { callingPage, callingTemplate } from "../eleventy/template-context.js";
import type { PageLanguages } from "../options/page-language.js";
import type { RenderPartial } from "../templates/partials.js";
import { IndigoError, suggestion } from "../utils/errors.js";
import { type Subject, validate } from "../utils/validate.js";
import { joinLinks, linksOf } from "./links.js";
import { publicationChart } from "./list/chart.js";
import { type Selection, selectionOf } from "./list/selection.js";
import type { Selector } from "./list/selector.js";
import { shownList } from "./list/shown-list.js";
import type { Publication, PublicationFacts } from "./publication.js";
import { publication, withChanges } from "./publication.js";
import type { Publications } from "./read.js";
import { looseItem, publicationChanges } from "./schema.js";
import type { PublicationSource } from "./source.js";

/**
 * Adds the shortcodes of publications, for every template language:
 *
 * `{% publication "lora" %}` – one publication, by its id, or from an object with the fields of an entry (`id` is
 * optional). In Nunjucks also with named arguments as fields: `{% publication "lora", venue="Oral at ICLR" %}`,
 * `{% publication title="…", venue="…", year=2024 %}`.
 *
 * `{% publications "selected" %}` – a list, in the order of the file. Its words are a selection, such as
 * `"person ada year 2020- by year limit 5"`; in Nunjucks also named arguments: `selected=true, by="year", limit=5`.
 *
 * `{% publicationChart %}` – a chart of publications per year, with the numbers for screen readers.
 *
 * The first two return a `<ul class="publications">` of the partial `indigo/publications/publications.njk`, or with `full`
 * the entries of the page of all publications. They throw an IndigoError with the template's name for an unknown id, word or
 * value.
 */
export function addPublicationShortcodes(
  eleventyConfig: EleventyConfig,
  source: PublicationSource,
  languages: PageLanguages,
  renderPartial: RenderPartial,
  select: Selector,
): void {
  const partialData = (context: TemplateContext): object => ({
    ...languages.of(context).data,
    page: callingPage(context),
  });
  const render = (publications: Publication[], context: TemplateContext, selection: Selection): string => {
    if (publications.length === 0) return "";
    const { strings } = languages.of(context).site;
    const { partial, data } = shownList(publications, selection, source.catalogueIn(strings), strings);
    return withoutBlankLines(renderPartial(partial, { ...partialData(context), ...data }));
  };

  offerShortcode(eleventyConfig, "publication", function (...args) {
    const { fields, style } = withoutStyle(args, callingTemplate(this));
    return render([onePublication(source.current, callingTemplate(this), fields)], this, { style });
  });

  offerShortcode(eleventyConfig, "publications", function (...args) {
    const [first] = shortcodeArguments(args).positional;
    const words = typeof first === "string" && first !== "" ? ` ${JSON.stringify(first)}` : "";
    const caller = `{% publications${words} %} in ${callingTemplate(this)}`;
    const selection = selectionOf(args, caller);
    return render(select(selection, caller), this, selection);
  });

  offerShortcode(eleventyConfig, "publicationChart", function () {
    return publicationChart(source.current.all, languages.of(this).site.strings);
  });
}

/** Blank lines would end the HTML in Markdown. */
const withoutBlankLines = (html: string): string => html.replaceAll(/\n\s*\n/g, "\n").trim();

/** Takes the style of `{% publication "lora" "full" %}` or `{% publication "lora", style="full" %}` from its arguments. */
function withoutStyle(
  args: readonly unknown[],
  template: string,
): { fields: ShortcodeArguments; style: Selection["style"] } {
  const {
    positional: [first, word],
    named: { style = word, ...named },
  } = shortcodeArguments(args);
  if (style !== undefined && style !== "full" && style !== "short") {
    throw new IndigoError(
      `{% publication %} in ${template}: the style must be "full" or "short", but it is ${JSON.stringify(style)}.`,
    );
  }
  return { fields: { positional: [first], named }, style };
}

function onePublication(
  site: Publications,
  template: string,
  { positional: [first], named }: ShortcodeArguments,
): Publication {
  const fields: Record<string, unknown> =
    typeof first === "object" && first !== null ? { ...first, ...named } : named;
  const id =
    typeof first === "string" && first !== ""
      ? first
      : Object.keys(fields).length === 1
        ? fields.id
        : undefined;
  if (id === undefined) return fromFields(fields, template);
  const entry = typeof id === "string" ? site.byId.get(id) : undefined;
  if (!entry) throw new IndigoError(unknownId(site, template, id));
  if (Object.keys(named).length === 0 || named.id === id) return entry;
  const { id: _id, ...changes } = named;
  return withChanges(entry, validate(publicationChanges, changes, subjectIn(template)));
}

/** Returns a publication from the fields of an entry; one that the page got from the theme unchanged. */
function fromFields(fields: Record<string, unknown>, template: string): Publication {
  if (isPublication(fields)) return fields;
  const { id: _, ...rest } = fields;
  if (Object.keys(rest).length === 0) {
    throw new IndigoError(
      `{% publication %} in ${template} needs the id of a publication, such as {% publication "lora" %}, or an object.`,
    );
  }
  const facts = validate(looseItem, rest, subjectIn(template)) as PublicationFacts;
  return publication({ ...facts, links: joinLinks(linksOf(facts, rootUrl), facts.links) });
}

const isPublication = (fields: object): fields is Publication =>
  "venueLine" in fields && "authorNames" in fields;

const subjectIn = (template: string): Subject => ({
  noun: "field",
  owner: " of {% publication %}",
  place: () => template,
});

function unknownId({ files, byId }: Publications, template: string, id: unknown): string {
  const source = files.length > 0 ? files.join(" or ") : "the site, which has no publications.yaml";
  const near = typeof id === "string" ? suggestion(id, [...byId.keys()]) : "";
  return `{% publication ${JSON.stringify(id)} %} in ${template}: no publication with that id in ${source}.${near}`;
}
