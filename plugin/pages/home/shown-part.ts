import type { Post } from "../../content/index.js";
import type { HomePartName } from "../../options/home.js";
import type { RouteName } from "../../options/routes.js";
import type { SectionName } from "../../options/sections.js";
import { headingIn } from "../../options/sections.js";
import type { Site } from "../../options/site.js";
import type { Selection, ShownList } from "../../publications/index.js";
import { type Entry, type EntryGroup, type SectionRelations, selectGroups } from "../../sections/index.js";
import type { Edition } from "../../site/index.js";
import { IndigoError, suggestion } from "../../utils/errors.js";
import type { JsonLdNode } from "../../utils/json-ld.js";
import { withoutUndefined } from "../../utils/records.js";
import type { HomePart, PostsFields, SectionFields } from "./parts.js";

/** What parts of home pages are made from, in addition to an edition of the site. */
export interface PartSources {
  /** Returns the publications of a selection as a list; undefined if there are none. */
  worksOf(selection: Selection, caller: string, site: Site): ShownList | undefined;
  /** What connects the entries of sections. */
  relations: SectionRelations;
}

/** A part of a home page for its partial. */
export interface ShownPart {
  name: HomePartName;
  /** Its heading; empty if its content has headings of its own. */
  title: string;
  /** The partials that show its content, and what they read. */
  partials: string[];
  data: object;
  /** The link to the page that has all of it, if the site has that page. */
  all: { url: string; label: string } | undefined;
  /** The nodes of its entries in structured data. */
  nodes: JsonLdNode[];
}

/** A part before its heading and its link, with the number of its entries. */
type Content = Omit<ShownPart, "name" | "all"> & { count?: number };

const numberOfPosts = 5;
const numberOfPublications = 5;
const postsPartial = "indigo/home/home-posts.njk";

/**
 * Returns a part in the language of an edition; undefined if there is nothing to show yet.
 *
 * @throws IndigoError for a section that is off, and for a value that the site does not have.
 */
export function shownPart(part: HomePart, edition: Edition, sources: PartSources): ShownPart | undefined {
  const content = contentOf(part, edition, sources);
  if (!content) return undefined;
  const { site, data } = edition;
  const { name } = part;
  const title = headingIn(part.title, site.language, site.root === "/") ?? content.title;
  const { route, label } = linkOf(name, site);
  const url = data.indigo.routes[route];
  const { partials, data: read, nodes } = content;
  return {
    name,
    title,
    partials,
    data: read,
    nodes,
    all: data.indigo.content.urls.has(url) ? { url, label } : undefined,
  };
}

function contentOf(part: HomePart, edition: Edition, sources: PartSources): Content | undefined {
  switch (part.name) {
    case "text":
      return undefined;
    case "posts":
      return postsOf(part, edition);
    case "selected":
    case "publications":
      return worksOf(part, edition, sources);
    case "projects":
      return projectsOf(part, edition, sources);
    default:
      return sectionOf(part.name, part, edition, sources);
  }
}

/** Returns the page that has all of a part, and the text of the link to it. */
function linkOf(name: HomePartName, { strings }: Site): { route: RouteName; label: string } {
  if (name === "text") return { route: "home", label: strings.home };
  if (name === "posts") return { route: "blog", label: strings.allPosts };
  const listed = name === "selected" ? "publications" : name;
  const key = `all${capitalized(listed)}` as const;
  return { route: listed, label: strings[key] };
}

const capitalized = <Name extends string>(name: Name): Capitalize<Name> =>
  (name.slice(0, 1).toUpperCase() + name.slice(1)) as Capitalize<Name>;

/** @throws IndigoError for a tag or a category that no post of the site has. */
function postsOf({ where, fields }: HomePart, { site, index, data }: Edition): Content | undefined {
  const { limit = numberOfPosts, tag, category } = fields as PostsFields;
  const everywhere = index.content.posts;
  expectOneOf(
    "tag",
    tag,
    everywhere.flatMap(({ tags }) => tags),
    where,
  );
  expectOneOf(
    "category",
    category,
    everywhere.flatMap(({ categories }) => categories),
    where,
  );
  const { posts, blog } = data.indigo.content;
  const listed = category
    ? posts.filter(({ hidden, categories }) => !hidden && categories.includes(category))
    : blog;
  const shown = (tag ? listed.filter(({ tags }) => tags.includes(tag)) : listed).slice(0, limit);
  return shown.length > 0 ? postContent(site.strings.latestPosts, shown) : undefined;
}

const postContent = (title: string, posts: readonly Post[]): Content => ({
  title,
  partials: [postsPartial],
  data: { posts },
  nodes: [],
});

/** A site without posts has nothing yet; in one with posts, a value that none has is a slip. */
function expectOneOf(noun: string, value: string | undefined, all: readonly string[], where: string): void {
  if (value === undefined || all.length === 0 || all.includes(value)) return;
  throw new IndigoError(
    `${where}: no post has the ${noun} ${JSON.stringify(value)}.${suggestion(value, all)}`,
  );
}

/** @throws IndigoError for a site without publications, and for a value that none has. */
function worksOf(
  { name, where, fields }: HomePart,
  { site }: Edition,
  { worksOf: select }: PartSources,
): Content | undefined {
  const isSelected = name === "selected";
  const defaults: Selection = isSelected
    ? { selected: true }
    : { order: "newest", limit: numberOfPublications };
  const list = select({ ...defaults, ...(fields as Selection) }, where, site);
  const title = isSelected ? site.strings.selectedPublications : site.strings.publications;
  return list && { title, partials: [list.partial], data: list.data, nodes: [] };
}

/** The section `projects`, and posts among the projects after it, as on their page. */
function projectsOf(part: HomePart, edition: Edition, sources: PartSources): Content | undefined {
  const { indigo } = edition.data;
  const { projects } = indigo.content;
  const { limit, ...choice } = part.fields as SectionFields;
  const isChosen = Object.values(choice).some((value) => value !== undefined);
  const hasSection = indigo.sections.find("projects") !== undefined;
  if (!isChosen && !hasSection && projects.length > 0)
    return postContent(edition.site.strings.projects, projects.slice(0, limit ?? numberOfPosts));
  const content = sectionOf("projects", part, edition, sources);
  if (!content || isChosen) return content;
  const { homeLimit = numberOfPosts } = indigo.sections.get("projects", part.where);
  const posts = projects.slice(0, Math.max((limit ?? homeLimit) - (content.count ?? 0), 0));
  if (posts.length === 0) return content;
  return { ...content, partials: [...content.partials, postsPartial], data: { ...content.data, posts } };
}

/** @throws IndigoError for a section that is off or empty, and for an unknown group, person, project or publication. */
function sectionOf(
  name: SectionName,
  { where, fields }: HomePart,
  { data: { indigo } }: Edition,
  { relations }: PartSources,
): Content | undefined {
  const section = indigo.sections.get(name, where);
  if (section.count === 0) throw new IndigoError(`${where}: the section "${name}" has no entries yet.`);
  // As on the page of news: those of the main language are no news in another one.
  if (name === "news" && !section.isInLanguage) return undefined;
  const { limit = section.homeLimit, group, ...related } = fields as SectionFields;
  const groups = selectGroups(section, withoutUndefined({ limit, group, ...related }), where, relations);
  if (groups.length === 0) return undefined;
  // The groups of a CV have headings of the level of a part.
  const label = section.groups.find((each) => isNamed(each, group))?.label;
  const title = section.head === undefined ? section.title : (label ?? "");
  const entries = groups.flatMap((each) => each.entries as Entry[]);
  return {
    title,
    partials: [section.groupsPartial],
    data: { shown: section, groups },
    count: entries.length,
    nodes: entries.flatMap((entry) => section.nodeOf(entry) ?? []),
  };
}

const isNamed = ({ label, id }: EntryGroup, name: string | undefined): boolean =>
  name !== undefined && [label, id].some((each) => each?.toLowerCase() === name.toLowerCase());
