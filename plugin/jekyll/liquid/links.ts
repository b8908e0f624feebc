import { readdirSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import type { LiquidTagFactory } from "../../eleventy/liquid-types.js";
import { IndigoError, suggestion } from "../../utils/errors.js";
import type { JekyllContext } from "./context.js";
import { renderArgument, tag, templateName } from "./tag.js";
import { relativeUrl } from "./urls.js";

/** Creates the tag `{% post_url 2024-02-01-width-and-transfer %}`, which returns the URL of a post by its file name. */
export function postUrlTag(jekyll: JekyllContext): LiquidTagFactory {
  return tag(
    (token, _rest, engine) =>
      function* (scope) {
        const name = String(yield* renderArgument(token.args, engine, scope)).replace(/^\//, "");
        const url = jekyll.postUrl(name) ?? jekyll.postUrl(path.posix.basename(name));
        if (url !== undefined) return relativeUrl(url, jekyll);
        const near = suggestion(name, jekyll.postNames());
        throw new IndigoError(
          `{% post_url ${name} %} in ${templateName(scope)}: no post has this file name.${near}`,
        );
      },
  );
}

/** Creates the tag `{% link _posts/2024-02-01-width-and-transfer.md %}`, which returns the URL of a file by its path. */
export function linkTag(eleventyConfig: EleventyConfig, jekyll: JekyllContext): LiquidTagFactory {
  return tag(
    (token, _rest, engine) =>
      function* (scope) {
        const file = String(yield* renderArgument(token.args, engine, scope)).replace(/^(\.?\/)+/, "");
        const url = jekyll.fileUrl(file);
        if (url !== undefined) return relativeUrl(url, jekyll);
        const near = suggestion(file, sourceFiles(eleventyConfig));
        throw new IndigoError(
          `{% link ${file} %} in ${templateName(scope)}: no such file in the site.${near}`,
        );
      },
  );
}

/** Lists the site's files, relative to the input folder, for suggestions. */
function sourceFiles({ directories: { input, output } }: EleventyConfig, folder = input): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (!entry.isDirectory()) return [path.relative(input, file).replaceAll(path.sep, "/")];
    const isForeign = /^(\.|node_modules$)/.test(entry.name) || path.relative(file, output) === "";
    return isForeign ? [] : sourceFiles({ directories: { input, output } } as EleventyConfig, file);
  });
}
