import type MarkdownIt from "markdown-it";

/**
 * Lets pictures in Markdown load when a reader comes near them, all but the first of a text, which may be the first thing
 * to be seen of the page. What the author says of a picture counts.
 */
export function useLazyImages(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const { image } = rules;
  if (!image) return;
  // Texts of which a picture has been rendered, by what they are rendered with.
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
