import { distance } from "fastest-levenshtein";
import { link } from "../../utils/schema-values.js";
import { doisIn, doiUrl, isDoiUrl } from "./doi.js";
import { startsWithHost } from "./hosts.js";
import { withoutTrailingPunctuation } from "./text.js";

/** The URL that a text is, or why it is none. */
export interface NormalUrl {
  url?: string;
  /** Completes `field "url" of …`: why it is left out. */
  problem?: string;
  /** Completes `field "url" of …`: how a typo was understood. */
  hint?: string;
}

const quoted = (text: string): string => JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);

const notUrl = (text: string): NormalUrl => ({
  problem: `must be a URL such as "https://example.org/", but it is ${quoted(masked(text))}; it is left out.`,
});

/** Hosts that no longer resolve DOIs, whose URLs work at doi.org. */
const deadResolver = /^https?:\/\/(?:doi\.acm\.org|doi\.ieeecomputersociety\.org|doi\.wiley\.com)\//i;

const schemePattern = /^([a-z][a-z0-9+.-]{0,19})([:;]?[/\\]{1,4}|:)/i;

/** URLs of identifiers, by the scheme in which they are written. */
const identifierSchemes: Record<string, (rest: string) => string | undefined> = {
  doi: (rest) => doisIn(rest, { isField: true }).map(doiUrl)[0],
  arxiv: (rest) => `https://arxiv.org/abs/${rest}`,
  hdl: (rest) => `https://hdl.handle.net/${rest}`,
  swh: (rest) => `https://archive.softwareheritage.org/swh:${rest}`,
  urn: (rest) => (/^nbn:/i.test(rest) ? `https://nbn-resolving.org/urn:${rest}` : undefined),
};

/**
 * Returns a text as a full URL that browsers open: with its scheme, typos in that repaired, without punctuation around it,
 * and with what URLs must not contain encoded. Escapes and letters of other scripts stay as they are. A result is its own
 * result.
 */
export function normalUrl(text: string): NormalUrl {
  const bare = stripped(text);
  const found = schemePattern.exec(bare);
  const scheme = (found?.[1] ?? "").toLowerCase();
  if (found && /^[htps]{3,8}$/.test(scheme)) return webUrl(text, bare);
  if (bare.startsWith("//")) return checked(text, `https:${bare}`);
  if (/^10\.\d{1,9}(?:\/|%2F)|^10\.\d{4,9}\./i.test(bare)) {
    const [doi] = doisIn(bare, { isField: true });
    if (doi !== undefined) return { url: doiUrl(doi) };
  }
  if (startsWithHost(bare)) return checked(text, `https://${bare}`);
  if (!found) return notUrl(text);
  if (/^s?ftps?$/.test(scheme)) {
    return { problem: `names ${quoted(masked(bare))}, but browsers no longer open FTP; it is left out.` };
  }
  if (scheme === "mailto" || scheme === "tel") {
    const url = encoded(bare);
    return link.safeParse(url).success ? { url } : notUrl(text);
  }
  const ofIdentifier = Object.hasOwn(identifierSchemes, scheme) ? identifierSchemes[scheme] : undefined;
  const rest = bare.slice(found[0].length).trim();
  const url = ofIdentifier && rest !== "" && !/\s/.test(rest) ? ofIdentifier(rest) : undefined;
  return url === undefined ? notUrl(text) : checked(text, url);
}

/** Reads a URL whose scheme looks like `http` or `https`. */
function webUrl(text: string, bare: string): NormalUrl {
  let rest = bare;
  let scheme = "";
  // `http://https://example.org`: the inner one counts.
  for (let match = schemePattern.exec(rest); match; match = schemePattern.exec(rest)) {
    const name = (match[1] ?? "").toLowerCase();
    const near = schemeNear(name);
    // `http.example.org/` and `https/x` are no schemes within a URL.
    if (near === undefined || (scheme !== "" && !/[:/\\]{2}/.test(match[2] ?? ""))) break;
    scheme = near;
    rest = rest.slice(match[0].length);
    if (match[2]?.includes("\\")) rest = rest.replaceAll("\\", "/");
  }
  const url = `${scheme}://${rest}`;
  if (scheme === "" || rest === "") return notUrl(text);
  const isExact = bare.toLowerCase().startsWith(`${scheme}://`) && bare.length === url.length;
  if (isExact) return checked(text, bare);
  if (!startsWithHost(rest) && !/^(?:[\w-]{1,63}\.){1,9}[a-z]{2,24}(?=[/?#:]|$)/i.test(rest))
    return notUrl(text);
  const result = checked(text, url);
  return result.url === undefined
    ? result
    : { ...result, hint: `is read as ${quoted(result.url)}; it is ${quoted(masked(bare))}.` };
}

/** Returns the scheme that a name with a typo stands for: `hhttps`, `htpp`, `ttps`. */
function schemeNear(name: string): "http" | "https" | undefined {
  if (!/^[htps]{3,8}$/.test(name)) return undefined;
  const [plain, secure] = [distance(name, "http"), distance(name, "https")];
  if (Math.min(plain, secure) > 2) return undefined;
  return secure < plain || (secure === plain && name.includes("s")) ? "https" : "http";
}

/** Removes what surrounds a URL: brackets, quotes, `URL:`, and punctuation at its end. */
function stripped(text: string): string {
  const start = text
    .trim()
    .replace(/^[<([{"'“‘«`|*]+/, "")
    .replace(/^(?:url|link|see|at|available at|online)\s?[:=]\s?/i, "")
    .replace(/^doi[:\s]\s?(?=https?:)/i, "")
    .trimStart()
    .replace(/^[<([{"'“‘«`|*]+/, "");
  // A text fragment (`#:~:text=…`) quotes a text of the page, whose full stop belongs to it.
  return start.includes("#:~:") ? start.replace(/[>\s]+$/, "") : withoutTrailingPunctuation(start);
}

/** Validates a URL with a scheme. */
function checked(text: string, value: string): NormalUrl {
  const url = encoded(value);
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || parsed.hostname === "" || !link.safeParse(url).success) return notUrl(text);
  if (parsed.username !== "" || parsed.password !== "") {
    return { problem: `has a user name or password: ${quoted(masked(url))}; it is left out.` };
  }
  if (deadResolver.test(url) && isDoiUrl(url)) {
    const [doi] = doisIn(url);
    if (doi !== undefined) return { url: doiUrl(doi) };
  }
  return { url };
}

/** Returns a URL without the user and password before its host. */
const masked = (url: string): string =>
  url
    .slice(0, 1000)
    .replace(/(\/\/)[^/?#\s]{0,500}@/g, "$1…@")
    .replace(/[^/\\?#\s@:]{1,200}:[^/\\?#\s@]{0,200}@/g, "…@");

/** Encodes characters that no URL contains, and percent signs that start no escape. */
const encoded = (url: string): string =>
  url
    .replace(/\p{Cs}/gu, "")
    .replace(/[\s<>"{}|\\^`]/g, encodeURIComponent)
    .replace(/%(?![\da-f]{2})/gi, "%25");
