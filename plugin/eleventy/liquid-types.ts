/** The values of a template while it is rendered: a stack of scopes. */
export interface LiquidScope {
  push(scope: Record<string, unknown>): void;
  pop(): void;
  get(path: string[]): unknown;
  /** Reads a property of a value: `page.title`. */
  readProperty(value: unknown, key: unknown): unknown;
  getRegister(key: string): unknown;
  setRegister(key: string, value: unknown): void;
}

/** A parsed piece of a template; only one of an output (`{{ … }}`) has a value. */
export interface LiquidTemplate {
  readonly value?: { value(scope: LiquidScope): Generator<unknown, unknown, unknown> };
}

/** The source of a tag. */
export interface LiquidTagToken {
  readonly name: string;
  readonly args: string;
  readonly raw: string;
}

/** Reads the content of a block. */
export interface LiquidStream {
  on(event: string, listener: (template: LiquidTemplate) => void): LiquidStream;
  start(): void;
  stop(): void;
}

/** A generator through which a tag asks the engine for values: each yielded promise is awaited. */
export type LiquidSteps = Generator<unknown, unknown, unknown>;

/** What Eleventy registers as a tag. */
export interface LiquidTag {
  parse(token: LiquidTagToken, rest: unknown[]): void;
  render(scope: LiquidScope, emitter: unknown): LiquidSteps | string;
}

type Operator = (left: unknown, right: unknown, scope: LiquidScope) => unknown;

/** The options of liquidjs that limit what one template can use. */
export type LiquidLimit = "parseLimit" | "renderLimit" | "memoryLimit";

/**
 * The part of liquidjs that the theme uses. The package's own declarations are not imported, since it is a dependency of
 * Eleventy, and may be missing where the theme's types are used.
 */
export interface LiquidEngine {
  readonly options: { operators: Record<string, Operator> } & Readonly<Record<LiquidLimit, number>>;
  readonly filters: Readonly<Record<string, unknown>>;
  readonly parser: { parseStream(tokens: unknown[]): LiquidStream };
  readonly renderer: {
    renderTemplates(templates: LiquidTemplate[], scope: LiquidScope, emitter?: unknown): unknown;
  };
  parse(source: string, file?: string): LiquidTemplate[];
  render(templates: LiquidTemplate[], data: object, options?: object): Promise<unknown>;
  renderSync(templates: LiquidTemplate[], data: object, options?: object): unknown;
  evalValueSync(expression: string, scope: LiquidScope): unknown;
}

/** What Eleventy passes as `this` to a Liquid filter. */
export interface LiquidFilterContext {
  readonly context: LiquidScope;
  readonly liquid: LiquidEngine;
  /** The source of the filter, for details that its values lack. */
  readonly token: { readonly args: readonly { getText?(): string }[] };
  page?: { inputPath?: string };
}

/** Creates a tag for a Liquid engine, as Eleventy registers it. */
export type LiquidTagFactory = (engine: LiquidEngine) => LiquidTag;

/** A Liquid filter: takes the value, then the arguments. */
export type LiquidFilter = (this: LiquidFilterContext, value: unknown, ...values: unknown[]) => unknown;
