import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { fill } from "../../i18n/fill.js";
import type { Strings } from "../../i18n/strings/types.js";
import type { Embeds } from "../../options/markdown.js";
import { isOfKind } from "../../utils/file-kinds.js";
import { escapeHtml } from "../../utils/html.js";
import { classes } from "../../utils/markup.js";
import { isOtherHost } from "../../utils/urls.js";
import { hostedVideo } from "./video-hosts.js";

/** A video or an audio, and how it is shown. */
export interface Media {
  src: string;
  /** What it is, for screen readers, and the text of the link if it can't be played. */
  label: string;
  /** Attributes by name: `poster`, `captions`, `loop` … */
  attributes: ReadonlyMap<string, string>;
}

/** What media need to know of their page and site. */
export interface MediaSettings {
  strings: Strings;
  language: string;
  embeds: Embeds;
  /** The URL of the site, if it is set. */
  siteUrl: string | undefined;
  /** Warns of what is wrong with a video, by its source. */
  warn(problem: string, source: string): void;
}

/** The kinds of a text track, each the name of an attribute; a language may follow: `subtitles-fr=film.fr.vtt`. */
const trackKinds = ["captions", "subtitles", "descriptions", "chapters"] as const;
const track = new RegExp(`^(${trackKinds.join("|")})(?:-([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?$`);

/** The attributes, in addition to {@link trackKinds}, that are for media only. Attributes.ts allows them. */
const mediaOnly = ["poster", "loop", "muted", "preload"];

/** Returns whether an attribute of media names a file. */
export const isFileAttribute = (name: string): boolean => name === "poster" || track.test(name);

/** Returns whether a URL is that of a video or audio file. */
export const isMediaFile = (src: string): boolean => isOfKind(src.replace(/[?#].*$/, ""), ["video", "audio"]);

/**
 * Renders images whose URL is a video or an audio file, or a video at YouTube, Vimeo or a PeerTube site, as such:
 * `![Description](film.mp4){poster=film.jpg captions=film.vtt}`. Removes attributes of media from images.
 */
export function useMedia(md: MarkdownIt, settingsOf: (env: unknown) => MediaSettings): void {
  const { image } = md.renderer.rules;
  if (!image) return;
  md.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const token = tokens[index] as Token;
    const src = token.attrGet("src") ?? "";
    if (isMediaFile(src) || hostedVideo(src)) {
      const label = renderer.renderInlineAsText(token.children ?? [], options, env);
      return mediaElement({ src, label, attributes: new Map(token.attrs ?? []) }, settingsOf(env));
    }
    token.attrs = (token.attrs ?? []).filter(([name]) => !mediaOnly.includes(name) && !track.test(name));
    return image(tokens, index, options, env, renderer);
  };
}

/** Returns the HTML of a video or an audio, which may stand within a paragraph. */
export function mediaElement(media: Media, settings: MediaSettings): string {
  const hosted = hostedVideo(media.src);
  if (!hosted) return fileElement(media, settings);
  const isEmbedded =
    settings.embeds === true ||
    (settings.embeds !== false &&
      settings.embeds.some((host) => hosted.hosts.includes(host.replace(/^www\./, ""))));
  const title = media.label || hosted.service;
  return isEmbedded
    ? `<iframe class="${classes.videoFrame}"${attributesOf({
        src: hosted.player,
        title,
        loading: "lazy",
        allow: "fullscreen; picture-in-picture; encrypted-media",
        referrerpolicy: "strict-origin-when-cross-origin",
      })} allowfullscreen></iframe>`
    : linkedVideo(
        { ...media, label: title, src: hosted.url },
        fill(settings.strings.watchOn, hosted.service),
        settings,
      );
}

/**
 * Returns a link to a video at another host, with its poster, if any. One at another host is left out, since the page would make a
 * request to it.
 */
function linkedVideo({ src, label, attributes }: Media, where: string, settings: MediaSettings): string {
  const written = attributes.get("poster");
  const isOwn = written !== undefined && !isOtherHost(written, settings.siteUrl);
  const poster = isOwn ? written : undefined;
  if (written && !isOwn) {
    settings.warn(
      `the poster "${written}" of the video "${label}" is at another host, to which the page would make a request. It is left out; copy it into the site.`,
      written,
    );
  }
  const image = poster ? `<img${attributesOf({ src: poster, alt: "", loading: "lazy" })}>` : "";
  return `<a class="${classes.videoLink}"${attributesOf({ href: src })}>${image}<span class="video-play" aria-hidden="true"></span><span class="video-title">${escapeHtml(label)}</span> <span class="video-host">${escapeHtml(where)}</span></a>`;
}

function fileElement({ src, label, attributes }: Media, settings: MediaSettings): string {
  const isVideo = isOfKind(src.replace(/[?#].*$/, ""), ["video"]);
  const own = Object.fromEntries(
    ["id", "width", "height", "loop", "muted", "poster"].map((name) => [name, attributes.get(name)]),
  );
  const start = attributesOf({
    ...own,
    ...(isVideo ? {} : { width: undefined, height: undefined, poster: undefined }),
    src,
    "aria-label": label || undefined,
    // Another host is asked only when a reader starts it.
    preload: attributes.get("preload") ?? (isOtherHost(src, settings.siteUrl) ? "none" : "metadata"),
  });
  const more = attributes.get("class");
  const tag = isVideo ? "video" : "audio";
  const link = `<a${attributesOf({ href: src })}>${escapeHtml(label || fileName(src))}</a>`;
  return `<${tag} class="${classes.media}${more ? ` ${escapeHtml(more)}` : ""}"${start} controls${isVideo ? " playsinline" : ""}>${tracksOf(attributes, settings)}${link}</${tag}>`;
}

function tracksOf(attributes: ReadonlyMap<string, string>, { strings, language }: MediaSettings): string {
  let isFirst = true;
  return [...attributes]
    .map(([name, src]) => {
      const [, kind, own] = track.exec(name) ?? [];
      if (!kind) return "";
      const srclang = own ?? language;
      const label = kind === "captions" && !own ? strings.captions : languageName(srclang, language);
      const isDefault = isFirst && (kind === "captions" || kind === "subtitles") && !own;
      isFirst &&= !isDefault;
      return `<track${attributesOf({ kind, src, srclang, label })}${isDefault ? " default" : ""}>`;
    })
    .join("");
}

/** Returns the name of a language in another, or its tag. */
function languageName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const fileName = (src: string): string =>
  src
    .replace(/[?#].*$/, "")
    .split("/")
    .at(-1) ?? src;

const attributesOf = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeHtml(value)}"`))
    .join("");
