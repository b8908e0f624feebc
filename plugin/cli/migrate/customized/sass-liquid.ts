import { ownValue } from "../../../utils/records.js";
import { type Fragment, fragmentsOf } from "./fragments.js";

type Config = Readonly<Record<string, unknown>>;

/**
 * Renders the Liquid in a style sheet that Indigo's layouts compile: conditions on keys of `_config.yml`, and outputs of keys and
 * addresses. Everything else stays as it is.
 */
export function renderSassLiquid(source: string, config: Config): string {
  return /\{[{%]/.test(source) ? render(fragmentsOf(source), source, config).text : source;
}

/**
 * Returns the Sass variables that `_layouts/default.html` sets before it includes a style sheet, such as
 * `{% if site.accent-color %}$delta: {{ site.accent-color }};{% endif %}`.
 *
 * @param isDark - Whether the dark style sheet is meant: the layout chooses by the key `dark-theme`.
 */
export function variablesAround(layout: string, config: Config, isDark: boolean): string {
  const captured = [...layout.matchAll(/\{%-?\s*capture\b[^%]*%\}([\s\S]*?)\{%-?\s*endcapture/g)]
    .map(([, text = ""]) => text)
    .find((text) => sheetInclude.test(text));
  if (captured === undefined) return "";
  const { text } = render(fragmentsOf(captured), captured, { ...config, "dark-theme": isDark });
  return (text.match(/\$[\w-]+\s*:[^;{}]+;/g) ?? []).join("\n");
}

const sheetInclude = /^[\s\S]*?\{%-?\s*include\s+(style|style-dark)\.scss/;

/** Renders fragments up to the include of a style sheet. */
function render(
  fragments: readonly Fragment[],
  source: string,
  config: Config,
): { text: string; isDone: boolean } {
  let [text, end] = ["", fragments[0]?.start ?? 0];
  for (const fragment of fragments) {
    const { name, start, inside, children } = fragment;
    const written = source.slice(start, fragment.end);
    // Spaces and line ends between fragments.
    text += source.slice(end, start);
    end = fragment.end;
    if (name === "include" && sheetInclude.test(written)) return { text, isDone: true };
    if (name === "if" || name === "unless") {
      const branch = branchOf(source.slice(start, inside[0]), children, source, config);
      if (branch === undefined) {
        text += written;
        continue;
      }
      const rendered = render(branch, source, config);
      text += rendered.text;
      if (rendered.isDone) return { text, isDone: true };
    } else if (name !== "comment")
      text += written.replaceAll(
        /\{\{-?([^}]*?)-?\}\}/g,
        (match, inner: string) => outputOf(inner, config) ?? match,
      );
  }
  return { text, isDone: false };
}

/** Returns the fragments of the branch of a condition that holds; undefined for a condition that is not read. */
function branchOf(
  tag: string,
  children: readonly Fragment[],
  source: string,
  config: Config,
): readonly Fragment[] | undefined {
  let condition: string | undefined = tag;
  let rest = children;
  while (condition !== undefined) {
    const next = rest.findIndex(({ name }) => name === "elsif" || name === "else");
    const holds = holdsIn(condition, config);
    if (holds === undefined) return undefined;
    if (holds) return next < 0 ? rest : rest.slice(0, next);
    const fragment = rest[next];
    if (!fragment) return [];
    rest = rest.slice(next + 1);
    if (fragment.name === "else") return rest;
    condition = source.slice(fragment.start, fragment.end);
  }
  return undefined;
}

/** Returns whether a condition such as `{% if site.dark-theme == "auto" %}` holds; undefined for another form. */
function holdsIn(tag: string, config: Config): boolean | undefined {
  const [, keyword, key = "", operator, literal] =
    /^\{%-?\s*(if|unless|elsif)\s+site\.([\w-]+)(?:\s*(==|!=)\s*("[^"]*"|'[^']*'|true|false))?\s*-?%\}$/.exec(
      tag,
    ) ?? [];
  if (keyword === undefined) return undefined;
  const value = ownValue(config, key);
  const isTruthy = value !== undefined && value !== null && value !== false;
  const wanted = literal === "true" ? true : literal === "false" ? false : literal?.slice(1, -1);
  const holds = operator === undefined ? isTruthy : (value === wanted) === (operator === "==");
  return keyword === "unless" ? !holds : holds;
}

/** Returns an output of a key or an address; undefined for another. */
function outputOf(expression: string, config: Config): string | undefined {
  const [operand = "", ...filters] = expression.split("|").map((part) => part.trim());
  const [, , literal] = /^(["'])(.*)\1$/.exec(operand) ?? [];
  const [, key] = /^site\.([\w-]+)$/.exec(operand) ?? [];
  const value = literal ?? (key === undefined ? undefined : (ownValue(config, key) ?? ""));
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (filters.length === 0) return key === "url" ? "" : String(value);
  const isAddress = filters.every((filter) =>
    /^(relative_url|absolute_url|prepend:\s*site\.(baseurl|url))$/.test(filter),
  );
  const base = typeof config.baseurl === "string" ? config.baseurl.replace(/\/$/, "") : "";
  return isAddress ? `${base}${String(value).replace(/^\/?/, "/")}` : undefined;
}
