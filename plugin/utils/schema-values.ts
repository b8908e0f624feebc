import * as z from "zod";

const linkProtocols = new Set(["http:", "https:", "mailto:", "tel:"]);

function parseUrl(value: string, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

/**
 * Returns whether a text is an absolute HTTP URL. Tests its start first, since an invalid URL costs an exception, and since
 * browsers read `https:/x` as a path.
 */
const isWebUrl = (value: string): boolean => /^https?:\/\//i.test(value) && parseUrl(value) !== undefined;

/** Replaces what XML forbids by U+FFFD: control characters other than white space, and lone surrogates. */
export const replaceControlCharacters = (value: string): string =>
  value.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD");

/** Text that is not empty, trimmed, with each run of white space as one space. */
export const text = z
  .string()
  .transform((value) => replaceControlCharacters(value.replace(/\s+/gu, " ")).trim())
  .refine((value) => value !== "", { error: "must not be empty" });

/** Returns whether a text is a URL that {@link link} accepts. */
function isLink(value: string): boolean {
  const url = parseUrl(value, "https://site.invalid/");
  if (value === "" || !url || !linkProtocols.has(url.protocol)) return false;
  // Browsers ignore white space. `//host`, `\\host` and `https:host` lead to another host in some browsers, or in all.
  const compact = value.replace(/[\0- ]/g, "");
  if (/^https?:/i.test(compact)) return /^https?:\/\//i.test(compact);
  return !url.protocol.startsWith("http") || url.host === "site.invalid";
}

/** The target of a link: a full web, mail or telephone URL, or a path of the site. Never `javascript:`. */
export const link = z.string().trim().refine(isLink, {
  error: 'must be a URL such as "https://example.org/", "mailto:me@example.org" or "/blog/"',
});

/** The full URL of a site. The output has no slash at its end. */
export const siteUrl = z
  .string()
  .trim()
  .refine((value) => isWebUrl(value) && !/[?#]/.test(value), {
    error: 'must be a full URL such as "https://example.org"',
  })
  .transform((value) => value.replace(/\/+$/, ""));

/** Returns whether a path has a segment `..`, with the slashes of any system. */
export const hasParentSegment = (path: string): boolean => path.split(/[/\\]/).includes("..");

/**
 * A file: a path from the site's input folder or project folder, or the full URL of a file at another host. The output
 * path has no slash at its start.
 */
export const file = z
  .string()
  .trim()
  .refine((value) => isWebUrl(value) || (/^\/?[^/:][^:]*$/.test(value) && !hasParentSegment(value)), {
    error: 'must be the path of a file in the site, such as "assets/me.jpg", or a full URL',
  })
  .transform((value) => replaceControlCharacters(value.replace(/^\//, "")));

/** A BCP 47 language tag. The output has canonical letter case. */
export const languageTag = z.string().transform((value, context) => {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value;
  } catch {
    context.addIssue({ code: "custom", message: 'must be a language tag such as "en" or "pt-BR"' });
    return z.NEVER;
  }
});

/** Returns whether a {@link file} is at another host. */
export const isExternal = isWebUrl;

/** The name of an IANA time zone. */
export const timeZone = text.refine(
  (value) => {
    try {
      return Boolean(new Intl.DateTimeFormat("en", { timeZone: value }));
    } catch {
      return false;
    }
  },
  { error: 'must be a time zone such as "Europe/Paris" or "UTC"' },
);
