import path from "node:path";
import type nunjucks from "nunjucks";
import type { Warn } from "../eleventy/warnings.js";
import { partPaths } from "./theme-files.js";

type Source = nunjucks.LoaderSource;

/** Where the old names of parts stop working. */
const endOfOldNames = "0.3";

/**
 * Finds the theme's templates: `indigo/parts/nav.njk`, or as `theme/parts/nav.njk` also where the site has a file of that
 * path. Thus such a file can wrap the theme's instead of copying it.
 *
 * Parts have their old names as well, `indigo/nav.njk` and `theme/nav.njk`: a template may include them, and a file
 * `indigo/nav.njk` of the site replaces the part, unless it has `indigo/parts/nav.njk`.
 */
export class ThemeLoader implements nunjucks.ILoader {
  /** Nunjucks gives a loader its cache only if an environment is created with it. */
  cache = {};

  /** Names by absolute path. Eleventy removes a changed file from the cache by its name. */
  readonly pathsToNames: Record<string, string> = {};

  private readonly parts = partPaths();

  /**
   * @param theme - Reads the theme's templates.
   * @param site - Reads templates of the site. The environment must ask it for a template before this loader.
   */
  constructor(
    private readonly theme: nunjucks.FileSystemLoader,
    private readonly site: nunjucks.FileSystemLoader,
    private readonly warn: Warn,
  ) {}

  getSource(name: string): Source {
    const source = this.find(name);
    if (source) this.pathsToNames[source.path] = name;
    // Nunjucks takes `null` for a template that does not exist, which its declarations do not have.
    return source as Source;
  }

  private find(name: string): Source | null {
    const [, scope, file = ""] = /^(indigo|theme)\/(.+)$/.exec(name) ?? [];
    if (!scope) return this.theme.getSource(name);
    const oldName = path.posix.basename(file);
    const part = this.parts.get(oldName);
    if (part === undefined || (file !== part && file !== oldName)) {
      return this.theme.getSource(`indigo/${file}`);
    }
    const isOld = file === oldName;
    if (isOld)
      this.warn(`"${name}" is the old name of "${scope}/${part}" (it works until ${endOfOldNames}).`);
    const own = scope === "indigo" ? this.site.getSource(`indigo/${isOld ? part : oldName}`) : null;
    if (own && !isOld) this.warnOfReplacement(own.path, part);
    return own ?? this.theme.getSource(`indigo/${part}`);
  }

  private warnOfReplacement(absolute: string, part: string): void {
    const file = path.relative("", absolute).replaceAll("\\", "/");
    const target = path.posix.join(path.posix.dirname(file), part);
    this.warn(
      `${file} replaces a part by its old name; move it to ${target} (the old name works until ${endOfOldNames}).`,
    );
  }
}
