/** Extensions that Jekyll converts, to those of its output. */
const converted: Readonly<Record<string, string>> = {
  ".md": ".html",
  ".markdown": ".html",
  ".mkd": ".html",
  ".mkdn": ".html",
  ".mkdown": ".html",
  ".scss": ".css",
  ".sass": ".css",
  ".coffee": ".js",
};

/** Returns the extension of a file in the output, such as `.html` for `.md`. Other extensions are returned unchanged. */
export const outputExtension = (extension: string): string => converted[extension.toLowerCase()] ?? extension;

/** Returns whether a file is Sass, by its extension. */
export const isSass = (file: string): boolean => /\.(sass|scss)$/i.test(file);

/** Returns whether a file is CoffeeScript, which the plugin does not compile. */
export const isCoffeeScript = (file: string): boolean => /\.coffee$/i.test(file);
