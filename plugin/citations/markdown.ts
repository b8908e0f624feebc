import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { canStart, closingBracket, keyAt } from "../utils/citation-keys.js";
import { unescapeHtml } from "../utils/html.js";
import type { Citation, Cite } from "./citation.js";
import type { Locators } from "./locators.js";
import { citationMarker } from "./marker.js";
import { useCitationNotes } from "./notes.js";
import { readGroup, withFollowing } from "./syntax.js";

/** What the rules of citations need to know of the text that is parsed. */
export interface MarkdownCitations {
  /** Whether the text can cite anything. Without works, `@` is a character like any other. */
  isOn(env: unknown): boolean;
  locators(env: unknown): Locators;
  /** Whether a key in running text, as `@hu2022`, is a work's. Others are handles, or slips that are told. */
  isWork(key: string, env: unknown): boolean;
  /** Whether the style of the text has its citations in footnotes. */
  isOfNotes(env: unknown): boolean;
  /** Completes the HTML of a text. */
  resolve(html: string, env: unknown): string;
}

const tokenType = "indigo_citation";

/** Renders citations in pandoc's syntax. @see https://pandoc.org/MANUAL.html#citation-syntax */
export function useCitations(md: MarkdownIt, citations: MarkdownCitations): void {
  const push = (state: StateInline, citation: Citation, end: number, silent: boolean): true => {
    if (!silent) {
      const token = state.push(tokenType, "", 0);
      token.meta = { ...citation, cites: citation.cites.map((cite) => withEmphasis(cite, state)) };
      token.content = citation.cites.map(({ key }) => `@${key}`).join("; ");
    }
    state.pos = end;
    return true;
  };

  /** Renders emphasis in the text before and after a work: `[*cf.* @hu2022]`. citeproc knows its elements. */
  const withEmphasis = ({ prefix, suffix, ...cite }: Cite, { env }: StateInline): Cite => {
    const render = (text: string): string =>
      /[*_~^\\&]/.test(text)
        ? text.replace(/\S.*\S|\S/s, (inner) =>
            unescapeHtml(
              md
                .renderInline(inner, { ...(env as object), references: {} })
                .replaceAll(/<(\/?)(\w+)[^<>]*>/g, (_, slash: string, name: string) =>
                  elementOf(slash, name),
                ),
            ),
          )
        : text;
    return {
      ...cite,
      ...(prefix !== undefined && { prefix: render(prefix) }),
      ...(suffix !== undefined && { suffix: render(suffix) }),
    };
  };

  /** `[see @hu2022, p. 3; @yang2021]`, unless it is the text of a link. */
  md.inline.ruler.before("link", "indigo_citation_group", (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== bracket || isInLink(state) || !citations.isOn(state.env))
      return false;
    const end = closingBracket(state, state.pos);
    if (end < 0 || /[([:]/.test(state.src[end + 1] ?? "")) return false;
    const citation = readGroup(state.src.slice(state.pos + 1, end), citations.locators(state.env));
    return citation ? push(state, citation, end + 1, silent) : false;
  });

  /** `@hu2022`, `-@hu2022` and `@hu2022 [p. 3]` in running text. */
  md.inline.ruler.before("link", "indigo_citation_in_text", (state, silent) => {
    const { src, pos } = state;
    const isAuthorSuppressed = src[pos] === "-" && src[pos + 1] === "@";
    const at = isAuthorSuppressed ? pos + 1 : pos;
    if (src.charCodeAt(at) !== atSign || isInLink(state) || !citations.isOn(state.env)) return false;
    if (!canStart(src[pos - 1] ?? "")) return false;
    const found = keyAt(src, at + 1);
    if (!found || !citations.isWork(found.key, state.env)) return false;
    const cite: Cite = { key: found.key, ...(isAuthorSuppressed && { isAuthorSuppressed }) };
    const open = src[found.end] === " " ? found.end + 1 : found.end;
    const end = src.charCodeAt(open) === bracket ? closingBracket(state, open) : -1;
    const isLink = end >= 0 && /[([:]/.test(src[end + 1] ?? "");
    const following =
      end >= 0 && !isLink && !isAuthorSuppressed
        ? withFollowing(cite, src.slice(open + 1, end), citations.locators(state.env))
        : undefined;
    if (following) return push(state, following, end + 1, silent);
    return push(state, { isInText: !isAuthorSuppressed, cites: [cite] }, found.end, silent);
  });

  useCitationNotes(md, tokenType, (env) => citations.isOfNotes(env));
  md.renderer.rules[tokenType] = (tokens, index) => citationMarker(tokens[index]?.meta as Citation);
  const { renderer } = md;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env) => citations.resolve(render(tokens, options, env), env);
}

/** CSL's names of the elements of emphasis. */
const elements: Readonly<Record<string, string>> = {
  em: "i",
  i: "i",
  strong: "b",
  b: "b",
  sup: "sup",
  sub: "sub",
};

const elementOf = (slash: string, name: string): string =>
  Object.hasOwn(elements, name) ? `<${slash}${elements[name]}>` : "";

/** Whether the text is that of a link, which can't hold another link. markdown-it counts it, without a type. */
const isInLink = (state: StateInline): boolean =>
  ((state as StateInline & { linkLevel?: number }).linkLevel ?? 0) > 0;

const bracket = 0x5b;
const atSign = 0x40;
