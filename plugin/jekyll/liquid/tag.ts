import type {
  LiquidEngine,
  LiquidScope,
  LiquidSteps,
  LiquidTag,
  LiquidTagFactory,
  LiquidTagToken,
  LiquidTemplate,
} from "../../eleventy/liquid-types.js";

/** Renders a tag that was read; what it returns stands in the page. */
export type RenderTag = (scope: LiquidScope, emitter: unknown) => LiquidSteps | string;

/**
 * A tag from one function.
 *
 * @param read - Called once for each place where the tag stands in a template; gives the function that renders it there.
 */
export function tag(
  read: (token: LiquidTagToken, rest: unknown[], engine: LiquidEngine) => RenderTag,
): LiquidTagFactory {
  // liquidjs calls both functions with an object of their own for each place as `this`.
  type Place = LiquidTag & { renderHere: RenderTag };
  return (engine) => ({
    parse(token, rest) {
      (this as Place).renderHere = read(token, rest, engine);
    },
    render(scope, emitter) {
      return (this as Place).renderHere(scope, emitter);
    },
  });
}

/** Content of a block up to its end tag. */
export function blockContent(engine: LiquidEngine, token: LiquidTagToken, rest: unknown[]): LiquidTemplate[] {
  const templates: LiquidTemplate[] = [];
  const stream = engine.parser.parseStream(rest);
  stream
    .on("template", (template) => templates.push(template))
    .on(`tag:end${token.name}`, () => stream.stop())
    .on("end", () => {
      throw new Error(`tag {% ${token.name} ${token.args} %} not closed`);
    })
    .start();
  return templates;
}

/** Path of the page that is rendered, relative to the working folder; empty where there is none. */
export function inputPath(scope: LiquidScope): string {
  const page = scope.get(["page"]) as { inputPath?: unknown } | undefined;
  return typeof page?.inputPath === "string" ? page.inputPath : "";
}

/** Name of the page that is rendered, for messages. */
export const templateName = (scope: LiquidScope): string =>
  inputPath(scope).replace(/^\.\//, "") || "a template";

/** A bare word or words of a tag, in which variables may stand: `_posts/{{ page.twin }}.md`. */
export function* bareWords(text: string, engine: LiquidEngine, scope: LiquidScope): LiquidSteps {
  const unquoted = text.trim().replace(/^(["'])(.*)\1$/, "$2");
  if (!unquoted.includes("{{")) return unquoted;
  const rendered = yield engine.renderer.renderTemplates(engine.parse(unquoted), scope);
  return String(rendered).trim();
}
