import path from "node:path";
import type nunjucks from "nunjucks";
import type { Warn } from "../eleventy/warnings.js";
import { partPaths } from "./theme-files.js";

type Source = nunjucks.LoaderSource;

/** The version that removes the old names of parts. */
const oldNamesRemovedIn = "0.3";

/**
 * Loads the theme's templates: `indigo/parts/nav.njk`, or `theme/parts/nav.njk` even if the site has a file of that path,
 * which can then wrap the original instead of copying it.
 *
 * The old names of parts work too, `indigo/nav.njk` and `theme/nav.njk`: a template may include them, and a file
 * `indigo/nav.njk` of the site replaces the part, unless it has `indigo/parts/nav.njk`.
 */
export class ThemeLoader implements nunjucks.ILoader {
  /** A template cache. Nunjucks creates one only for loaders that are passed to a new environment. */
  cache = {};

  /** Template names by absolute path, which Eleventy needs to remove a changed file from the cache. */
  readonly pathsToNames: Record<string, string> = {};

  private readonly parts = partPaths();

  /**
   * @param theme - Loads the theme's templates.
   * @param site - Loads the site's templates. Must come before this loader in the environment.
   */
  constructor(
    private readonly theme: nunjucks.FileSystemLoader,
    private readonly site: nunjucks.FileSystemLoader,
    private readonly warn: Warn,
  ) {}

  getSource(name: string): Source {
    const source = this.find(name);
    if (source) this.pathsToNames[source.path] = name;
    // Nunjucks accepts `null` for a missing template, which its declarations lack.
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
      this.warn(`"${name}" is the old name of "${scope}/${part}" (it works until ${oldNamesRemovedIn}).`);
    const own = scope === "indigo" ? this.site.getSource(`indigo/${isOld ? part : oldName}`) : null;
    if (own && !isOld) this.warnOfReplacement(own.path, part);
    return own ?? this.theme.getSource(`indigo/${part}`);
  }

  private warnOfReplacement(absolute: string, part: string): void {
    const file = path.relative("", absolute).replaceAll("\\", "/");
    const target = path.posix.join(path.posix.dirname(file), part);
    this.warn(
      `${file} replaces a part by its old name; move it to ${target} (the old name works until ${oldNamesRemovedIn}).`,
    );
  }
}
