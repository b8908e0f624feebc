import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { fill } from "../../i18n/fill.js";
import type { Strings } from "../../i18n/strings/types.js";
import { type PageEnvironment, placeIn } from "../environment.js";
import { addCaptionNumber } from "./caption-numbers.js";
import { isDisplayed, numberEquation } from "./equations.js";
import { kindOfLabel, placesOfLabels } from "./kinds.js";
import { letter, type Numbered, type Registry, registry } from "./registry.js";
import { sectionNumbers } from "./sections.js";
import { numberStatement } from "./statements.js";

/** What numbering a text needs. */
export interface CollectSettings {
  strings: Strings;
  numberSections: boolean;
  numberEquations: boolean;
  shareTheoremNumbers: boolean;
  /** What other texts of the page number. */
  earlier: ReadonlyMap<string, Numbered>;
  warn(message: string): void;
}

/** Numbers all of a text, in its order, and adds the numbers to captions and headings. */
export function collect(state: StateCore, settings: CollectSettings): Registry {
  const { strings, warn, numberSections, numberEquations, shareTheoremNumbers: isShared } = settings;
  const found = registry(settings.earlier);
  const env = state.env as PageEnvironment;
  const duplicate = (label: string): void => {
    warn(`the label "${label}" in ${placeIn(env, label)} is a duplicate; references lead to the first one.`);
  };
  const misplaced = (label: string): void => {
    const kind = kindOfLabel(label) ?? "equation";
    warn(
      `the label "${label}" in ${placeIn(env, label)} has no effect there. The label of ${articleOf(kind)} ${kind} belongs to ${placesOfLabels[kind]}.`,
    );
  };
  const equations = { registry: found, isAll: numberEquations, duplicate, misplaced };
  const sections = sectionNumbers(state, { registry: found, isOn: numberSections, duplicate });
  const captioned = captionNumbers(found, strings, duplicate);

  for (let index = 0; index < state.tokens.length; index += 1) {
    const token = state.tokens[index] as Token;
    if (token.type === "heading_open") sections.add(index);
    else if (token.type === "div_open")
      numberStatement(state, index, { registry: found, strings, isShared, duplicate });
    else if (isDisplayed(token)) numberEquation(token, equations);
    else captioned(token);
    for (const child of token.children ?? []) {
      if (isDisplayed(child)) numberEquation(child, equations);
      else if (child.type === "math_inline") dropLabel(child, misplaced);
    }
  }
  visitIds(state.tokens, (id) => {
    if (kindOfLabel(id) && !found.has(id)) misplaced(id);
  });
  return found;
}

const articleOf = (word: string): string => (/^[aeiou]/.test(word) ? "an" : "a");

/** A formula within text has no number. */
function dropLabel(token: Token, misplaced: (label: string) => void): void {
  token.content = token.content.replace(/\\label\s*\{([^{}]*)\}/g, (_, label: string) => {
    misplaced(label);
    return "";
  });
}

/** Calls a function with the id of each token. */
function visitIds(tokens: readonly Token[], visit: (id: string) => void): void {
  for (const token of tokens) {
    const id = token.attrs && token.attrGet("id");
    if (id) visit(id);
    if (token.children) visitIds(token.children, visit);
  }
}

const captioned = { figure_open: "figure", table_open: "table", listing_open: "listing" } as const;

/** Returns a function that numbers a figure, table or listing with a label. */
function captionNumbers(
  found: Registry,
  strings: Strings,
  duplicate: (label: string) => void,
): (token: Token) => void {
  /** The figure whose parts come next, and the last part. */
  let whole: Pick<Numbered, "index"> = { index: [] };
  let part = 0;
  const add = (token: Token, numbered: Omit<Numbered, "order" | "id">): void => {
    const id = token.attrGet("id");
    if (!id || found.add([id], { ...numbered, id })) return;
    duplicate(id);
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== "id");
  };
  return (token) => {
    const kind = Object.hasOwn(captioned, token.type) && captioned[token.type as keyof typeof captioned];
    if (!kind) return;
    if ((token.meta as { isPart?: boolean } | null)?.isPart) {
      part += 1;
      add(token, { kind, index: whole.index, part });
      addCaptionNumber(token, `(${letter(part)})`, "%1 %2");
      return;
    }
    if (kindOfLabel(token.attrGet("id") ?? "") !== kind) return;
    const index = [found.next(kind)];
    whole = { index };
    part = 0;
    add(token, { kind, index });
    addCaptionNumber(token, fill(strings.numbered[kind], index.join("")), strings.numberedCaption);
  };
}
