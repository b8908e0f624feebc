import path from "node:path";
import { shortHash } from "../utils/hash.js";
import { decodeUrl } from "../utils/urls.js";
import { imageHeader } from "./image-header.js";
import { safeSvg } from "./safe-svg.js";

/** A file as a page shows it. */
export interface ShownFile {
  /** Its URL from the site's root. */
  src: string;
  width?: number | undefined;
  height?: number | undefined;
}

/** The files that a page of a notebook has: images and recordings of its outputs. */
export interface PageFiles {
  /** Adds a file by its base64. Returns undefined if it is none of a kind that is shown. */
  add(base64: string): ShownFile | undefined;
  /** Adds an SVG; undefined if it is none. */
  addSvg(source: string): ShownFile | undefined;
  /** Adds the file of a `data:` URL. */
  addDataUrl(url: string): ShownFile | undefined;
  /** The files that were added, by their URLs. */
  readonly files: ReadonlyMap<string, Buffer | string>;
}

/**
 * Collects the files of a page. The name of each has a hash of its content.
 *
 * @param url - The page's URL. Its files are in the same folder.
 * @param name - The start of their names.
 */
export function pageFiles(url: string, name: string): PageFiles {
  const folder = url.endsWith("/") ? url : path.posix.join(path.posix.dirname(url), "/");
  const files = new Map<string, Buffer | string>();
  const write = (content: Buffer | string, extension: string): string => {
    const src = `${folder}${name}-${shortHash(content)}.${extension}`;
    files.set(src, content);
    return encodeURI(src);
  };
  const add = (base64: string): ShownFile | undefined => {
    const bytes = Buffer.from(base64, "base64");
    const header = imageHeader(bytes);
    if (header) {
      const { extension, width, height } = header;
      return { src: write(bytes, extension), width, height };
    }
    const extension = recordingOf(bytes);
    return extension === undefined ? undefined : { src: write(bytes, extension) };
  };
  const addSvg = (source: string): ShownFile | undefined => {
    const svg = safeSvg(source);
    return svg && { src: write(svg.markup, "svg"), width: svg.width, height: svg.height };
  };
  return {
    add,
    addSvg,
    addDataUrl(dataUrl) {
      const comma = dataUrl.indexOf(",");
      const [type = "", ...parameters] = dataUrl.slice("data:".length, comma).toLowerCase().split(";");
      const content = dataUrl.slice(comma + 1);
      if (comma < 0) return undefined;
      if (type.trim() !== "image/svg+xml") return add(content);
      return addSvg(
        parameters.some((each) => each.trim() === "base64") ? decoded(content) : decodeUrl(content),
      );
    },
    files,
  };
}

const decoded = (base64: string): string => Buffer.from(base64, "base64").toString("utf8");

/** Returns the extension of a sound or video by its first bytes. */
function recordingOf(bytes: Buffer): string | undefined {
  const start = bytes.toString("latin1", 0, 12);
  if (/^[\s\S]{4}ftyp/.test(start)) return "mp4";
  if (start.startsWith("\x1aE\xdf\xa3")) return "webm";
  if (start.startsWith("OggS")) return "ogg";
  if (/^RIFF[\s\S]{4}WAVE/.test(start)) return "wav";
  return start.startsWith("ID3") || /^\xff[\xfb\xf3\xf2]/.test(start) ? "mp3" : undefined;
}
