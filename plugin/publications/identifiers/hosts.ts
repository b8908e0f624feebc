import { hasKnownExtension } from "../../utils/file-kinds.js";

/**
 * Top-level domains other than those of countries, in which academics and projects have pages. A name that ends in
 * another one is not taken for a host unless it starts with `www.` or `https://`.
 */
const domains = new Set([
  ..."com org net edu gov mil int info biz name pro museum aero coop jobs mobi cat asia arpa eu".split(" "),
  ..."app dev page site online tech science academy blog cloud codes digital education email engineering".split(
    " ",
  ),
  ..."foundation global group guide help host institute international land life link live media network news".split(
    " ",
  ),
  ..."ninja one press pub report research reviews run school social software solutions space store studio".split(
    " ",
  ),
  ..."systems team technology tips today tools top training university website wiki work works world xyz".split(
    " ",
  ),
  ..."africa amsterdam barcelona bayern berlin brussels bzh corsica eus gal hamburg koeln london nyc paris".split(
    " ",
  ),
  ..."quebec ruhr saarland scot swiss tirol tokyo vlaanderen wales wien zuerich art bio chat earth fyi games".split(
    " ",
  ),
]);

/** Two-letter extensions of source code and notes, most of which are also the domain of a country: `script.py`. */
const sourceExtensions = new Set(
  "cc md ml mm pl ps py rs sc sh st so vi am as bz gz nb nc js ts rb hs".split(" "),
);

/**
 * Returns whether a text without a scheme starts with a host: `github.com/x`, `example.org`, `www.example.museum`.
 *
 * Each label must be letters, digits and hyphens, and the last one a top-level domain: of two letters, internationalized
 * (`xn--…`), or one of a list. A text that is only a name, without a path, is a file if that label is an extension too:
 * `paper.ps`, `script.py`, `talk.key`. This is the one rule for all fields, since `paper.pdf` and `example.org` differ in
 * nothing else.
 */
export function startsWithHost(text: string): boolean {
  const host = /^[^/?#\\]{1,253}/.exec(text)?.[0] ?? "";
  const hasPath = text.length > host.length;
  const labels = host.replace(/:\d{1,5}$/, "").split(".");
  if (labels.length < 2 || !labels.every(isLabel)) return false;
  const top = (labels.at(-1) ?? "").toLowerCase();
  if (/^www\d?$/i.test(labels[0] ?? "") && labels.length > 2)
    return /^(?:\p{L}{2,24}|xn--[a-z\d-]+)$/u.test(top);
  if (domains.has(top) || /^xn--[a-z\d]/.test(top)) return true;
  if (!/^[a-z]{2}$/.test(top)) return false;
  return hasPath ? !hasKnownExtension(host) : !hasKnownExtension(host) && !sourceExtensions.has(top);
}

const isLabel = (label: string): boolean =>
  label.length <= 63 && /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u.test(label);
