import type { EleventyConfig } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { addFilter } from "../../eleventy/filters.js";
import { type Warn, warnerOnce } from "../../eleventy/warnings.js";
import { headingIn } from "../../options/sections.js";
import type { Edition, Editions } from "../../site/index.js";
import type { RenderPartial } from "../../templates/partials.js";
import { configFileName } from "../../utils/config-file-name.js";
import { IndigoError, templateName } from "../../utils/errors.js";
import { placeOfField } from "../../utils/field-place.js";
import { escapeHtml } from "../../utils/html.js";
import { jsonLd } from "../../utils/json-ld.js";
import { type HomePart, hasKnownPart, isPartList, knownParts, readParts } from "./parts.js";
import { type PartSources, type ShownPart, shownPart } from "./shown-part.js";

/** A home page from parts, for its layout. */
export interface HomePage {
  /** The HTML of its parts in their order, with the text of the page among them. */
  html: string;
  /** Whether the first of them is the text of the page, which has no line above it. */
  startsWithText: boolean;
  /** JSON-LD of the entries that it shows, safe in a script; empty without any. */
  structuredData: string;
}

/** The parts of a home page, and where they are written: `option "home" in eleventy.config.js`. */
interface PartList {
  parts: readonly HomePart[];
  where: string;
}

/** Eleventy's `page` of a home page. */
interface Page {
  url: string | false;
  inputPath: string;
}

/**
 * Adds the filter `indigoHome`, which takes the rendered content of a home page, Eleventy's `page` and the front matter `home`,
 * and returns its parts as a {@link HomePage}; undefined for a home page without parts. Parts that can't be shown are left out,
 * with a warning.
 *
 * @throws IndigoError for an invalid option `home`.
 */
export function addHome(
  eleventyConfig: EleventyConfig,
  editions: Editions,
  sources: PartSources,
  renderPartial: RenderPartial,
): void {
  const warn = warnerOnce(eleventyConfig);
  const asked = pagesThatAsk(eleventyConfig, editions, warn);
  const ofOption = new Map(editions.all.map((edition) => [edition, optionParts(edition)]));
  addFilter(eleventyConfig, "indigoHome", function (content: unknown, page: Page, written: unknown) {
    asked.add(page.inputPath);
    const edition = editions.of(this);
    const isRoot = page.url === edition.site.root;
    const list = frontMatterParts(page, written, edition, warn) ?? (isRoot && ofOption.get(edition));
    if (!list) return undefined;
    const show = (part: ShownPart): string =>
      renderPartial("indigo/home/home-part.njk", { ...edition.data, page, part, ...part.data });
    return homePage(list, { page, edition, text: String(content ?? ""), sources, show, warn });
  });
}

/**
 * Returns an empty set for the files of home pages, each of which asks for its parts while it is rendered. Warns after a build of
 * other pages whose front matter has parts.
 */
function pagesThatAsk(eleventyConfig: EleventyConfig, editions: Editions, warn: Warn): Set<string> {
  const asked = new Set<string>();
  onBuildStart(eleventyConfig, () => asked.clear());
  eleventyConfig.on("eleventy.after", ({ results }) => {
    const [{ index, site }] = editions.all as [Edition];
    if (site.jekyll) return;
    const written = new Set(results.map(({ url }) => url));
    for (const { inputPath, url, data } of index.content.withField("home"))
      if (url !== undefined && written.has(url) && !asked.has(inputPath) && hasKnownPart(data.home))
        warn(
          `field "home" in ${placeOfField(inputPath, "home")} has no effect, since the page is no home page: give it the layout "home", or remove the field.`,
        );
  });
  return asked;
}

/** Returns the parts of the option `home`, or of its language; undefined if it is not set. */
function optionParts({ site, language }: Edition): PartList | undefined {
  if (!site.themeHome) return undefined;
  const isOwn = language !== undefined && site.languages[language]?.home !== undefined;
  const name = isOwn ? `languages.${language}.home` : "home";
  const { parts, problems } = readParts(site.themeHome, {
    noun: "option",
    name,
    place: () => configFileName(),
  });
  if (problems.length > 0) throw new IndigoError(...problems);
  return { parts, where: `option "${name}" in ${configFileName()}` };
}

/** Returns the parts of the front matter `home`: false for `false`, undefined if the page has none. */
function frontMatterParts(
  { inputPath }: Page,
  written: unknown,
  { index, site }: Edition,
  warn: Warn,
): PartList | false | undefined {
  if (written === undefined || written === null) return undefined;
  // A data file `home.yaml` is data of every page.
  if (!index.content.withField("home").some((item) => item.inputPath === inputPath)) return undefined;
  if (written === false) return false;
  if (!isPartList(written)) {
    if (!site.jekyll)
      warn(
        `field "home" in ${placeOfField(inputPath, "home")} must be a list of parts or false, but it is ${JSON.stringify(written)}; it has no effect. Parts: ${knownParts}.`,
      );
    return undefined;
  }
  const { parts, problems } = readParts(written, {
    noun: "field",
    name: "home",
    place: (position) => placeOfField(inputPath, "home", position),
  });
  for (const problem of problems) warn(`${problem} The part is left out.`);
  return { parts, where: `field "home" in ${placeOfField(inputPath, "home")}` };
}

/** What a home page is made from. */
interface HomeContext {
  page: Page;
  edition: Edition;
  /** The rendered content of the page. */
  text: string;
  sources: PartSources;
  show(part: ShownPart): string;
  warn: Warn;
}

function homePage({ parts, where }: PartList, context: HomeContext): HomePage {
  const { edition, text, show } = context;
  const hasText = text.trim() !== "";
  const textPart = parts.find(({ name }) => name === "text");
  warnOfText(textPart, where, context);
  const pieces: { html: string; isText: boolean }[] = [];
  const nodes: ShownPart["nodes"] = [];
  // A text that the list forgets is not lost.
  if (hasText && !textPart) pieces.push({ html: text, isText: true });
  for (const part of parts) {
    if (part === textPart) {
      if (hasText) pieces.push({ html: withTitle(part, context), isText: true });
      continue;
    }
    const shown = shownOrWarned(part, context);
    if (!shown) continue;
    pieces.push({ html: show(shown), isText: false });
    nodes.push(...shown.nodes);
  }
  return {
    html: pieces.map(({ html, isText }, index) => (isText && index > 0 ? line + html : html)).join("\n"),
    startsWithText: pieces[0]?.isText === true,
    structuredData:
      edition.site.url !== undefined && nodes.length > 0 ? jsonLd({ "@graph": once(nodes) }) : "",
  };
}

/** Returns nodes without those that an earlier part has too. */
const once = (nodes: ShownPart["nodes"]): ShownPart["nodes"] => [
  ...new Map(nodes.map((node) => [node["@id"] ?? node, node])).values(),
];

/** The line above a text that is not the first part. The other parts have it in their styles. */
const line = '<div class="home-line"></div>\n';

/** Returns the text of the page, with the heading that its part has. */
function withTitle({ title }: HomePart, { edition: { site }, text }: HomeContext): string {
  const heading = headingIn(title, site.language, site.root === "/");
  return heading === undefined ? text : `<h2>${escapeHtml(heading)}</h2>\n${text}`;
}

/** Returns a part; undefined if there is nothing to show yet, or, with a warning, if it can't be shown. */
function shownOrWarned(part: HomePart, { edition, sources, warn }: HomeContext): ShownPart | undefined {
  try {
    return shownPart(part, edition, sources);
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    for (const problem of error.problems) warn(`${problem} The part is left out.`);
    return undefined;
  }
}

/** Warns of a text that is no part, and of a part "text" on a page of the theme, which has none. */
function warnOfText(
  part: HomePart | undefined,
  where: string,
  { page, edition: { index }, text, warn }: HomeContext,
): void {
  const hasText = text.trim() !== "";
  if (hasText && !part)
    warn(
      `${where} does not name "text", so that the text of ${templateName(page.inputPath)} stands first. Add "text" where it belongs.`,
    );
  if (!hasText && part && index.content.file(templateName(page.inputPath)) === undefined)
    warn(
      `${part.where} is the text of the page ${page.url}, which the site does not have: write it in ${String(page.url).slice(1)}index.md, with the layout "home".`,
    );
}
