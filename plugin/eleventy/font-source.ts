import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { IndigoError } from "../utils/errors.js";
import { isOfKind } from "../utils/file-kinds.js";
import { isExternal } from "../utils/schema-values.js";
import type { EleventyConfig } from "./api.js";
import { findNamedFile, foldersOf } from "./named-files.js";

/**
 * Returns the path of a font that an option names: a file of the site, or of a package that the site has installed.
 *
 * @param option - The option and its place, for messages: `option "math.font" in eleventy.config.js`.
 * @throws IndigoError if there is no such file, or if it may not be used.
 */
export function fontSource(eleventyConfig: EleventyConfig, name: string, option: string): string {
  if (isExternal(name))
    throw new IndigoError(`${option} must be a file of the site, but it is "${name}". Download the font.`);
  if (!isOfKind(name, ["font"]))
    throw new IndigoError(`${option} must be a font file such as "fonts/math.woff2", but it is "${name}".`);
  const { file, refusal } = findNamedFile(eleventyConfig, { name, kinds: ["font"], isOption: true });
  if (file) return file.from;
  const inPackage = packageFile(name);
  if (inPackage) return inPackage;
  if (refusal !== undefined) throw new IndigoError(`${option} names ${refusal}`);
  throw new IndigoError(
    `${option} names a file that does not exist: "${name}" (looked in ${[...foldersOf(eleventyConfig), "node_modules/"].join(" and ")}).`,
  );
}

/** Returns the path of a font in an installed package, such as `@fontsource/noto-sans-math/files/….woff2`. */
function packageFile(name: string): string | undefined {
  if (!/^(?:@[\w.-]+\/)?[\w-][\w.-]*\/(?!.*\.\.).+\.(?:woff2?|otf|ttf)$/i.test(name)) return undefined;
  const own = path.join("node_modules", name);
  if (existsSync(own)) return own;
  try {
    return path.relative("", createRequire(path.resolve("eleventy.config.js")).resolve(name));
  } catch {
    return undefined;
  }
}
