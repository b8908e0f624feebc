import { readdirSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import type { LiquidTagFactory } from "../../eleventy/liquid-types.js";
import { IndigoError, suggestion } from "../../utils/errors.js";
import type { JekyllContext } from "./context.js";
import { bareWords, tag, templateName } from "./tag.js";
import { relativeUrl } from "./urls.js";

/** `{% post_url 2024-02-01-width-and-transfer %}`: the address of a post by the name of its file. */
export function postUrlTag(jekyll: JekyllContext): LiquidTagFactory {
  return tag(
    (token, _rest, engine) =>
      function* (scope) {
        const name = String(yield* bareWords(token.args, engine, scope)).replace(/^\//, "");
        const url = jekyll.postUrl(name) ?? jekyll.postUrl(path.posix.basename(name));
        if (url !== undefined) return relativeUrl(url, jekyll);
        const near = suggestion(name, jekyll.postNames());
        throw new IndigoError(
          `{% post_url ${name} %} in ${templateName(scope)}: no post has a file of that name.${near}`,
        );
      },
  );
}

/** `{% link _posts/2024-02-01-width-and-transfer.md %}`: the address of any file by its path in the site. */
export function linkTag(eleventyConfig: EleventyConfig, jekyll: JekyllContext): LiquidTagFactory {
  return tag(
    (token, _rest, engine) =>
      function* (scope) {
        const file = String(yield* bareWords(token.args, engine, scope)).replace(/^(\.?\/)+/, "");
        const url = jekyll.fileUrl(file);
        if (url !== undefined) return relativeUrl(url, jekyll);
        const near = suggestion(file, sourceFiles(eleventyConfig));
        throw new IndigoError(
          `{% link ${file} %} in ${templateName(scope)}: the site has no such file.${near}`,
        );
      },
  );
}

/** The site's files by their paths from its input folder, for suggestions only. */
function sourceFiles({ directories: { input, output } }: EleventyConfig, folder = input): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (!entry.isDirectory()) return [path.relative(input, file).replaceAll(path.sep, "/")];
    const foreign = /^(\.|node_modules$)/.test(entry.name) || path.relative(file, output) === "";
    return foreign ? [] : sourceFiles({ directories: { input, output } } as EleventyConfig, file);
  });
}
