import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { fill } from "../../i18n/fill.js";
import type { Strings } from "../../i18n/strings/types.js";
import { escapeHtml } from "../../utils/html.js";
import { inlineWithoutHtml } from "../figures.js";
import { element } from "./block.js";
import { isMediaFile } from "./media.js";
import { hostedVideo } from "./video-hosts.js";

/** What an item needs to know of its gallery. */
export interface GalleryContext {
  state: StateCore;
  strings: Strings;
  /** The start of the ids in this gallery. */
  id: string;
  /** The number of its images with a larger view. */
  count: number;
  /** Whether images get several sizes, of which the larger view takes a large one. */
  isResponsive: boolean;
}

/** Returns whether an item, the tokens of an image or of a link with one, has a larger view. */
export function isEnlarged([token, ...others]: readonly Token[]): boolean {
  const src = token?.attrGet("src") ?? "";
  return token?.type === "image" && others.length === 0 && !isMediaFile(src) && !hostedVideo(src);
}

/** Widths of the larger view in pixels, with the option `images`. */
const largeWidths = "1120,2000";

/**
 * Renders one image of a gallery: a button with the image, its title as the caption, and the larger view, a popover that Escape
 * closes. An image in a link, and a video, has no larger view.
 *
 * The previous and the next image are labels of their buttons in the grid, which a click on them clicks: a button in the larger view
 * would open a popover that is a child of it, under which all those before would stay open. By keyboard, Escape leads back to the
 * image in the grid, and Tab from there to the next.
 *
 * @param number - Its place among the images with a larger view, from 1; 0 without one.
 */
export function itemOf(tokens: readonly Token[], number: number, context: GalleryContext): Token[] {
  const image = tokens.find(({ type }) => type === "image");
  if (!image) return [];
  const { state } = context;
  const caption = captionOf(image, context);
  const shown =
    number > 0 ? [html(state, buttonStart(image, number, context)), image, html(state, "</button>")] : tokens;
  return element(context, "li", {}, [
    ...element(context, "figure", {}, [inline(state, shown), ...caption]),
    ...(number > 0 ? viewOf(image, number, caption, context) : []),
  ]);
}

/** Takes the title of an image as the caption. */
function captionOf(image: Token, context: GalleryContext): Token[] {
  const title = image.attrGet("title");
  if (!title) return [];
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
  const content = inlineWithoutHtml(context.state, title);
  return element(context, "figcaption", { class: "caption" }, [inline(context.state, content)]);
}

const viewId = ({ id }: GalleryContext, number: number): string => `${id}-${number}`;
const buttonId = (context: GalleryContext, number: number): string => `${viewId(context, number)}-open`;

const buttonStart = (image: Token, number: number, context: GalleryContext): string => {
  const label = fill(context.strings.enlarge, image.content || number);
  return `<button type="button" class="gallery-open" id="${buttonId(context, number)}" popovertarget="${viewId(context, number)}" aria-label="${escapeHtml(label)}">`;
};

/** Returns the larger view of an image. */
function viewOf(image: Token, number: number, caption: readonly Token[], context: GalleryContext): Token[] {
  const { state, strings, count } = context;
  const large = Object.assign(new state.Token("image", "img", 0), {
    content: image.content,
    children: image.children,
  });
  large.attrs = (image.attrs ?? []).filter(([name]) => !/^(id|class|width|height|loading)$/.test(name));
  large.attrSet("loading", "lazy");
  if (context.isResponsive) {
    large.attrSet("sizes", "100vw");
    large.attrSet("eleventy:widths", largeWidths);
  }
  const controls = [
    number > 1 ? control("←", strings.previousImage, number - 1, context) : "",
    `<span class="gallery-place">${number} / ${count}</span>`,
    number < count ? control("→", strings.nextImage, number + 1, context) : "",
    `<button type="button" class="gallery-close" popovertarget="${viewId(context, number)}" popovertargetaction="hide" autofocus aria-label="${escapeHtml(strings.close)}"><span aria-hidden="true">×</span></button>`,
  ].join("\n");
  return element(
    context,
    "div",
    {
      id: viewId(context, number),
      class: "gallery-view",
      popover: "",
      role: "dialog",
      "aria-label": image.content || String(number),
    },
    [
      ...element(context, "figure", {}, [inline(state, [large]), ...caption]),
      ...element(context, "div", { class: "gallery-controls" }, [inline(state, [html(state, controls)])]),
    ],
  );
}

/** Returns a label that clicks the button of another image; see {@link itemOf}. */
const control = (arrow: string, label: string, number: number, context: GalleryContext): string =>
  `<label for="${buttonId(context, number)}"><span class="gallery-arrow" aria-hidden="true">${arrow}</span><span class="visually-hidden">${escapeHtml(label)}</span></label>`;

function html(state: StateCore, content: string): Token {
  return Object.assign(new state.Token("html_inline", "", 0), { content });
}

function inline(state: StateCore, children: readonly Token[]): Token {
  return Object.assign(new state.Token("inline", "", 0), { children: [...children], block: true });
}
