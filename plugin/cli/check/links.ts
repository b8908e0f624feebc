import { decodeUrl } from "../../utils/urls.js";
import type { Finding } from "./fault.js";
import type { Element } from "./html.js";
import type { Result, ResultPage } from "./result.js";

/** The attributes that name a file which the page needs, by element. */
const fileAttributes: Readonly<Record<string, readonly string[]>> = {
  audio: ["src"],
  embed: ["src"],
  iframe: ["src"],
  image: ["href", "xlink:href"],
  img: ["src", "srcset"],
  input: ["src"],
  object: ["data"],
  script: ["src"],
  source: ["src", "srcset"],
  track: ["src"],
  video: ["src", "poster"],
};

/** The `rel` values of a `<link>` to a file of the page, not to another page. */
const fileRelations = /\b(stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload)\b/;

/** The links of a page. */
export interface Links {
  findings: Finding[];
  /** External URLs. */
  outer: string[];
}

/** Validates every link and every file of a page against the output. */
export function checkLinks(page: ResultPage, result: Result): Links {
  const base = page.elements.find(({ name, attributes }) => name === "base" && attributes.href);
  const here = `http://site.invalid${result.prefix}${page.url.slice(1)}`;
  const start = base?.attributes.href ? new URL(base.attributes.href, here).href : here;
  const links: Links = { findings: [], outer: [] };
  for (const element of page.elements) {
    for (const { reference, isFile } of references(element)) {
      const target = resolve(reference, start, result);
      if (target === undefined) continue;
      if (target.isOuter) {
        if (!isFile) links.outer.push(target.url.href);
      } else links.findings.push(...follow(reference, target.url, isFile, page, result));
    }
  }
  return links;
}

/** Returns the URLs in an element's attributes, as written. */
function references({ name, attributes }: Element): { reference: string; isFile: boolean }[] {
  if (name === "a" || name === "area") {
    return attributes.href === undefined ? [] : [{ reference: attributes.href, isFile: false }];
  }
  if (name === "link") {
    const isFile = fileRelations.test(attributes.rel ?? "");
    const isPage = /^(prev|next|alternate)$/.test(attributes.rel ?? "");
    return attributes.href && (isFile || isPage) ? [{ reference: attributes.href, isFile }] : [];
  }
  return (fileAttributes[name] ?? []).flatMap((attribute) => {
    const value = attributes[attribute];
    if (value === undefined) return [];
    const all =
      attribute === "srcset" ? value.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0] ?? "") : [value];
    return all.map((reference) => ({ reference, isFile: true }));
  });
}

/** Resolves a URL of a page; undefined for other schemes than HTTP, such as `mailto:`. */
function resolve(
  reference: string,
  start: string,
  { origin, prefix }: Result,
): { url: URL; isOuter: boolean } | undefined {
  if (!URL.canParse(reference.trim(), start)) return { url: new URL(`${start}#`), isOuter: false };
  const url = new URL(reference.trim(), start);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const isOwn =
    url.host === "site.invalid" || (url.origin === origin && `${url.pathname}/`.startsWith(prefix));
  return { url, isOuter: !isOwn };
}

/** Returns a finding if no file or no element of the output has this URL. */
function follow(reference: string, url: URL, isFile: boolean, page: ResultPage, result: Result): Finding[] {
  const traces = [reference, decodeUrl(reference), reference.replace(/^\//, "")];
  if (reference.trim() === "" && isFile) {
    return [
      {
        rule: "missing-file",
        message: "an image or another file has an empty URL: add it, or remove the element",
        traces: [],
      },
    ];
  }
  const file = result.fileAt(url.pathname);
  if (file === undefined) {
    return [
      isFile
        ? {
            rule: "missing-file",
            message: `missing file "${reference}": fix the path, or add the file to the output`,
            traces,
          }
        : {
            rule: "broken-link",
            message: `broken link "${reference}": the site has no such page or file`,
            traces,
          },
    ];
  }
  const anchor = decodeUrl(url.hash.slice(1));
  // An empty fragment and `top` are the start of any page; `:~:` starts a text fragment.
  if (isFile || anchor === "" || anchor === "top" || anchor.startsWith(":~:")) return [];
  const target = result.pageAt(url.pathname);
  if (!target || target.ids.has(anchor) || target.ids.has(url.hash.slice(1))) return [];
  const place = target === page ? "this page" : target.url;
  return [
    {
      rule: "broken-anchor",
      message: `broken link "${reference}": no element of ${place} has the id "${anchor}"`,
      traces,
    },
  ];
}
