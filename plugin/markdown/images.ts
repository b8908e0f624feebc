import type MarkdownIt from "markdown-it";

/**
 * Makes the images of Markdown lazy-loaded, except the first of a text, which may be visible when the page opens. An
 * attribute that the author set takes precedence.
 */
export function useLazyImages(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const { image } = rules;
  if (!image) return;
  // The environments of texts of which an image has been rendered.
  const seen = new WeakSet<object>();
  md.core.ruler.before("normalize", "indigo_first_image", ({ env }) => {
    seen.delete(env);
  });
  rules.image = (tokens, index, options, env, renderer) => {
    const isFirst = !seen.has(env);
    seen.add(env);
    const token = tokens[index];
    if (token && !isFirst && token.attrGet("loading") === null) {
      token.attrSet("loading", "lazy");
      if (token.attrGet("decoding") === null) token.attrSet("decoding", "async");
    }
    return image(tokens, index, options, env, renderer);
  };
}
