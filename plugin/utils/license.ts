import { suggestion } from "./errors.js";
import { load } from "./require.js";

/** The license of a work. */
export interface License {
  /** Its identifier in the list of SPDX, such as `CC-BY-4.0`, if it has one. */
  id: string | undefined;
  /** The URL that identifies it. */
  url: string;
  /** The URL of its text for readers. */
  page: string;
}

let ids: Map<string, string> | undefined;

/** Returns the identifiers of SPDX by their names in lower case. Loaded for the first license, as few sites name one. */
function knownIds(): Map<string, string> {
  ids ??= new Map(
    [...load("spdx-license-ids"), ...load("spdx-license-ids/deprecated")].map((id: string) => [
      id.toLowerCase(),
      id,
    ]),
  );
  return ids;
}

/**
 * Reads a license: an identifier of SPDX in any letter case and with spaces (`CC BY 4.0`), or a URL.
 *
 * @returns undefined for what is neither.
 * @see https://spdx.org/licenses/
 */
export function licenseFrom(value: string): License | undefined {
  const text = value.trim();
  const isUrl = /^https?:\/\/[^/\s]+\S*$/i.test(text);
  const id = knownIds().get(isUrl ? idOfUrl(text) : text.replace(/\s+/g, "-").toLowerCase());
  if (id === undefined) return isUrl ? { id, url: text, page: text } : undefined;
  return { id, url: `https://spdx.org/licenses/${id}`, page: isUrl ? text : pageOf(id) };
}

/** Returns the name of a license by its identifier, as readers know it: `CC BY 4.0`. */
export const licenseName = (id: string): string => id.replace(/^CC-(.*)-(?=[\d.]+$)/, "CC $1 ");

/** Returns the identifier that is most like a text, for messages; one that many know, if none is. */
export const nearestLicense = (value: string): string =>
  /"(.*)"/.exec(nearLicense(value))?.[1] ?? "CC-BY-4.0";

/** Returns ` Did you mean "…"?` for what is nearly an identifier. */
export const nearLicense = (value: string): string =>
  suggestion(value.trim().replace(/\s+/g, "-"), [...knownIds().values()]);

/** Returns the identifier, in lower case, that a URL of Creative Commons or SPDX contains; else an empty text. */
function idOfUrl(url: string): string {
  const path = url.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, "");
  const [, deed, version] = /^creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)(?:\/|$)/.exec(path) ?? [];
  if (deed) return `cc-${deed}-${version}`;
  if (/^creativecommons\.org\/publicdomain\/zero\/1\.0(?:\/|$)/.test(path)) return "cc0-1.0";
  return /^spdx\.org\/licenses\/([\w.+-]+?)(?:\.html)?$/.exec(path)?.[1] ?? "";
}

/** Returns the URL of a license's text: the deed of Creative Commons, which is written for readers, or the page of SPDX. */
function pageOf(id: string): string {
  const [, deed, version] = /^CC-([A-Z-]+)-(\d\.\d)$/.exec(id) ?? [];
  if (deed) return `https://creativecommons.org/licenses/${deed.toLowerCase()}/${version}/`;
  if (id === "CC0-1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  return `https://spdx.org/licenses/${id}.html`;
}
