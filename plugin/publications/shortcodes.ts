import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { shortcodeArguments } from "../eleventy/shortcode-arguments.js";
import { offerShortcode } from "../eleventy/shortcodes.js";
import { rootUrl } from "../eleventy/site-files.js";
import { callingPage, callingTemplate } from "../eleventy/template-context.js";
import type { PageLanguages } from "../options/page-language.js";
import type { RenderPartial } from "../templates/partials.js";
import { alternatives, IndigoError, suggestion } from "../utils/errors.js";
import { type Subject, validate } from "../utils/validate.js";
import { joinLinks, linksOf } from "./links.js";
import { publicationChart } from "./list/chart.js";
import { type Choice, choiceWords, readChoice, readNamedChoice } from "./list/choice.js";
import { groupPublications } from "./list/groups-and-filters.js";
import type { Publication, PublicationFacts } from "./publication.js";
import { publication, withChanges } from "./publication.js";
import type { Publications } from "./read.js";
import { looseItem, publicationChanges } from "./schema.js";
import type { PublicationSource } from "./source.js";

const partial = "indigo/publications/publications.njk";
const groupsPartial = "indigo/publications/publication-groups.njk";

/**
 * Adds the shortcodes of publications, for every template language:
 *
 * `{% publication "lora" %}` – one publication, by its id, or from an object with the fields of an entry (`id` is
 * optional). In Nunjucks also with named arguments as fields: `{% publication "lora", venue="Oral at ICLR" %}`,
 * `{% publication title="…", venue="…", year=2024 %}`.
 *
 * `{% publications "selected" %}` – a list, in the order of the file: `"all"` (default) or `"selected"`; `"by year"`,
 * `"by type"` or `"by venue"` groups it, with counts; `"limit 5"` shortens it. The words can be combined in any order; in
 * Nunjucks `selected=true, by="year", limit=5` does the same.
 *
 * `{% publicationChart %}` – a chart of publications per year, with the numbers for screen readers.
 *
 * The first two return a `<ul class="publications">` of the partial `indigo/publications/publications.njk`, and throw an
 * IndigoError with the template's name for an unknown id or choice.
 */
export function addPublicationShortcodes(
  eleventyConfig: EleventyConfig,
  source: PublicationSource,
  languages: PageLanguages,
  renderPartial: RenderPartial,
): void {
  const partialData = (context: TemplateContext): object => ({
    ...languages.of(context).data,
    page: callingPage(context),
  });
  const render = (publications: Publication[], context: TemplateContext): string =>
    publications.length > 0 ? renderPartial(partial, { ...partialData(context), publications }).trim() : "";

  offerShortcode(eleventyConfig, "publication", function (...args) {
    return render([onePublication(source.current, callingTemplate(this), args)], this);
  });

  offerShortcode(eleventyConfig, "publications", function (...args) {
    const choice = choiceOf(args, callingTemplate(this));
    const publications = selectPublications(source.current, callingTemplate(this), choice);
    if (!choice.by) return render(publications, this);
    const groups = groupPublications(publications, choice.by, languages.of(this).site.strings);
    return renderPartial(groupsPartial, { ...partialData(this), groups })
      .replaceAll(/\n\s*\n/g, "\n")
      .trim();
  });

  offerShortcode(eleventyConfig, "publicationChart", function () {
    return publicationChart(source.current.all, languages.of(this).site.strings);
  });
}

function onePublication(site: Publications, template: string, args: unknown[]): Publication {
  const {
    positional: [first],
    named,
  } = shortcodeArguments(args);
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

/** Reads the choice of `{% publications … %}`: words as the first argument, and in Nunjucks named arguments. */
function choiceOf(args: unknown[], template: string): Choice {
  const {
    positional: [first = ""],
    named,
  } = shortcodeArguments(args);
  const words = typeof first === "string" ? readChoice(first) : undefined;
  const byName = readNamedChoice(named);
  if (words && byName) return { ...words, ...byName };
  const near = typeof first === "string" ? suggestion(first, choiceWords) : "";
  const argument = Object.keys(named).length > 0 && words ? named : first;
  throw new IndigoError(
    `{% publications ${JSON.stringify(argument)} %} in ${template} must consist of ${alternatives(choiceWords)}.${near}`,
  );
}

function selectPublications(
  site: Publications,
  template: string,
  { selected, limit }: Choice,
): Publication[] {
  if (site.files.length === 0) {
    throw new IndigoError(
      `{% publications %} in ${template}: the site has no publications.bib, .yaml or .json in its input folder.`,
    );
  }
  const publications = selected ? site.all.filter((item) => item.selected) : site.all;
  if (selected && publications.length === 0) {
    throw new IndigoError(
      `{% publications "selected" %} in ${template}: no entry of ${site.files.join(" or ")} has "selected: true".`,
    );
  }
  return publications.slice(0, limit);
}
