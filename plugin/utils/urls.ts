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

/** Decodes every percent-encoded character of a text, such as a part of a URL. One whose encoding is invalid stays as it is. */
export function decodeUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Parses a URL as a browser does on a page of a site; undefined if it is invalid, which browsers can't load either. */
function parseOn(url: string, base: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

/**
 * Returns whether a URL holds its content itself, or names a file of the reader's: `javascript:`, `data:`, `vbscript:`,
 * `blob:` or `file:`, in any letter case and with the white space and control characters that browsers ignore.
 *
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function isScriptUrl(url: string): boolean {
  const protocol = parseOn(url, "https://site.invalid/")?.protocol ?? "";
  return /^(?:javascript|vbscript|data|blob|file|filesystem|view-source):$/.test(protocol);
}

/**
 * Returns whether a URL leads to another host than that of the site, however it is written: `https://host`, `//host`,
 * `\\host`.
 *
 * @param siteUrl - The site's URL, if it is set.
 */
export function isOtherHost(url: string, siteUrl?: string): boolean {
  const own = siteUrl === undefined ? undefined : parseOn(siteUrl, "https://site.invalid/")?.host;
  // `https:x` is a path on a page with HTTPS, and a host on one without.
  return ["https:", "http:"].some((protocol) => {
    const parsed = parseOn(url, `${protocol}//site.invalid/`);
    return parsed !== undefined && parsed.host !== "site.invalid" && parsed.host !== own;
  });
}
