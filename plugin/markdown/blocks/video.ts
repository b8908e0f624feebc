import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import {
  attributeOf,
  attributesOf,
  type Block,
  type BlockContext,
  element,
  isShown,
  type Kind,
  nameOf,
} from "./block.js";
import { isMediaFile } from "./media.js";
import { hostedVideo } from "./video-hosts.js";

/** The type of a video's token, whose child is an image token with its URL, poster and tracks. */
export const videoToken = "indigo_video";

/**
 * Renders `::: video Title {url=https://youtu.be/… poster=film.jpg}` as a figure; the text in it is the caption. The URL may be
 * that of a file of the site too.
 */
export const video: Kind = (block, context) => {
  const src = attributeOf(block, "url");
  if (src === undefined || !isVideo(src, context)) {
    context.warn(
      src === undefined
        ? `${nameOf(block, context)} has no video. Write its URL or file: "::: video Title {url=film.mp4}".`
        : `${nameOf(block, context)} must have the URL of a video at YouTube, Vimeo or a PeerTube site, or a file such as "film.mp4", but it is "${src}".`,
    );
    return [
      block.open,
      ...(src === undefined ? [] : linkTo(src, block, context)),
      ...context.render(block.inner),
      block.close,
    ];
  }
  const { class: names, id } = attributesOf(block, classes.figure);
  const inner = context.render(block.inner);
  const caption = block.inner.some(isShown)
    ? element(context, "figcaption", { class: "caption" }, inner)
    : [];
  return element(context, "figure", { class: names, id }, [videoOf(src, block, context), ...caption]);
};

const isVideo = (src: string, { state: { md } }: BlockContext): boolean =>
  md.validateLink(md.normalizeLink(src)) && (isMediaFile(src) || hostedVideo(src) !== undefined);

/** Returns an image token in the place of the video, so that what reads images and their files reads it too. */
function videoOf(src: string, block: Block, { state }: BlockContext): Token {
  const image = new state.Token("image", "img", 0);
  const attributes = block.div.attributes.others.filter(([name]) => name !== "url");
  image.attrs = [["src", state.md.normalizeLink(src)], ["alt", ""], ...attributes];
  const text = new state.Token("text", "", 0);
  text.content = block.div.title;
  image.children = [text];
  image.content = text.content;
  const token = new state.Token(videoToken, "", 0);
  token.children = [image];
  token.block = true;
  return token;
}

function linkTo(src: string, block: Block, context: BlockContext): Token[] {
  const { md } = context.state;
  const text = new context.state.Token("text", "", 0);
  text.content = block.div.title || src;
  const href = md.normalizeLink(src);
  return element(context, "p", {}, md.validateLink(href) ? element(context, "a", { href }, [text]) : [text]);
}
