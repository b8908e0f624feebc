/** A part of an SVG that runs a script or loads another file. */
export interface ActivePart {
  /** Its description: `a <script>`, `the attribute onload`. */
  part: string;
  /** The first line that has it, from 1. */
  line: number;
}

/** Elements that run scripts, or show documents. Names are compared in lower case, without their namespace's prefix. */
const elements: Readonly<Record<string, string>> = {
  script: "a <script>",
  handler: "a <handler>",
  foreignobject: "a <foreignObject>",
  iframe: "an <iframe>",
  object: "an <object>",
  embed: "an <embed>",
};

/** The attributes that load a file. A link of an `<a>` only leads to one. */
const references = new Set(["href", "src", "data", "base", "srcdoc"]);

/** How much text entities may expand to, in all. */
const maxExpansion = 100_000;

/**
 * Returns the active parts of an SVG file, each kind once: scripts, handlers, `javascript:` links, HTML, and references to
 * other hosts. Reads more than XML allows, as a browser might: any letter case, any prefix, tags that are not closed.
 *
 * Its time is linear in the size of the file.
 */
export function activeParts(bytes: Uint8Array): ActivePart[] {
  const source = decoded(bytes);
  const found = new Map<string, number>();
  const add = (part: string, index: number): void => {
    if (!found.has(part)) found.set(part, index);
  };
  scan(source, new Entities(), (part, index) => add(part, index));
  let [line, position] = [1, 0];
  return [...found]
    .sort(([, a], [, b]) => a - b)
    .map(([part, index]) => {
      for (; position < index; position += 1) if (source[position] === "\n") line += 1;
      return { part, line };
    });
}

/** Decodes UTF-8, or UTF-16 if the file starts as such. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isBigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const isLittleEndian = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const encoding = isBigEndian ? "utf-16be" : isLittleEndian ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

type Add = (part: string, index: number) => void;

/** Comments, CDATA sections, processing instructions, document types, tags and character data. */
const tokens =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<\?([\s\S]*?)(?:\?>|$)|<!DOCTYPE((?:[^[>"']+|"[^"]*(?:"|$)|'[^']*(?:'|$))*)(?:\[((?:[^\]"']+|"[^"]*(?:"|$)|'[^']*(?:'|$))*)(?:\]|$))?[^>]*>?|<\/?([^\s<>/"'=]+)((?:[^<>"']+|"[^"]*(?:"|$)|'[^']*(?:'|$))*)>?|[^<]+|</gi;

/** Finds active parts in the text of an SVG. */
function scan(source: string, entities: Entities, add: Add, depth = 0): void {
  let isInStyle = false;
  for (const match of source.matchAll(tokens)) {
    const { index } = match;
    const [whole, cdata, instruction, doctype, subset, name, attributes = ""] = match;
    if (name !== undefined) {
      const local = localName(name);
      if (local === "style") isInStyle = !whole.startsWith("</") && !/\/\s*>$/.test(whole);
      if (whole.startsWith("</")) continue;
      const element = elements[local];
      if (element && Object.hasOwn(elements, local)) add(element, index);
      checkAttributes(local, attributes, entities, (part) => add(part, index));
    } else if (instruction !== undefined) {
      const [, file = ""] = /^xml-stylesheet\s[\s\S]*?\shref\s*=\s*["']([^"']*)/i.exec(instruction) ?? [];
      if (isForeign(entities.expand(file))) add("a style sheet of another host", index);
    } else if (doctype !== undefined) {
      if (subset !== undefined) entities.declare(subset, (part) => add(part, index));
    } else if (cdata !== undefined) {
      if (isInStyle) checkCss(cdata, (part) => add(part, index));
    } else if (!whole.startsWith("<!--")) {
      if (isInStyle) checkCss(entities.expand(whole), (part) => add(part, index));
      // The text of an entity may have tags.
      if (depth === 0 && whole.includes("&") && entities.hasOwn) {
        const expanded = entities.expandOwn(whole);
        if (expanded.includes("<")) scan(expanded, entities, (part) => add(part, index), 1);
      }
    }
  }
}

const localName = (name: string): string => name.slice(name.lastIndexOf(":") + 1).toLowerCase();

const attributePattern = /([^\s<>/"'=]+)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s"'<>]+)))?/g;

function checkAttributes(
  element: string,
  source: string,
  entities: Entities,
  add: (part: string) => void,
): void {
  for (const [, name = "", double, single, bare = ""] of source.matchAll(attributePattern)) {
    const attribute = localName(name);
    if (/^xmlns(?::|$)/i.test(name)) continue;
    const value = entities.expand(double ?? single ?? bare);
    // Browsers ignore white space and control characters in a scheme.
    const url = value.replaceAll(/[\s\p{Cc}]+/gu, "").toLowerCase();
    if (/^on[a-z]/.test(attribute)) add(`the attribute ${attribute}`);
    // Animations set attributes: to="javascript:…", values="a;javascript:…".
    if (/(?:^|;)(?:javascript|vbscript):|(?:^|;)data:(?:text\/(?:html|xml)|application\/xhtml)/.test(url))
      add("a link that runs a script");
    if (attribute === "attributename" && /^on[a-z]/.test(url)) add(`an animation of ${url}`);
    if (references.has(attribute) && element !== "a" && isForeign(value))
      add(`a reference to another host in ${attribute}`);
    if (/url|src\(|image-set|\\/i.test(value)) checkCss(value, add);
  }
}

/** Returns whether a URL names another host, or a file of the reader's computer. */
const isForeign = (url: string): boolean =>
  /^(?:(?!data:)[a-z][a-z\d+.-]*:)?[/\\]{2}|^file:/i.test(url.replaceAll(/[\s\p{Cc}]+/gu, ""));

/** Finds URLs of other hosts in CSS: `url(…)`, `@import`, and strings such as those of `image-set()`. */
function checkCss(css: string, add: (part: string) => void): void {
  if (!/[\\@(]/.test(css)) return;
  const plain = css
    .replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, "")
    .replaceAll(/\\([\da-f]{1,6})\s?/gi, (_match, code: string) => characterOf(Number.parseInt(code, 16)))
    .replaceAll(/\\(?=[^\n])/g, "")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/@namespace[^;]*/g, "");
  if (/(?:url|src)\(\s*["']?\s*(?:(?!data:)[a-z][a-z\d+.-]*:)?\/\//.test(plain))
    add("a url() of another host");
  if (/@import\s*["']\s*(?:[a-z][a-z\d+.-]*:)?\/\//.test(plain)) add("an @import from another host");
  else if (plain.includes("image-set(") && /["'] ?(?:https?:)?\/\//.test(plain))
    add("an image-set() of another host");
  if (/(?:url|src)\(\s*["']?\s*javascript:/.test(plain)) add("a link that runs a script");
}

const characterOf = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";

const namedCharacters: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  colon: ":",
  tab: "\t",
  newline: "\n",
};

const reference = /&(?:#(\d{1,8})|#x([\da-f]{1,8})|([\w:.-]{1,64}));?/gi;

/** The entities of an SVG. */
class Entities {
  private readonly own = new Map<string, string>();
  private rest = maxExpansion;

  /** Whether the file declares entities. */
  get hasOwn(): boolean {
    return this.own.size > 0;
  }

  /** Reads the declarations of a document type. */
  declare(subset: string, add: (part: string) => void): void {
    for (const [, name = "", external, double, single] of subset.matchAll(
      /<!ENTITY\s+(?:%\s+)?([\w:.-]+)\s+(?:(SYSTEM|PUBLIC)\b|"([^"]*)"|'([^']*)')/gi,
    )) {
      if (external) add("an entity from another file");
      else if (!this.own.has(name)) this.own.set(name, double ?? single ?? "");
    }
  }

  /** Replaces all references in a text. */
  expand(text: string): string {
    return text.includes("&") ? this.expandOwn(text).replaceAll(reference, characterIn) : text;
  }

  /** Replaces references to the file's own entities, up to a limit. */
  expandOwn(text: string, depth = 0): string {
    if (!this.hasOwn || depth > 8) return text;
    return text.replaceAll(/&([\w:.-]{1,64});/g, (match, name: string) => {
      const value = this.own.get(name);
      if (value === undefined) return match;
      this.rest -= value.length + 1;
      return this.rest < 0
        ? ""
        : this.expandOwn(
            value.replaceAll(/&#(?:\d{1,8}|x[\da-f]{1,8});/gi, (each) =>
              each.replace(reference, characterIn),
            ),
            depth + 1,
          );
    });
  }
}

const characterIn = (match: string, decimal?: string, hex?: string, name?: string): string => {
  if (decimal) return characterOf(Number(decimal));
  if (hex) return characterOf(Number.parseInt(hex, 16));
  return namedCharacters[name?.toLowerCase() ?? ""] ?? match;
};
