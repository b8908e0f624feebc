import * as z from "zod";

const linkProtocols = new Set(["http:", "https:", "mailto:", "tel:"]);

function parseUrl(value: string, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

/** Looks at its start first: an address that is none is a costly error to find out. Of `https:/x` a browser makes a path. */
const isWebAddress = (value: string): boolean => /^https?:\/\//i.test(value) && parseUrl(value) !== undefined;

/** A text without what no feed may hold: control characters other than white space, and halves of a character. */
export const replaceControlCharacters = (value: string): string =>
  value.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD");

/** Text of one line or more; white space at its ends and line breaks within it count as single spaces. */
export const text = z
  .string()
  .transform((value) => replaceControlCharacters(value.replace(/\s+/gu, " ")).trim())
  .refine((value) => value !== "", { error: "must not be empty" });

/** Whether an address is what {@link link} takes. */
function isLink(value: string): boolean {
  const url = parseUrl(value, "https://site.invalid/");
  if (value === "" || !url || !linkProtocols.has(url.protocol)) return false;
  // A browser leaves white space out. `//host`, `\\host` and `https:host` are of another host in some places, or always.
  const seen = value.replace(/[\0- ]/g, "");
  if (/^https?:/i.test(seen)) return /^https?:\/\//i.test(seen);
  return !url.protocol.startsWith("http") || url.host === "site.invalid";
}

/** What a link may lead to: a full web, mail or telephone address, or a path of the site. Never script. */
export const link = z.string().trim().refine(isLink, {
  error: 'must be an address such as "https://example.org/", "mailto:me@example.org" or "/blog/"',
});

/** The address of a whole site, given back without a slash at its end. */
export const siteUrl = z
  .string()
  .trim()
  .refine((value) => isWebAddress(value) && !/[?#]/.test(value), {
    error: 'must be a full address such as "https://example.org"',
  })
  .transform((value) => value.replace(/\/+$/, ""));

/** Whether a path goes out of a folder on its way, with slashes as any system has them. */
export const hasParentSegment = (path: string): boolean => path.split(/[/\\]/).includes("..");

/**
 * A file of the site, as a path from its input folder (or the project's), or one at another host by its full address.
 * The path is given back without a slash at its start.
 */
export const file = z
  .string()
  .trim()
  .refine((value) => isWebAddress(value) || (/^\/?[^/:][^:]*$/.test(value) && !hasParentSegment(value)), {
    error: 'must be the path of a file in the site, such as "assets/me.jpg", or a full address',
  })
  .transform((value) => replaceControlCharacters(value.replace(/^\//, "")));

/** A language tag as BCP 47 has them, given back in its usual letter case. */
export const languageTag = z.string().transform((value, context) => {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value;
  } catch {
    context.addIssue({ code: "custom", message: 'must be a language tag such as "en" or "pt-BR"' });
    return z.NEVER;
  }
});

/** Whether a `file` is at another host. */
export const isExternal = isWebAddress;

/** An IANA time zone. */
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
