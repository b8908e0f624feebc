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

/** Adds the tags of Jekyll, and `ifchanged` of Ruby's Liquid. Keeps the author's own tags of the same name. */
export function addJekyllTags(eleventyConfig: EleventyConfig, jekyll: JekyllContext): void {
  const tags: Record<string, LiquidTagFactory> = {
    include: includeTag(eleventyConfig),
    include_relative: relativeIncludeTag(eleventyConfig),
    highlight: highlightTag(jekyll),
    gist: gistTag,
    post_url: postUrlTag(jekyll),
    link: linkTag(eleventyConfig, jekyll),
    ifchanged: ifChangedTag,
    // The head of the theme has the same tags.
    seo: emptyTag,
    feed_meta: emptyTag,
    indigo_blog_post: blogPostTag(jekyll),
    indigo_part: partTag(jekyll),
  };
  addLiquidTags(eleventyConfig, tags);
}

/** Creates the tag `{% highlight python linenos %}…{% endhighlight %}`, a code listing. */
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

/**
 * Parses the arguments of `highlight`.
 *
 * @throws IndigoError if the language is missing.
 */
function highlightOptions({ args }: LiquidTagToken): { language: string; linenos: boolean } {
  const [, language, options = ""] =
    /^([\w.+#-]+)((?:\s+\w+(?:=(?:\w+|"(?:\d+\s)*\d+"))?)*)$/.exec(args.trim()) ?? [];
  if (language) return { language: language.toLowerCase(), linenos: /\blinenos\b/.test(options) };
  throw new IndigoError(
    `{% highlight ${args} %} must name a language, such as {% highlight python %} or {% highlight python linenos %}.`,
  );
}

const isMarkdown = (scope: LiquidScope): boolean =>
  /\.(md|markdown|mkd|mkdn|mkdown)$/i.test(inputPath(scope));

/** Encodes blank lines, since a blank line ends an HTML block in Markdown. */
const withoutBlankLines = (html: string): string => html.replace(/\n(?=[ \t]*\n)/g, "&#10;");

/** The tag `{% gist user/id file.py %}`, a gist on GitHub. Both arguments may be variables. */
const gistTag: LiquidTagFactory = tag(({ args }) => (scope) => {
  const [id = "", file = ""] = args
    .trim()
    .split(/\s+/)
    .map((argument) => literalOrVariable(argument, scope));
  if (id === "") throw new IndigoError("{% gist %} must name a gist, such as {% gist user/1234567 %}.");
  const query = file === "" ? "" : `?file=${encodeURIComponent(file)}`;
  const anchor = file === "" ? "" : `#file-${file.toLowerCase().replace(/[^a-z\d_]+/g, "-")}`;
  const url = `https://gist.github.com/${encodeURI(id).replaceAll('"', "%22")}`;
  // The script comes first, so that Markdown reads the line as an HTML block, not as a paragraph.
  return (
    `<script src="${url}.js${query}"> </script>` + `<noscript><a href="${url}${anchor}">${url}</a></noscript>`
  );
});

/** Returns the value of a variable; the argument itself if there is no such variable. */
function literalOrVariable(argument: string, scope: LiquidScope): string {
  const literal = argument.replace(/^(["'])(.*)\1$/, "$2");
  const value = /^[a-z_][\w-]*(\.[\w-]+)*$/i.test(argument)
    ? plain(scope.get(argument.split(".")))
    : undefined;
  return String(value ?? literal);
}

/** The tag `{% ifchanged %}…{% endifchanged %}`, which renders its content only if it differs from the last time. */
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

/** Creates the tag `{% indigo_blog_post %}`, a list entry for the variable `post`. The include `blog-post.html` uses it. */
function blogPostTag(jekyll: JekyllContext): LiquidTagFactory {
  const factory = tag(() => (scope) => {
    const post = scope.get(["post"]);
    if (!isHash(post)) return "";
    return jekyll.renderPartial("indigo/parts/blog-post.njk", { post: withLink(post) }).trim();
  });
  return (engine) => {
    supportContainsKey(engine);
    return factory(engine);
  };
}

/** Creates the tag `{% indigo_part nav %}`, a part of the theme. The includes of the same names use it. */
function partTag(jekyll: JekyllContext): LiquidTagFactory {
  return tag(({ args }) => (scope) => {
    const names = ["site", "indigo", "page"] as const;
    const context = Object.fromEntries(names.map((name) => [name, scope.get([name])]));
    const { site, page } = context as { site?: { root?: string }; page?: { url?: string } };
    const isHome = page?.url !== undefined && page.url === (site?.root ?? "/");
    return jekyll.renderPartial(`indigo/parts/${args.trim()}.njk`, { ...context, isHome }).trim();
  });
}

/** Adds `link` to a post of Jekyll. Not to a copy, since copying would render the post's content. */
function withLink(post: Hash): object {
  return post.link ? post : Object.create(post, { link: { value: post.externalLink || post.url } });
}

/** Makes `contains` look up the keys of a hash, as in Ruby: `{% if site.tags contains "deep learning" %}`. */
function supportContainsKey({ options }: LiquidEngine): void {
  const { contains } = options.operators;
  if (!contains) return;
  // A copy, since all engines of liquidjs share the default operators.
  options.operators = {
    ...options.operators,
    contains: (left, right, scope) =>
      isHash(left) ? Object.hasOwn(left, String(plain(right))) : contains(left, right, scope),
  };
}
