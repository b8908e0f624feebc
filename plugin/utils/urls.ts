/** Adds the slashes that a path prefix may lack: returns `/` or `/sub/`. */
export function normalizePrefix(prefix: string): string {
  const name = prefix.replace(/^\/+|\/+$/g, "");
  return name === "" ? "/" : `/${name}/`;
}

/**
 * Adds the path prefix to a URL.
 *
 * @param url - Any URL. Only a root-relative one changes, and only if it does not have the prefix yet.
 * @param pathPrefix - A path that starts and ends with a slash.
 */
export function addPrefix(url: string, pathPrefix: string): string {
  if (!url.startsWith("/") || url.startsWith("//") || `${url}/`.startsWith(pathPrefix)) return url;
  return pathPrefix + url.slice(1);
}

/**
 * Returns the absolute URL of a page.
 *
 * @param url - The page's URL from the site's root.
 * @param siteUrl - The site's URL, with or without the path prefix. If it is empty, the result is a root-relative URL.
 */
export function absoluteUrl(url: string, siteUrl: string, pathPrefix: string): string {
  if (siteUrl === "") return addPrefix(url, pathPrefix);
  const base = `${siteUrl}/`;
  // After a dot, so that a path that continues with spaces or slashes does not name another host.
  return new URL(
    `./${url.replace(/^\//, "")}`,
    base.endsWith(pathPrefix) ? base : base.slice(0, -1) + pathPrefix,
  ).href;
}

/** Decodes the percent-encoded characters of a path. A path that is not encoded, such as `100%.png`, stays as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
