import nunjucks from "nunjucks";
import { layoutsFolder } from "../paths.js";
import { shortHash } from "../utils/hash.js";
import { prebuilt } from "../utils/prebuilt.js";
import { load } from "../utils/require.js";

/** The version of Nunjucks, whose compiler and run time belong together. */
const { version } = load("nunjucks/package.json") as { version: string };

/** The key of a prebuilt template. */
export const layoutKey = (text: string): string => `${shortHash(text)} ${version}`;

/**
 * Finds the theme's Nunjucks files, prebuilt: compiling what one page is made of takes a tenth of a small site's time, in
 * each build.
 */
export class LayoutLoader extends nunjucks.FileSystemLoader {
  constructor() {
    super(layoutsFolder);
  }

  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name);
    // Nunjucks returns `null` for a file that does not exist, which its declarations lack.
    if (!source) return source;
    const code = prebuilt<object | undefined>(`layouts/${name}`, layoutKey(source.src), () => undefined);
    // It takes code as well, which they lack, too.
    return code ? { ...source, src: { type: "code", obj: code } as unknown as string } : source;
  }
}
