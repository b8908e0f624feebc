/** A style sheet. */
export interface Sheet {
  file: string;
  css: string;
}

/** The value of a custom property, and where it is set. */
export interface Declaration {
  value: string;
  file: string;
  line: number;
}

/** The custom properties of the root element by name, with their dashes: the values that win in each color scheme. */
export interface RootProperties {
  light: ReadonlyMap<string, Declaration>;
  dark: ReadonlyMap<string, Declaration>;
  /** Whether a sheet has rules for the dark scheme only. */
  hasDarkRules: boolean;
}

type Scheme = "light" | "dark";

/**
 * Reads the custom properties that style sheets set on the root element or the body, as they apply on a screen.
 *
 * @param sheets - In the order in which a page links them.
 */
export function rootProperties(sheets: readonly Sheet[]): RootProperties {
  const winners = { light: new Map<string, Declaration>(), dark: new Map<string, Declaration>() };
  const weights = { light: new Map<string, number>(), dark: new Map<string, number>() };
  let hasDarkRules = false;
  for (const { file, css } of sheets) {
    for (const { name, value, line, rule } of declarations(css)) {
      if (!rule) continue;
      const weight = rule.weight + (/!\s*important$/i.test(value) ? 1000 : 0);
      if (rule.schemes.length === 1 && rule.schemes[0] === "dark") hasDarkRules = true;
      for (const scheme of rule.schemes) {
        if (weight < (weights[scheme].get(name) ?? Number.NEGATIVE_INFINITY)) continue;
        weights[scheme].set(name, weight);
        winners[scheme].set(name, { value: value.replace(/\s*!\s*important$/i, ""), file, line });
      }
    }
  }
  return { ...winners, hasDarkRules };
}

/** Returns the value of a custom property without `var()` and `light-dark()`. */
export function resolvedValue(properties: RootProperties, scheme: Scheme, name: string): string | undefined {
  let value = properties[scheme].get(name)?.value;
  // A cycle has no value.
  for (let steps = 0; value !== undefined && steps < 20; steps += 1) {
    const [, reference, fallback] = /^var\(\s*(--[^\s,)]+)\s*(?:,(.*))?\)$/is.exec(value) ?? [];
    const [, light, dark] = /^light-dark\((.*)\)$/is.exec(value) ? splitPair(value) : [];
    if (reference) value = properties[scheme].get(reference)?.value ?? fallback?.trim();
    else if (light !== undefined) value = scheme === "light" ? light : dark;
    else return value;
  }
  return undefined;
}

/** Returns the two arguments of `light-dark(…, …)` after the whole. */
function splitPair(value: string): [string, string, string] | [] {
  const inner = value.slice(value.indexOf("(") + 1, -1);
  let depth = 0;
  for (let index = 0; index < inner.length; index += 1) {
    if (inner[index] === "(") depth += 1;
    else if (inner[index] === ")") depth -= 1;
    else if (inner[index] === "," && depth === 0)
      return [value, inner.slice(0, index).trim(), inner.slice(index + 1).trim()];
  }
  return [];
}

/** Comments and strings. */
const opaque = /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?/g;

/** Returns the declarations of custom properties. Those without a rule are not about the root or the body. */
function* declarations(
  css: string,
): Generator<{ name: string; value: string; line: number; rule: Rule | undefined }> {
  // Same length, without what only looks like the end of a rule. Attribute values in selectors stay.
  const text = css.replaceAll(opaque, (match) =>
    match.startsWith("/*") ? match.replaceAll(/[^\n]/g, " ") : match.replaceAll(/[{};]/g, "_"),
  );
  const blocks: Block[] = [];
  let [start, line] = [0, 1];
  for (const { 0: delimiter, index } of text.matchAll(/[{};]|$/g)) {
    const piece = text.slice(start, index);
    const [, before = "", name, value = ""] = /^(\s*)(--[\w-]+)\s*:(.*)$/s.exec(piece) ?? [];
    if (delimiter === "{") blocks.push(blockWithin(blocks.at(-1), piece.trim()));
    else if (name && blocks.length > 0) {
      const block = blocks.at(-1);
      if (block && block.rule === null) block.rule = ruleOf(block);
      const rule = block?.rule ?? undefined;
      yield { name, value: value.trim(), line: line + before.split("\n").length - 1, rule };
    }
    if (delimiter === "}") blocks.pop();
    line += piece.split("\n").length - 1;
    start = index + 1;
  }
}

/** At-rules whose content applies to few readers, or to none on a screen. */
const rareConditions = /prefers-contrast|forced-colors|inverted-colors|\bprint\b(?!.*\bscreen\b)/i;

/** The color schemes of a rule, and its weight in the cascade. */
interface Rule {
  schemes: readonly Scheme[];
  weight: number;
}

/** A rule or an at-rule with what is around it. */
interface Block {
  selector: string | undefined;
  schemes: readonly Scheme[];
  weight: number;
  /** Whether it applies to few readers, or to another element. */
  isIgnored: boolean;
  /** What {@link ruleOf} returns; `null` before it is called. */
  rule: Rule | undefined | null;
}

const topLevel: Block = {
  selector: undefined,
  schemes: ["light", "dark"],
  weight: 0,
  isIgnored: false,
  rule: null,
};

/** Longer selectors are not about the root. Nested ones could grow without a limit. */
const maxSelectorLength = 1000;

function blockWithin(outer: Block = topLevel, prelude: string): Block {
  const block: Block = { ...outer, rule: null };
  if (!prelude.startsWith("@")) {
    block.isIgnored ||= outer.selector !== undefined && !prelude.includes("&");
    if (!block.isIgnored && prelude.length <= maxSelectorLength) {
      block.selector = outer.selector === undefined ? prelude : prelude.replaceAll("&", outer.selector);
    }
    block.isIgnored ||=
      prelude.length > maxSelectorLength || (block.selector?.length ?? 0) > maxSelectorLength;
    if (block.isIgnored) block.selector = "";
  } else if (/^@media/i.test(prelude)) {
    block.isIgnored ||= prelude.length > maxSelectorLength || rareConditions.test(prelude);
    const [, scheme] = /prefers-color-scheme:\s*(light|dark)/i.exec(prelude) ?? [];
    if (scheme) block.schemes = block.schemes.filter((each) => each === scheme.toLowerCase());
  } else if (/^@layer/i.test(prelude)) block.weight -= 500;
  return block;
}

/** Returns the rule of a block; `undefined` if it is not about the root or the body. */
function ruleOf(block: Block): Rule | undefined {
  let { schemes, weight } = block;
  const only = (scheme: Scheme): void => {
    schemes = schemes.filter((each) => each === scheme);
  };
  if (block.isIgnored) return undefined;
  const own = block.selector
    ?.split(",")
    .map((part) => part.trim())
    .filter((part) => root.test(part))
    .sort((a, b) => Number(isBody.test(a)) - Number(isBody.test(b)))
    .at(-1);
  if (own === undefined) return undefined;
  const bare = own.replaceAll(
    /:not\(\s*\[data-theme\s*=\s*["']?(light|dark)["']?\s*\]\s*\)/gi,
    (_match, scheme: string) => {
      // With a media query it only says that the reader has not chosen the other scheme.
      if (schemes.length === 2) only(scheme.toLowerCase() === "light" ? "dark" : "light");
      weight += 10;
      return "";
    },
  );
  const [, chosen] = /\[data-theme\s*=\s*["']?(light|dark)["']?\s*\]/i.exec(bare) ?? [];
  if (chosen) only(chosen.toLowerCase() as Scheme);
  if (/^:where/i.test(bare)) return { schemes, weight };
  weight += 10 * (bare.match(/[.[]|:(?=\w)/g)?.length ?? 0) + (/^(html|body)/i.test(bare) ? 1 : 0);
  // What the body sets hides what it would inherit.
  return { schemes, weight: weight + (isBody.test(bare) ? 200 : 0) };
}

const isBody = /\bbody\b/i;

/** A selector of the root element or the body, without another element. */
const root =
  /^(?:(?::root|html)\s+)?(?:\*|:root|html|body|:(?:where|is)\(\s*(?::root|html)\s*\))(?:\[[^\]]*\]|\.[\w-]+|:[\w-]+(?:\([^)]*\))?)*$/i;
