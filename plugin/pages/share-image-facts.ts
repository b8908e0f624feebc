import type { Post } from "../content/index.js";
import type { ShareImageFacts } from "../images/index.js";
import type { PostAuthor } from "../options/author.js";
import type { Site } from "../options/site.js";
import type { Publication } from "../publications/index.js";
import { initials } from "../sections/index.js";
import type { Edition } from "../site/index.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import { absoluteUrl } from "../utils/urls.js";
import { shareImageText } from "./share-image-text.js";

/** What a page says of itself. */
export interface SharedPage {
  title: string;
  /** Its own description, not the site's. */
  description: string | undefined;
  isHome: boolean;
  post: Post | undefined;
  publication: Publication | undefined;
  author: PostAuthor;
  /** The node of the person whose page it is. */
  person: JsonLdNode | undefined;
}

/** What an image shows, without colors and fonts; and the image of the person in it: a path of the site, or a full URL. */
export type PageImage = Omit<ShareImageFacts, "color" | "font"> & { picture: string | undefined };

/** Returns what the drawn image of a page shows. */
export function shareImageFacts(page: SharedPage, { site, dates }: Edition): PageImage {
  const { post, publication, person, author, isHome } = page;
  const text = (value: unknown): string =>
    shareImageText(typeof value === "string" ? value : "", site.writing.math !== false);
  const common = { language: site.language, dir: site.dir, title: text(page.title) || page.title };
  const origin = originOf(site);
  const owner = {
    name: text(site.title),
    origin,
    picture: site.picture,
    initials: initials(site.title, site.language),
  };
  if (isHome)
    return { ...common, ...owner, kind: "home", label: "", detail: text(site.bio ?? site.description) };
  if (person) {
    const name = String(person.name ?? page.title);
    return {
      ...common,
      ...owner,
      kind: "person",
      label: text(site.title),
      detail: text(person.jobTitle ?? page.description),
      picture: typeof person.image === "string" ? pathOf(person.image, site) : undefined,
      initials: initials(name, site.language),
    };
  }
  if (publication) {
    // Names are not broken into lines.
    const names = publication.authorNames.map((name) => name.replaceAll(" ", "\u00A0"));
    const authors = names.join(", ") + (publication.moreAuthors ? ", …" : "");
    return {
      ...common,
      ...owner,
      kind: "publication",
      label: text(publication.venueLine),
      detail: text(authors),
    };
  }
  if (!post) return { ...common, ...owner, kind: "page", label: "", detail: text(page.description) };
  const isGuest = author.name !== site.author.name;
  return {
    ...common,
    ...owner,
    kind: "post",
    label: dates.inWords(post.date, "shortDate"),
    detail: text(page.description),
    ...(isGuest && {
      name: text(author.name),
      origin: `${text(site.title)} · ${origin}`,
      picture: author.picture,
      initials: initials(author.name, site.language),
    }),
  };
}

/** Returns where the site is, without its protocol: `example.org`, or `example.org/lab`. */
const originOf = (site: Site): string => homeOf(site).replace(/^https?:\/\/(www\.)?|\/$/gi, "");

/** Returns the path of a full URL of the site. */
const pathOf = (url: string, site: Site): string =>
  url.startsWith(homeOf(site)) ? url.slice(homeOf(site).length) : url;

const homeOf = ({ url = "", pathPrefix }: Site): string => absoluteUrl("/", url, pathPrefix);
