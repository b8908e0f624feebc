import { hashOf } from "../../utils/hash.js";
import { loadSharp } from "../../utils/load-sharp.js";
import { type FittedText, fitText, type Room } from "./fit.js";
import type { Ruler, TextStyle } from "./measure.js";
import { type Piece, piecesOf } from "./pieces.js";

/** Size of a drawn image, in pixels: that which networks show in full. */
export const [width, height] = [1200, 630];

/** Counts changes of how images are drawn. Images of an earlier version are made again. */
const version = 1;

/** What a template draws. It reads this as `image`, with `width`, `height` and `portrait`. */
export interface ShareImageFacts {
  kind: "home" | "person" | "post" | "publication" | "page";
  title: string;
  /** A line above the title: the date of a post, the venue of a publication. */
  label: string;
  /** Below the title: authors of a publication, role of a person, description of a page. */
  detail: string;
  /** In the footer: the site's title, or the author of a post who is not the site's. */
  name: string;
  /** Below it: the site's host, after its title if the name is an author's. */
  origin: string;
  /** In place of a missing portrait. */
  initials: string;
  language: string;
  dir: "ltr" | "rtl";
  /** CSS colors. */
  color: Record<"accent" | "background" | "heading" | "text" | "muted" | "line", string>;
  /** CSS lists of families. */
  font: Record<"text" | "heading", string>;
}

/** Draws text in a template; see {@link fitText}. */
type Fit = (text: unknown, room: Room) => FittedText;

/** Renders the template to SVG. */
export type RenderShareImage = (context: { image: object; fit: Fit }) => string;

/** Why an image is not drawn, as the end of a sentence. */
export class NotDrawn extends Error {
  /** @param isOfTemplate - Whether the template is the reason. */
  constructor(
    message: string,
    readonly isOfTemplate: boolean,
  ) {
    super(message);
  }
}

/** An image that can be drawn. */
export interface Drawing {
  /** Identifies what it shows. */
  hash: string;
  /** @throws NotDrawn */
  toPng(): Promise<Buffer>;
}

/** The smallest weight of headings. */
const boldFrom = 600;

/**
 * Prepares an image: renders the template once, with each text in one line, to find out what it shows.
 *
 * @param portrait - A hash of the portrait, and its image as a URL that starts with `data:`.
 * @param seed - What the image depends on besides what the template says: the files of its fonts.
 * @throws NotDrawn if the template does not give SVG.
 */
export function prepareDrawing(
  facts: ShareImageFacts,
  portrait: { hash: string; load(): Promise<string | undefined> } | undefined,
  render: RenderShareImage,
  ruler: Ruler,
  seed: string,
): Drawing {
  const styleOf = ({ family, weight = 400 }: Room): TextStyle => ({
    family: family ?? (weight >= boldFrom ? facts.font.heading : facts.font.text),
    weight,
  });
  const draw = (portraitUrl: string | undefined, fit: Fit): string =>
    checkedSvg(render({ image: { ...facts, width, height, portrait: portraitUrl }, fit }));
  const shown: { pieces: Piece[]; style: TextStyle }[] = [];
  const draft = draw(portrait && `data:${portrait.hash}`, (text, room) => {
    const pieces = piecesOf(clean(text), facts.language);
    shown.push({ pieces, style: styleOf(room) });
    // What a room changes is a part of what the image shows.
    return {
      ...fitText(pieces, room, (piece) => piece.length * 0.5),
      lines: [`${clean(text)} ${JSON.stringify(room)}`],
    };
  });
  return {
    hash: hashOf([String(version), seed, draft]),
    async toPng() {
      const lost = new Set<string>();
      for (const { pieces, style } of shown) {
        await ruler.learn(new Set([" ", "…", ...pieces.map(({ text }) => text)]), style);
        for (const { text } of pieces)
          for (const character of ruler.missing(text, style)) lost.add(character);
      }
      const needed = [...lost].filter((character) => !emoji.test(character));
      if (needed.length > 0) throw new NotDrawn(missingText(needed), false);
      const svg = draw(await portrait?.load(), (text, room) => {
        const style = styleOf(room);
        const pieces = piecesOf(clean(text), facts.language)
          .map((piece) => ({ ...piece, text: without(piece.text, lost) }))
          .filter((piece) => piece.text !== "");
        return fitText(pieces, room, (piece) => ruler.widthOf(piece, style));
      });
      return rasterize(svg, facts.color.background);
    },
  };
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u;

/** Returns a text without the emoji for which there is no font. */
function without(text: string, lost: ReadonlySet<string>): string {
  if (lost.size === 0) return text;
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
    .filter((segment) => ![...segment].some((character) => lost.has(character)))
    .join("");
}

function missingText(characters: readonly string[]): string {
  if (characters.some((character) => /[a-z]/i.test(character))) return "this machine has no fonts";
  const shown = characters.slice(0, 8).join("") + (characters.length > 8 ? "…" : "");
  return `no font of this machine has "${shown}"`;
}

/** Drops what XML forbids: control characters other than white space, and lone surrogates. */
const clean = (text: unknown): string =>
  String(text ?? "").replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");

/** @throws NotDrawn if a text does not start as an SVG does. */
function checkedSvg(text: string): string {
  const svg = clean(text).trim();
  if (!/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>|\s)*<svg[\s>]/i.test(svg))
    throw new NotDrawn('what it renders does not start with "<svg"', true);
  return svg;
}

/** Rasterizes an SVG. From bytes, librsvg loads no file and nothing of another host. */
async function rasterize(svg: string, background: string): Promise<Buffer> {
  const sharp = await loadSharp();
  try {
    const image = await sharp(Buffer.from(svg))
      .resize(width, height, { fit: "contain", background })
      .flatten({ background })
      .png()
      .toBuffer();
    return image;
  } catch (error) {
    throw new NotDrawn(`what it renders can't be drawn (${reasonOfSharp(error)})`, true);
  }
}

/** Returns what librsvg says, in one line, without the URL of its data. */
const reasonOfSharp = (error: unknown): string =>
  String((error as Error).message)
    .replace(/\s+/g, " ")
    .replace(/^.*?(?:XML parse error:|svgload_buffer:) */i, "")
    .slice(0, 200)
    .trim();
