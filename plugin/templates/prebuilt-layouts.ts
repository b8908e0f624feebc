import nunjucks from "nunjucks";
import { layoutsFolder } from "../paths.js";
import { shortHash } from "../utils/hash.js";
import { prebuilt } from "../utils/prebuilt.js";
import { load } from "../utils/require.js";
import type { CompiledTemplate, FastTemplates } from "./template-functions.js";

/** The version of Nunjucks. Compiled templates only work with the version that compiled them. */
const { version } = load("nunjucks/package.json") as { version: string };

/** Returns the key of a prebuilt template. */
export const layoutKey = (text: string): string => `${shortHash(text)} ${version}`;

/**
 * Returns whether an environment is of the Nunjucks that compiled the prebuilt templates. Eleventy 4 has another, which calls
 * compiled templates in another way. A package manager may install the same version twice, as two classes of the same code.
 */
export const canUsePrebuilt = (environment: nunjucks.Environment): boolean =>
  environment instanceof nunjucks.Environment ||
  codeOf(Object.getPrototypeOf(environment)) === codeOf(nunjucks.Environment.prototype);

const codeOf = (prototype: object): string =>
  Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .map(([name, { value }]) => `${name} ${String(value)}`)
    .sort()
    .join("\n");

/**
 * Loads the theme's Nunjucks files, precompiled: compiling the templates of one page takes a tenth of a small site's build
 * time.
 */
export class LayoutLoader extends nunjucks.FileSystemLoader {
  private readonly usesPrebuilt: boolean;

  /**
   * @param environment - The environment that renders them.
   * @param fast - Renders what it can without Nunjucks.
   */
  constructor(
    environment: nunjucks.Environment,
    private readonly fast?: FastTemplates,
  ) {
    super(layoutsFolder);
    this.usesPrebuilt = canUsePrebuilt(environment);
  }

  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name);
    // Nunjucks returns `null` for a missing file, which its declarations lack.
    if (!source || !this.usesPrebuilt) return source;
    const code = prebuilt<CompiledTemplate | undefined>(
      `layouts/${name}`,
      layoutKey(source.src),
      () => undefined,
    );
    // Nunjucks accepts compiled code as well, which its declarations lack too.
    return code
      ? { ...source, src: { type: "code", obj: this.fast?.speedUp(name, code) ?? code } as unknown as string }
      : source;
  }
}
