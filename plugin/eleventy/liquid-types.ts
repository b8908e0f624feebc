/** The values of a template while it is rendered: a stack of scopes. */
export interface LiquidScope {
  push(scope: Record<string, unknown>): void;
  pop(): void;
  get(path: string[]): unknown;
  getRegister(key: string): unknown;
  setRegister(key: string, value: unknown): void;
}

/** A parsed piece of a template; only one of an output (`{{ … }}`) has a value. */
export interface LiquidTemplate {
  readonly value?: { value(scope: LiquidScope): Generator<unknown, unknown, unknown> };
}

/** A tag's text as it stands in the template. */
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

/** Asks the engine for values: what it yields is awaited, and the result comes back. */
export type LiquidSteps = Generator<unknown, unknown, unknown>;

/** What Eleventy registers as a tag. */
export interface LiquidTag {
  parse(token: LiquidTagToken, rest: unknown[]): void;
  render(scope: LiquidScope, emitter: unknown): LiquidSteps | string;
}

type Operator = (left: unknown, right: unknown, scope: LiquidScope) => unknown;

/**
 * The part of liquidjs that the theme uses. Not that package's own declarations: it is Eleventy's dependency, not ours,
 * and so need not be there for who imports the theme's types.
 */
export interface LiquidEngine {
  readonly options: { operators: Record<string, Operator> };
  readonly parser: { parseStream(tokens: unknown[]): LiquidStream };
  readonly renderer: {
    renderTemplates(templates: LiquidTemplate[], scope: LiquidScope, emitter?: unknown): unknown;
  };
  parse(source: string, file?: string): LiquidTemplate[];
  evalValue(expression: string, scope: LiquidScope): Promise<unknown>;
}

/** What Eleventy passes as `this` to a Liquid filter. */
export interface LiquidFilterContext {
  readonly context: LiquidScope;
  readonly liquid: LiquidEngine;
  /** The filter as it stands in the template, for what its values do not tell. */
  readonly token: { readonly args: readonly { getText?(): string }[] };
  page?: { inputPath?: string };
}

/** Makes a tag for one engine, as Eleventy wants it. */
export type LiquidTagFactory = (engine: LiquidEngine) => LiquidTag;

/** A filter of Liquid: the value, then what follows the colon. */
export type LiquidFilter = (this: LiquidFilterContext, value: unknown, ...values: unknown[]) => unknown;
