import type { Citing } from "../citations/index.js";
import type { BuildIndex } from "../content/index.js";
import { type LinkedPage, linkedPost } from "./linked-pages.js";

/** Returns the posts and pages whose texts cite publications, by the ids of these: posts first, newest first. */
export function mentionsOf(index: BuildIndex, citing: Citing): ReadonlyMap<string, readonly LinkedPage[]> {
  const mentions = new Map<string, LinkedPage[]>();
  const add = (page: LinkedPage, inputPath: string, content: () => unknown): void => {
    for (const id of citing.citedOn({ url: page.url, inputPath }, contentToScan(inputPath, content))) {
      const list = mentions.get(id);
      if (list) list.push(page);
      else mentions.set(id, [page]);
    }
  };
  const { postPages, pages } = index.content;
  for (const post of postPages) {
    if (!post.hidden) add(linkedPost(post, index), post.inputPath, () => post.content);
  }
  for (const item of pages) {
    const { url, inputPath, data } = item;
    if (typeof url !== "string" || !/(\/|\.html)$/.test(url) || index.content.post(url)) continue;
    const title = typeof data.title === "string" && data.title ? data.title : (item.page.fileSlug ?? url);
    const language = index.languageOf(inputPath, data.lang);
    add({ url, title, language, translationKey: data.translationKey }, inputPath, () => item.content);
  }
  return mentions;
}

/** Returns the content of a page whose citations may still be markers: not Markdown, whose renderer resolves them. */
export function contentToScan(inputPath: string, content: () => unknown): unknown {
  if (inputPath.endsWith(".md")) return undefined;
  try {
    return content();
  } catch {
    // In an incremental build, a page that did not change. What it cites is known from before.
    return undefined;
  }
}
