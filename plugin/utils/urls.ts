/** A path prefix with the slashes that an author may leave out: `/` or `/sub/`. */
export function normalizePrefix(prefix: string): string {
  const name = prefix.replace(/^\/+|\/+$/g, "");
  return name === "" ? "/" : `/${name}/`;
}

/**
 * An address under a path prefix.
 *
 * @param url - Any address; only one from the root of this host is changed, and only if it is not under the prefix yet.
 * @param pathPrefix - A path that starts and ends with a slash.
 */
export function addPrefix(url: string, pathPrefix: string): string {
  if (!url.startsWith("/") || url.startsWith("//") || `${url}/`.startsWith(pathPrefix)) return url;
  return pathPrefix + url.slice(1);
}

/**
 * The full address of a page.
 *
 * @param url - The page's address from the site's root.
 * @param siteUrl - Where the site is; it may or may not end with the path prefix. Where it is empty, so is the start of
 * the result: the address from the root.
 */
export function absoluteUrl(url: string, siteUrl: string, pathPrefix: string): string {
  if (siteUrl === "") return addPrefix(url, pathPrefix);
  const base = `${siteUrl}/`;
  // Behind a dot, so that a path which goes on with blanks or slashes is none of another host.
  return new URL(
    `./${url.replace(/^\//, "")}`,
    base.endsWith(pathPrefix) ? base : base.slice(0, -1) + pathPrefix,
  ).href;
}
