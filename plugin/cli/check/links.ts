import type { Finding } from "./fault.js";
import type { Element } from "./html.js";
import { decoded, type Result, type ResultPage } from "./result.js";

/** Which attributes of which elements lead to a file that the page needs. */
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

/** Kinds of `<link>` that name a file of the page, not another page. */
const fileRelations = /\b(stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload)\b/;

/** What a page leads to. */
export interface Links {
  findings: Finding[];
  /** Full addresses at other hosts. */
  outer: string[];
}

/** Looks at every link of a page and every file that it names. */
export function checkLinks(page: ResultPage, result: Result): Links {
  const base = page.elements.find(({ name, attributes }) => name === "base" && attributes.href);
  const here = `http://site.invalid${result.prefix}${page.url.slice(1)}`;
  const start = base?.attributes.href ? new URL(base.attributes.href, here).href : here;
  const found: Links = { findings: [], outer: [] };
  for (const element of page.elements) {
    for (const { address, isFile } of addresses(element)) {
      const target = resolve(address, start, result);
      if (target === undefined) continue;
      if (target.isOuter) {
        if (!isFile) found.outer.push(target.url.href);
      } else found.findings.push(...follow(address, target.url, isFile, page, result));
    }
  }
  return found;
}

function addresses({ name, attributes }: Element): { address: string; isFile: boolean }[] {
  if (name === "a" || name === "area") {
    return attributes.href === undefined ? [] : [{ address: attributes.href, isFile: false }];
  }
  if (name === "link") {
    const isFile = fileRelations.test(attributes.rel ?? "");
    const isPage = /^(prev|next|alternate)$/.test(attributes.rel ?? "");
    return attributes.href && (isFile || isPage) ? [{ address: attributes.href, isFile }] : [];
  }
  return (fileAttributes[name] ?? []).flatMap((attribute) => {
    const value = attributes[attribute];
    if (value === undefined) return [];
    const all =
      attribute === "srcset" ? value.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0] ?? "") : [value];
    return all.map((address) => ({ address, isFile: true }));
  });
}

/** Where an address leads; undefined for what no file answers, such as `mailto:`. */
function resolve(
  address: string,
  start: string,
  { origin, prefix }: Result,
): { url: URL; isOuter: boolean } | undefined {
  if (!URL.canParse(address.trim(), start)) return { url: new URL(`${start}#`), isOuter: false };
  const url = new URL(address.trim(), start);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const isOwn =
    url.host === "site.invalid" || (url.origin === origin && `${url.pathname}/`.startsWith(prefix));
  return { url, isOuter: !isOwn };
}

function follow(address: string, url: URL, isFile: boolean, page: ResultPage, result: Result): Finding[] {
  const traces = [address, decoded(address), address.replace(/^\//, "")];
  if (address.trim() === "" && isFile) {
    return [{ rule: "missing-file", message: "a file without a name", traces: [] }];
  }
  const file = result.fileAt(url.pathname);
  if (file === undefined) {
    return [
      isFile
        ? { rule: "missing-file", message: `no file "${address}"`, traces }
        : { rule: "broken-link", message: `"${address}" leads nowhere`, traces },
    ];
  }
  const anchor = decoded(url.hash.slice(1));
  // The empty one and `top` are the start of any page; what follows `:~:` is text to look for.
  if (isFile || anchor === "" || anchor === "top" || anchor.startsWith(":~:")) return [];
  const target = result.pageAt(url.pathname);
  if (!target || target.ids.has(anchor) || target.ids.has(url.hash.slice(1))) return [];
  const where = target === page ? "this page" : target.url;
  return [
    { rule: "broken-anchor", message: `"${address}" leads to a part that ${where} does not have`, traces },
  ];
}
