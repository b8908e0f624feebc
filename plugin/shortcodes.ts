import { rootUrl } from "./assets.js";
import { joinLinks, linksOf } from "./bibliography/links.js";
import { preparePublishing } from "./bibliography/publish.js";
import { check, type Subject } from "./check.js";
import type { EleventyConfig, TemplateContext } from "./eleventy.js";
import { alternatives, IndigoError, suggestion } from "./errors.js";
import type { RenderPartial } from "./partials.js";
import { type Publications, publicationFiles, readPublications } from "./publications.js";
import {
  changed,
  looseItem,
  type Publication,
  type PublicationFacts,
  publication,
  publicationChanges,
} from "./schemas/publication.js";

const partial = "indigo/publications.njk";
const choices = ["all", "selected"] as const;

/** Named arguments, as Nunjucks hands them over. */
type Keywords = Record<string, unknown> & { __keywords: true };

const isKeywords = (value: unknown): value is Keywords =>
  (value as Keywords | undefined)?.__keywords === true;

/**
 * Adds the shortcodes of publications, for every template language:
 *
 * `{% publication "lora" %}` – one, by its id in the site's publications, or from an object with the fields of such an
 * entry (`id` may be missing). In Nunjucks also with named arguments, which stand for fields: `{% publication "lora",
 * venue="Oral at ICLR" %}`, `{% publication title="…", venue="…", year=2024 %}`.
 *
 * `{% publications "selected" %}` – a list: `"all"` (default) or `"selected"`, in the order of the file.
 *
 * Both give a `<ul class="publications">`, made by the partial `indigo/publications.njk`, and throw an IndigoError that
 * names the template for an id or a choice that is not there.
 */
export function addPublicationShortcodes(eleventyConfig: EleventyConfig, renderPartial: RenderPartial): void {
  let site: Publications = { files: [], all: [], byId: new Map() };
  preparePublishing(eleventyConfig);
  eleventyConfig.on("eleventy.before", async () => {
    site = await readPublications(eleventyConfig);
  });
  for (const file of publicationFiles(eleventyConfig)) eleventyConfig.addWatchTarget(file);

  const render = (publications: Publication[]): string =>
    publications.length > 0 ? renderPartial(partial, { publications }).trim() : "";

  addShortcode(eleventyConfig, "publication", function (...args) {
    return render([onePublication(site, templateName(this), args)]);
  });

  addShortcode(eleventyConfig, "publications", function (choice) {
    return render(somePublications(site, templateName(this), isKeywords(choice) ? undefined : choice));
  });
}

/** A shortcode of the same name that the author has made stays theirs. */
function addShortcode(
  eleventyConfig: EleventyConfig,
  name: string,
  shortcode: (this: TemplateContext, ...args: unknown[]) => string,
): void {
  if (!eleventyConfig.getShortcode(name)) eleventyConfig.addShortcode(name, shortcode);
}

const templateName = (context: TemplateContext): string =>
  context.page?.inputPath?.replace(/^\.\//, "") ?? "a template";

function onePublication(site: Publications, template: string, args: unknown[]): Publication {
  const { __keywords: _, ...named }: Record<string, unknown> = args.find(isKeywords) ?? {};
  const [first] = args.filter((value) => !isKeywords(value));
  const given: Record<string, unknown> =
    typeof first === "object" && first !== null ? { ...first, ...named } : named;
  const id =
    typeof first === "string" && first !== ""
      ? first
      : Object.keys(given).length === 1
        ? given.id
        : undefined;
  if (id === undefined) return loose(given, template);
  const known = typeof id === "string" ? site.byId.get(id) : undefined;
  if (!known) throw new IndigoError(unknownId(site, template, id));
  if (Object.keys(named).length === 0 || named.id === id) return known;
  const { id: _id, ...changes } = named;
  return changed(known, check(publicationChanges, changes, subjectIn(template)));
}

/** An object with the fields of an entry, or a publication that a page got from the theme. */
function loose(fields: Record<string, unknown>, template: string): Publication {
  if (isPublication(fields)) return fields;
  const { id: _, ...rest } = fields;
  if (Object.keys(rest).length === 0) {
    throw new IndigoError(
      `{% publication %} in ${template} needs the id of a publication, such as {% publication "lora" %}, or an object.`,
    );
  }
  const facts = check(looseItem, rest, subjectIn(template)) as PublicationFacts;
  const made = linksOf(facts, (_field, file) => rootUrl(file));
  return publication({ ...facts, links: joinLinks(made, facts.links) });
}

const isPublication = (fields: object): fields is Publication =>
  "venueLine" in fields && "authorNames" in fields;

const subjectIn = (template: string): Subject => ({
  noun: "field",
  owner: " of {% publication %}",
  place: () => template,
});

function unknownId({ files, byId }: Publications, template: string, id: unknown): string {
  const where = files.length > 0 ? files.join(" or ") : "the site, which has no publications.yaml";
  const near = typeof id === "string" ? suggestion(id, [...byId.keys()]) : "";
  return `{% publication ${JSON.stringify(id)} %} in ${template}: no publication of that id in ${where}.${near}`;
}

function somePublications(site: Publications, template: string, choice: unknown): Publication[] {
  const wanted = choice === undefined || choice === "" ? "all" : choice;
  if (wanted !== "all" && wanted !== "selected") {
    const near = typeof wanted === "string" ? suggestion(wanted, choices) : "";
    throw new IndigoError(
      `{% publications ${JSON.stringify(wanted)} %} in ${template} must name ${alternatives(choices)}.${near}`,
    );
  }
  if (site.files.length === 0) {
    throw new IndigoError(
      `{% publications %} in ${template}: the site has no publications.yaml or publications.json in its input folder.`,
    );
  }
  if (wanted === "all") return site.all;
  const selected = site.all.filter((item) => item.selected);
  if (selected.length > 0) return selected;
  throw new IndigoError(
    `{% publications "selected" %} in ${template}: no entry of ${site.files.join(" or ")} has "selected: true".`,
  );
}
