import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Strings } from "../../i18n/strings/types.js";
import { find, referenceTokens } from "./references.js";
import type { Numbered, Registry } from "./registry.js";
import { type References, referenceType } from "./syntax.js";

/** What the references of a text need. */
export interface ResolveSettings {
  registry: Registry;
  strings: Strings;
  /** Whether the page has any label. Without one, `\ref{x}` is a text about LaTeX. */
  hasLabels: boolean;
  /** Logs that nothing has a label. */
  unknown(written: string, source: string): void;
}

/** Replaces all references of a text by their numbers. */
export function resolve(state: StateCore, settings: ResolveSettings): void {
  const footnotes = (state.env as { footnotes?: { list?: { tokens?: Token[] }[] } }).footnotes?.list ?? [];
  for (const { tokens } of footnotes) if (tokens) resolveAll(state, tokens, settings);
  resolveAll(state, state.tokens, settings);
}

function resolveAll(state: StateCore, tokens: readonly Token[], settings: ResolveSettings): void {
  for (const token of tokens) {
    if (/^math_/.test(token.type)) token.content = withoutReferences(token.content, settings);
    if (!token.children) continue;
    if (token.children.some(({ type }) => type === referenceType))
      token.children = token.children.flatMap((child) =>
        child.type === referenceType ? tokensOf(state, child.meta as References, settings) : [child],
      );
    resolveAll(state, token.children, settings);
  }
}

function tokensOf(state: StateCore, references: References, settings: ResolveSettings): Token[] {
  const { source, command } = references;
  if (command && !settings.hasLabels)
    return [Object.assign(new state.Token("text", "", 0), { content: source })];
  return referenceTokens(state, references, {
    ...settings,
    unknown: (written) => settings.unknown(written, command ? source : `@${written}`),
  });
}

/** Replaces the references within a formula by numbers. */
function withoutReferences(tex: string, { registry, unknown }: ResolveSettings): string {
  if (!/\\(?:eq)?ref\s*\{/.test(tex)) return tex;
  return tex.replace(/\\(eqref|ref)\s*\{([^{}]*)\}/g, (source, name: string, label: string) => {
    const numbered = find(label.trim(), registry, true);
    if (!numbered) unknown(label, source);
    const number = numbered ? textOf(numbered) : "??";
    return `\\text{${name === "eqref" ? `(${number})` : number}}`;
  });
}

const textOf = ({ index, tag }: Numbered): string => tag?.text ?? index.join(".");
