import type {
  LiquidEngine,
  LiquidScope,
  LiquidSteps,
  LiquidTag,
  LiquidTagFactory,
  LiquidTagToken,
  LiquidTemplate,
} from "../../eleventy/liquid-types.js";

/** Renders a parsed tag. The returned text is the output. */
export type RenderTag = (scope: LiquidScope, emitter: unknown) => LiquidSteps | string;

/**
 * Creates a tag from one function.
 *
 * @param parse - Called once for each use of the tag in a template. Returns the function that renders this use.
 */
export function tag(
  parse: (token: LiquidTagToken, rest: unknown[], engine: LiquidEngine) => RenderTag,
): LiquidTagFactory {
  // liquidjs calls both functions with a new object as `this` for each use.
  type TagUse = LiquidTag & { renderUse: RenderTag };
  return (engine) => ({
    parse(token, rest) {
      (this as TagUse).renderUse = parse(token, rest, engine);
    },
    render(scope, emitter) {
      return (this as TagUse).renderUse(scope, emitter);
    },
  });
}

/**
 * Parses the content of a block tag up to its end tag.
 *
 * @throws Error if the end tag is missing.
 */
export function blockContent(engine: LiquidEngine, token: LiquidTagToken, rest: unknown[]): LiquidTemplate[] {
  const templates: LiquidTemplate[] = [];
  const stream = engine.parser.parseStream(rest);
  stream
    .on("template", (template) => templates.push(template))
    .on(`tag:end${token.name}`, () => stream.stop())
    .on("end", () => {
      throw new Error(`tag {% ${token.name} ${token.args} %} is not closed: add {% end${token.name} %}`);
    })
    .start();
  return templates;
}

/** Returns the path of the rendered page, relative to the working folder; empty if there is none. */
export function inputPath(scope: LiquidScope): string {
  const page = scope.get(["page"]) as { inputPath?: unknown } | undefined;
  return typeof page?.inputPath === "string" ? page.inputPath : "";
}

/** Returns the path of the rendered page for messages. */
export const templateName = (scope: LiquidScope): string =>
  inputPath(scope).replace(/^\.\//, "") || "a template";

/** Renders the argument of a tag, which may contain variables and quotes: `_posts/{{ page.twin }}.md`. */
export function* renderArgument(text: string, engine: LiquidEngine, scope: LiquidScope): LiquidSteps {
  const unquoted = text.trim().replace(/^(["'])(.*)\1$/, "$2");
  if (!unquoted.includes("{{")) return unquoted;
  const rendered = yield engine.renderer.renderTemplates(engine.parse(unquoted), scope);
  return String(rendered).trim();
}
