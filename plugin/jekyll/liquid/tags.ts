import type { EleventyConfig } from "../../eleventy/api.js";
import { addLiquidTags } from "../../eleventy/liquid.js";
import type {
  LiquidEngine,
  LiquidScope,
  LiquidTagFactory,
  LiquidTagToken,
} from "../../eleventy/liquid-types.js";
import { IndigoError } from "../../utils/errors.js";
import type { JekyllContext } from "./context.js";
import { includeTag, relativeIncludeTag } from "./include.js";
import { linkTag, postUrlTag } from "./links.js";
import { blockContent, inputPath, tag } from "./tag.js";
import { type Hash, isHash, plain } from "./values.js";

/** Adds Jekyll's tags and the one of Liquid in Ruby that liquidjs lacks. The author's own of the same name stay. */
export function addJekyllTags(eleventyConfig: EleventyConfig, jekyll: JekyllContext): void {
  const tags: Record<string, LiquidTagFactory> = {
    include: includeTag(eleventyConfig),
    include_relative: relativeIncludeTag(eleventyConfig),
    highlight: highlightTag(jekyll),
    gist: gistTag,
    post_url: postUrlTag(jekyll),
    link: linkTag(eleventyConfig, jekyll),
    ifchanged: ifChangedTag,
    // The theme's head has what these two give in Jekyll.
    seo: emptyTag,
    feed_meta: emptyTag,
    indigo_blog_post: blogPostTag(jekyll),
  };
  addLiquidTags(eleventyConfig, tags);
}

/** `{% highlight python linenos %}…{% endhighlight %}`: a listing. */
function highlightTag(jekyll: JekyllContext): LiquidTagFactory {
  return tag((token, rest, engine) => {
    const { language, linenos } = highlightOptions(token);
    const content = blockContent(engine, token, rest);
    return function* (scope) {
      const html = yield engine.renderer.renderTemplates(content, scope);
      const code = String(html).replace(/^[\r\n]+|[\r\n]+$/g, "");
      const figure = jekyll.highlightFigure(code, language, linenos);
      return isMarkdown(scope) ? withoutBlankLines(figure) : figure;
    };
  });
}

function highlightOptions({ args }: LiquidTagToken): { language: string; linenos: boolean } {
  const [, language, options = ""] =
    /^([\w.+#-]+)((?:\s+\w+(?:=(?:\w+|"(?:\d+\s)*\d+"))?)*)$/.exec(args.trim()) ?? [];
  if (language) return { language: language.toLowerCase(), linenos: /\blinenos\b/.test(options) };
  throw new IndigoError(
    `{% highlight ${args} %} must name a language, as in {% highlight python %} or {% highlight python linenos %}.`,
  );
}

const isMarkdown = (scope: LiquidScope): boolean =>
  /\.(md|markdown|mkd|mkdn|mkdown)$/i.test(inputPath(scope));

/** In Markdown a blank line ends a piece of HTML, and what follows would be no code any more. */
const withoutBlankLines = (html: string): string => html.replace(/\n(?=[ \t]*\n)/g, "&#10;");

/** `{% gist user/id file.py %}`: a gist of GitHub's, both words as they are or from variables. */
const gistTag: LiquidTagFactory = tag(({ args }) => (scope) => {
  const [id = "", file = ""] = args
    .trim()
    .split(/\s+/)
    .map((word) => wordOrVariable(word, scope));
  if (id === "") throw new IndigoError("{% gist %} must name a gist, as in {% gist user/1234567 %}.");
  const query = file === "" ? "" : `?file=${encodeURIComponent(file)}`;
  const anchor = file === "" ? "" : `#file-${file.toLowerCase().replace(/[^a-z\d_]+/g, "-")}`;
  const address = `https://gist.github.com/${encodeURI(id).replaceAll('"', "%22")}`;
  // The script first: with it the line is a piece of HTML in Markdown too, and no paragraph.
  return (
    `<script src="${address}.js${query}"> </script>` +
    `<noscript><a href="${address}${anchor}">${address}</a></noscript>`
  );
});

function wordOrVariable(word: string, scope: LiquidScope): string {
  const name = word.replace(/^(["'])(.*)\1$/, "$2");
  const value = /^[a-z_][\w-]*(\.[\w-]+)*$/i.test(word) ? plain(scope.get(word.split("."))) : undefined;
  return String(value ?? name);
}

/** `{% ifchanged %}…{% endifchanged %}`: content that is left out where it is the same as the last time. */
const ifChangedTag: LiquidTagFactory = tag((token, rest, engine) => {
  const content = blockContent(engine, token, rest);
  return function* (scope) {
    const html = yield engine.renderer.renderTemplates(content, scope);
    if (html === scope.getRegister("ifchanged")) return "";
    scope.setRegister("ifchanged", html);
    return html;
  };
});

const emptyTag: LiquidTagFactory = tag(() => () => "");

/** `{% indigo_blog_post %}`: the theme's entry of a list for the variable `post`; for the include `blog-post.html`. */
function blogPostTag(jekyll: JekyllContext): LiquidTagFactory {
  const factory = tag(() => (scope) => {
    const post = scope.get(["post"]);
    if (!isHash(post)) return "";
    return jekyll.renderPartial("indigo/parts/blog-post.njk", { post: withLink(post) }).trim();
  });
  return (engine) => {
    containsKeys(engine);
    return factory(engine);
  };
}

/** A post with where its entry leads, which Jekyll's do not say. Not a copy, which would render the post's content. */
function withLink(post: Hash): object {
  return post.link ? post : Object.create(post, { link: { value: post.externalLink || post.url } });
}

/** Lets `contains` look among the keys of a hash, as in Ruby: `{% if site.tags contains "deep learning" %}`. */
function containsKeys({ options }: LiquidEngine): void {
  const { contains } = options.operators;
  if (!contains) return;
  // A copy: liquidjs shares its own operators among all engines.
  options.operators = {
    ...options.operators,
    contains: (left, right, scope) =>
      isHash(left) ? Object.hasOwn(left, String(plain(right))) : contains(left, right, scope),
  };
}
