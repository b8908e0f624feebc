import type { NavigationItem } from "../../options/navigation.js";
import { navigationPages, routes } from "../../options/routes.js";
import { lineCounter } from "../../utils/lines.js";
import { type Fragment, fragmentsOf } from "./customized/fragments.js";

/** The links of a site's own `nav.html`. */
export interface ReadNavigation {
  /** The option `navigation`; undefined if the plugin's default is the same, or if not all of the file is read. */
  items: NavigationItem[] | undefined;
  /** Whether the links are all that the file has. */
  isWhole: boolean;
  /** What else it has, with lines. */
  unread: string[];
}

/** The pages in Indigo's own navigation; each is turned on by the key of the same name. */
const themePages = ["blog", "projects", "about"];

type Values = Readonly<Record<string, unknown>>;

/**
 * Returns the links of a site's own `nav.html` as the option `navigation`: links in lists, in conditions on keys of
 * `_config.yml`, and in loops over lists in it.
 *
 * @param source - The text of `nav.html`.
 * @param config - The keys of `_config.yml`, with `data` as Jekyll's `site.data` has it.
 */
export function navigationOf(source: string, config: Values): ReadNavigation {
  const reader = new NavigationReader(source, { site: config });
  reader.read(fragmentsOf(source));
  const { items, unread } = reader;
  if (unread.length > 0 || items.length === 0)
    return { items: undefined, isWhole: false, unread: unread.length > 0 ? unread : ["it has no links"] };
  const pages = items.map(({ url }) => url.replaceAll(/^\/|\/$/g, ""));
  const defaultPages = ["", ...themePages.filter((key) => config[key] === true)];
  const isSame =
    pages.join() === defaultPages.join() &&
    items.every(({ label }) => ["home", ...themePages].includes(label.toLowerCase()));
  return { items: isSame ? undefined : items, isWhole: true, unread };
}

/**
 * Returns the links of Indigo's own navigation as the option, if the plugin's default would also link a page of the site, such as
 * `/teaching/`, which it knows as one of an academic site.
 *
 * @param urls - The URLs of the site.
 */
export function indigoNavigation(config: Values, urls: ReadonlySet<string>): NavigationItem[] | undefined {
  const linked = new Set<string>(["home", "search", ...themePages]);
  const others = navigationPages.filter((page) => !linked.has(page) && routes[page].onlyIfNamed !== true);
  if (!others.some((page) => urls.has(`/${routes[page].path}`))) return undefined;
  return ["home", ...themePages.filter((key) => config[key] === true)].map((key) => ({
    label: `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
    url: key === "home" ? "/" : `/${key}/`,
  }));
}

/** Elements around links that say nothing by themselves. */
const plainElements = new Set(["nav", "ul", "ol", "li", "div", "span", "header"]);

class NavigationReader {
  readonly items: NavigationItem[] = [];
  readonly unread: string[] = [];
  readonly #source: string;
  readonly #lineAt: (position: number) => number;
  readonly #values: Record<string, unknown>;

  constructor(source: string, values: Record<string, unknown>) {
    this.#source = source;
    this.#lineAt = lineCounter(source);
    this.#values = values;
  }

  read(fragments: readonly Fragment[]): void {
    for (const fragment of fragments) {
      const { name, start, inside, children } = fragment;
      const tag = this.#source.slice(start, inside[0]);
      if (name === "a") this.#link(fragment, tag);
      else if (name === "if" || name === "unless") this.#condition(fragment, tag);
      else if (name === "for") this.#loop(fragment, tag);
      else if (plainElements.has(name)) this.read(children);
      else if (name !== "comment" && !this.#isSilent(fragment)) this.#skip(fragment);
    }
  }

  /** Returns whether a fragment shows nothing: a comment, or a variable that is set. */
  #isSilent({ name, start, end }: Fragment): boolean {
    return name === "assign" || /^\s*<!--/.test(this.#source.slice(start, end));
  }

  #skip({ start, end }: Fragment): void {
    const text = this.#source.slice(start, end).trim().replaceAll(/\s+/g, " ");
    this.unread.push(`line ${this.#lineAt(start)}: ${text.length > 50 ? `${text.slice(0, 50)}…` : text}`);
  }

  #condition(fragment: Fragment, tag: string): void {
    const [, keyword, condition = ""] = /^\{%-?\s*(if|unless)\s+([\s\S]*?)\s*-?%\}$/.exec(tag) ?? [];
    const branch = fragment.children.findIndex(({ name }) => name === "else" || name === "elsif");
    const first = branch < 0 ? fragment.children : fragment.children.slice(0, branch);
    // The current page has no link, or another class.
    if (/^page\.[\w-]+\s*(==|!=|contains)/.test(condition)) {
      this.read(first);
      if (branch >= 0) this.read(fragment.children.slice(branch + 1));
      return;
    }
    const [, path, wanted] = /^(site\.[\w.-]+)(?:\s*==\s*(true|false))?$/.exec(condition) ?? [];
    if (path === undefined || keyword !== "if") {
      this.#skip(fragment);
      return;
    }
    const value = this.#valueOf(path);
    const holds = wanted === undefined ? Boolean(value ?? false) : value === (wanted === "true");
    if (holds) this.read(first);
    else if (branch >= 0 && fragment.children[branch]?.name === "else")
      this.read(fragment.children.slice(branch + 1));
    else if (branch >= 0) this.#skip(fragment);
  }

  #loop(fragment: Fragment, tag: string): void {
    const [, variable = "", path = ""] =
      /^\{%-?\s*for\s+(\w+)\s+in\s+(site\.[\w.-]+)\s*-?%\}$/.exec(tag) ?? [];
    const list = this.#valueOf(path);
    if (typeof list !== "object" || list === null) {
      this.#skip(fragment);
      return;
    }
    for (const item of Array.isArray(list) ? list : Object.entries(list)) {
      this.#values[variable] = item;
      this.read(fragment.children);
    }
    delete this.#values[variable];
  }

  #link(fragment: Fragment, tag: string): void {
    const { inside } = fragment;
    // The résumé has its own option.
    if (/\bsite\.resume-url\b/.test(tag)) return;
    const [, , href] = /\bhref\s*=\s*(["'])([\s\S]*?)\1(?=\s|\/?>)/.exec(tag) ?? [];
    const url = href === undefined ? undefined : this.#render(href, true);
    const label = this.#render(this.#source.slice(inside[0], inside[1]), false)?.trim();
    if (url === undefined || !label || /[<>]/.test(label) || !/^(\/|https?:|mailto:|#|$)/.test(url)) {
      this.#skip(fragment);
      return;
    }
    const item = { label: plainText(label), url: url === "" ? "/" : url };
    if (!this.items.some((other) => other.label === item.label && other.url === item.url))
      this.items.push(item);
  }

  /** Renders text with outputs of values; undefined if it has anything else. */
  #render(text: string, isUrl: boolean): string | undefined {
    let isKnown = true;
    const rendered = text.replaceAll(/\{\{-?([^}]*?)-?\}\}|\{%/g, (match, expression: string | undefined) => {
      const value = expression === undefined ? undefined : this.#output(expression.trim(), isUrl);
      if (value === undefined) isKnown = false;
      return value ?? match;
    });
    return isKnown ? rendered.trim() : undefined;
  }

  #output(expression: string, isUrl: boolean): string | undefined {
    const [operand = "", ...filters] = expression.split("|").map((part) => part.trim());
    if (isUrl && (operand === "site.url" || operand === "site.baseurl")) return "";
    const isPlain = filters.every((filter) =>
      /^(relative_url|absolute_url|strip|escape|xml_escape|prepend:\s*site\.(baseurl|url))$/.test(filter),
    );
    const [, , literal] = /^(["'])(.*)\1$/.exec(operand) ?? [];
    const value = literal ?? this.#valueOf(operand);
    return isPlain && (typeof value === "string" || typeof value === "number") ? String(value) : undefined;
  }

  /** Returns the value of a variable such as `site.menu`, `item.url` or `item[0]`. */
  #valueOf(path: string): unknown {
    if (!/^[\w-]+([.[][\w-]+\]?)*$/.test(path)) return undefined;
    let value: unknown = this.#values;
    for (const key of path.split(/[.[]/).map((part) => part.replace(/\]$/, ""))) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Values)[key];
    }
    return value;
  }
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

/** Returns the text of HTML without tags. */
const plainText = (html: string): string =>
  html
    .replaceAll(/&(\w+);/g, (match, name: string) =>
      Object.hasOwn(entities, name) ? (entities[name] ?? "") : match,
    )
    .replaceAll(/\s+/g, " ");
