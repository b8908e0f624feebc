import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import { attributesOf, element, type Kind, nameOf } from "./block.js";
import { type GalleryContext, isEnlarged, itemOf } from "./gallery-item.js";

const openType = "indigo_gallery_open";
const closeType = "indigo_gallery_close";
/** The type of a paragraph in a gallery, so that no other rule takes its images. */
const paragraphType = "indigo_gallery_paragraph";

/** Marks a gallery, whose images are known only when its paragraphs have been parsed; see {@link fillGalleries}. */
export const gallery: Kind = (block, context) => {
  const { id, class: names, ...others } = attributesOf(block, classes.gallery);
  const tokens = element(context, "div", { class: names, id, ...others }, context.render(block.inner));
  const [open, close] = [tokens[0], tokens.at(-1)];
  if (!open || !close) return tokens;
  open.type = openType;
  close.type = closeType;
  for (const token of tokens) if (token.type === "paragraph_open") token.type = paragraphType;
  open.meta = { id: id ?? context.newId("gallery"), name: () => nameOf(block, context) };
  return tokens;
};

/** What a gallery needs in addition to its tokens. */
type Settings = Omit<GalleryContext, "state" | "id" | "count">;

/**
 * Collects the images of each gallery in a list: each is a button that opens a larger view, with the previous and the next
 * image. Text stays below the list, and an image in a link a link.
 */
export function fillGalleries(state: StateCore, settings: Settings & { warn(message: string): void }): void {
  const tokens: Token[] = [];
  let open: Token | undefined;
  let inner: Token[] = [];
  for (const token of state.tokens) {
    if (token.type === openType && !open) {
      open = token;
      inner = [];
    } else if (token.type === closeType && open) {
      tokens.push(open, ...filled(open, inner, state, settings), token);
      open = undefined;
    } else if (open) inner.push(token);
    else tokens.push(token);
  }
  if (tokens.length > 0) state.tokens = tokens;
}

function filled(
  open: Token,
  inner: readonly Token[],
  state: StateCore,
  { warn, ...settings }: Settings & { warn(message: string): void },
): Token[] {
  const { id, name } = open.meta as { id: string; name: () => string };
  const { images, rest } = taken(inner);
  if (images.length === 0) {
    warn(`${name()} has no images. Write them as "![Description](image.jpg)", up to a line ":::".`);
    return [...inner];
  }
  const enlarged = images.filter(isEnlarged);
  const context = { ...settings, state, id, count: enlarged.length };
  const items = images.flatMap((image) => itemOf(image, enlarged.indexOf(image) + 1, context));
  return [...element(context, "ul", {}, items), ...rest];
}

/** Takes the images out of the paragraphs of a gallery. Each is the tokens of an image, or of a link with one. */
function taken(tokens: readonly Token[]): { images: Token[][]; rest: Token[] } {
  const images: Token[][] = [];
  const rest: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [open, text, close] = tokens.slice(index, index + 3);
    if (open?.type === paragraphType && text && close) {
      const { found, others } = imagesOf(text.children ?? []);
      images.push(...found);
      text.children = others;
      if (others.some(isVisible)) rest.push(open, text, close);
      index += 2;
    } else if (open) rest.push(open);
  }
  return { images, rest };
}

const isVisible = ({ type, content }: Token): boolean =>
  !/^(?:softbreak|hardbreak)$/.test(type) && (type !== "text" || content.trim() !== "");

function imagesOf(children: readonly Token[]): { found: Token[][]; others: Token[] } {
  const found: Token[][] = [];
  const others: Token[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const [token, second, third] = children.slice(index, index + 3);
    if (token?.type === "image") found.push([token]);
    else if (token?.type === "link_open" && second?.type === "image" && third?.type === "link_close") {
      found.push([token, second, third]);
      index += 2;
    } else if (token) others.push(token);
  }
  return { found, others };
}
