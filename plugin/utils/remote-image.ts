import { decodePath } from "./urls.js";

/**
 * Returns the text of the link that stands for an image at another host: its alternative text, else the name of its file,
 * else its URL.
 */
export function linkText(url: string, alt: string | undefined): string {
  if (alt?.trim()) return alt.trim();
  const name = /([^/\\]+)[/\\]*$/.exec(url.replace(/[?#].*$/s, ""))?.[1];
  return decodePath(name ?? "") || url;
}

/**
 * Returns the warning on an image at another host that a field of data names.
 *
 * @param where - Names the field: `field "photo" of person "Ada" in people.yaml:3`.
 * @param advice - What the author can do in addition to copying the image: a sentence.
 */
export function remoteImageWarning(where: string, url: string, advice = ""): string {
  return `${where} names an image at another host, which is linked instead: "${url}". Save it in the site and name that file.${advice && ` ${advice}`}`;
}
