import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { type Attributes, applyAttributes, type NamedLists } from "./attributes.js";

const attribute = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s]+)))?/g;

/** Adds attributes to the tag that HTML starts with. They replace attributes of the same name. */
export function addToTag(
  token: Token,
  lists: readonly Attributes[],
  named: NamedLists,
  state: StateCore,
): void {
  const carrier = new state.Token("", "", 0);
  const [, start, inner = ""] = /^(<[\w:-]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/.exec(token.content) ?? [];
  if (!start) return;
  const own = (inner.endsWith("/") ? inner.slice(0, -1) : inner).trimEnd();
  const end = token.content.slice(start.length + own.length);
  for (const [, name = "", double, single, bare] of own.matchAll(attribute)) {
    carrier.attrSet(name, state.md.utils.unescapeAll(double ?? single ?? bare ?? ""));
  }
  applyAttributes(carrier, lists, named);
  token.content = `${start}${state.md.renderer.renderAttrs(carrier)}${end}`;
}
