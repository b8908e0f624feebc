import path from "node:path";
import nunjucks from "nunjucks";
import { layoutsFolder } from "../paths.js";

const prefix = "theme/";

/**
 * Finds the theme's own templates as `theme/NAME.njk`, also those in whose place the site has a file `indigo/NAME.njk`.
 * Thus such a file can wrap the theme's instead of copying it.
 */
export class ThemeLoader extends nunjucks.FileSystemLoader {
  constructor() {
    super(path.join(layoutsFolder, "indigo"));
  }

  /** Nunjucks takes `null` for "not here", which its declarations do not have. */
  override getSource(name: string): nunjucks.LoaderSource {
    return name.startsWith(prefix)
      ? super.getSource(name.slice(prefix.length))
      : (null as unknown as nunjucks.LoaderSource);
  }
}
