import path from "node:path";
import { hasParentSegment } from "../../utils/schema-values.js";

/** The keys of `_config.yml` that jekyll-paginate reads. */
interface PaginationSettings {
  readonly paginate?: unknown;
  readonly paginate_path?: unknown;
}

/** How jekyll-paginate divides the posts of a site. */
export interface PaginationPlan {
  /** The `index.html` that is paginated, relative to the input folder. */
  file: string;
  /** Posts on each page. */
  perPage: number;
  /** Returns the path of a page after the first, as templates see it: `/page2`. */
  pathOf(number: number): string;
}

/**
 * Reads the keys `paginate` and `paginate_path` of `_config.yml`.
 *
 * @param files - The files of the site that Jekyll reads. The `index.html` in the folder of the pages is paginated, else the
 * nearest one above it.
 * @returns Undefined if nothing is paginated.
 * @see https://github.com/jekyll/jekyll-paginate/blob/v1.1.0/lib/jekyll-paginate/pager.rb
 */
export function readPagination(
  { paginate, paginate_path: written }: PaginationSettings,
  files: readonly string[],
): PaginationPlan | undefined {
  const perPage = Math.trunc(Number(paginate ?? Number.NaN));
  const pattern = `/${String(written ?? "/page:num").replace(/^\//, "")}`;
  if (!(perPage > 0) || !pattern.includes(":num") || hasParentSegment(pattern)) return undefined;
  const folders = path.posix.dirname(pattern.slice(1)).split("/");
  const candidates = folders.map((_, at) => folders.slice(0, folders.length - at).join("/"));
  const file = [...candidates, "."]
    .map((folder) => path.posix.join(folder, "index.html"))
    .find((name) => files.includes(name));
  return file === undefined
    ? undefined
    : { file, perPage, pathOf: (number) => pattern.replace(":num", String(number)) };
}

/** Returns the folder in which a page after the first is written, with a slash at its end. */
export const folderOfPage = ({ pathOf }: PaginationPlan, number: number): string =>
  `${pathOf(number).replace(/\/+$/, "")}/`;

/** Returns how many pages there are. */
export const pagesFor = (posts: number, { perPage }: PaginationPlan): number => Math.ceil(posts / perPage);

/** Returns whether a post is among those of `paginator`: `hidden` is true unless it is false or empty, as in Ruby. */
export const isListed = ({ hidden }: Readonly<Record<string, unknown>>): boolean =>
  (hidden ?? false) === false;
