import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Warn } from "../../eleventy/warnings.js";
import type { Strings } from "../../i18n/strings/types.js";
import { shortHash } from "../../utils/hash.js";
import { type BlockContext, isBlock, type Kind, partsOf } from "./block.js";
import { callouts } from "./callouts.js";
import { card, cards, linkOfTitle } from "./cards.js";
import { details } from "./details.js";
import { fillGalleries, gallery } from "./gallery.js";
import { margin, placeInMargin } from "./margin.js";
import { type MediaSettings, useMedia } from "./media.js";
import { nearMiss } from "./near-miss.js";
import { steps } from "./steps.js";
import { tab, tabs } from "./tabs.js";
import { video, videoToken } from "./video.js";

export { withoutLargerViews } from "./larger-views.js";
export { isFileAttribute } from "./media.js";
export { addBlockShortcodes } from "./shortcodes.js";

/** The divs that are more than a `<div>`, by their names. */
const kinds: Readonly<Record<string, Kind>> = {
  ...callouts,
  margin,
  tabs,
  tab,
  steps,
  cards,
  card,
  details,
  gallery,
  video,
};

/** What blocks need to know of a site and its pages. */
export interface BlockSettings {
  /** Returns the UI strings of the page whose environment this is. */
  stringsOf(env: unknown): Strings;
  /** Returns the language of a page, and which videos are embedded in it. */
  mediaOf(env: unknown): MediaSettings;
  /** Whether images get several sizes. */
  isResponsive: boolean;
  /** Names of divs that other rules render. */
  others: readonly string[];
  warn: Warn;
}

/**
 * Renders divs of the {@link kinds}, such as `::: tabs`, and images that are videos. A div of any other name stays a `<div>`; a
 * warning names the kind that was meant, if the name is nearly its.
 */
export function useBlocks(md: MarkdownIt, settings: BlockSettings): void {
  const known = [...Object.keys(kinds), ...settings.others];
  md.core.ruler.after("block", "indigo_blocks", (state) => {
    if (!state.tokens.some(({ type }) => type === "div_open")) return;
    state.tokens = rendered(state.tokens, contextOf(state, settings, known));
  });
  // After the attributes of images and of the words of a title.
  md.core.ruler.before("linkify", "indigo_block_text", (state) => {
    const strings = settings.stringsOf(state.env);
    fillGalleries(state, { strings, isResponsive: settings.isResponsive, warn: settings.warn });
    for (const { meta, children } of state.tokens)
      if (children && meta?.[linkOfTitle]) linkAll(children, meta[linkOfTitle] as string, state);
  });
  useMedia(md, settings.mediaOf);
  useBooleanAttributes(md);
  md.renderer.rules[videoToken] = (tokens, index, options, env, renderer) =>
    renderer.renderInline(tokens[index]?.children ?? [], options, env);
}

const withoutValue = / (checked|controls|open|playsinline|popover)=""/g;

/** Writes attributes that have no value by their names alone, as HTML does: `open` instead of `open=""`. */
function useBooleanAttributes(md: MarkdownIt): void {
  const { renderer } = md;
  const renderAttrs = renderer.renderAttrs;
  renderer.renderAttrs = (token) => {
    const attributes = renderAttrs.call(renderer, token);
    return attributes.includes('=""') ? attributes.replaceAll(withoutValue, " $1") : attributes;
  };
}

/** Adds the rule for what stands in the margin. Must be called after the rule for figures is added. */
export function useMargin(md: MarkdownIt): void {
  md.core.ruler.push("indigo_margin", placeInMargin);
}

function contextOf(
  state: StateCore,
  settings: BlockSettings,
  known: readonly string[],
): Omit<BlockContext, "render"> & { known: readonly string[] } {
  let count = 0;
  const text = shortHash(state.src).slice(0, 6);
  return {
    state,
    known,
    strings: settings.stringsOf(state.env),
    warn: settings.warn,
    newId(name) {
      count += 1;
      return `${name}-${text}-${count}`;
    },
  };
}

function rendered(tokens: readonly Token[], context: ReturnType<typeof contextOf>): Token[] {
  const render = (inner: readonly Token[]): Token[] => rendered(inner, context);
  return partsOf(tokens).flatMap((part) => {
    if (!isBlock(part)) return [part];
    const kind = Object.hasOwn(kinds, kindName(part.div.name)) ? kinds[kindName(part.div.name)] : undefined;
    if (kind) return kind(part, { ...context, render });
    nearMiss(part, context);
    return [part.open, ...render(part.inner), part.close];
  });
}

/** Returns the name of a kind. Quarto's callouts have names such as `callout-note`. */
const kindName = (name: string): string => {
  const short = name.replace(/^callout-/, "");
  return Object.hasOwn(callouts, short) ? short : name;
};

/** Makes a link of all the text of a title. Links in it are text, since links can't contain links. */
function linkAll(children: Token[], href: string, state: StateCore): void {
  const open = new state.Token("link_open", "a", 1);
  open.attrSet("href", href);
  const inner = children.filter(({ type }) => type !== "link_open" && type !== "link_close");
  children.splice(0, children.length, open, ...inner, new state.Token("link_close", "a", -1));
}
