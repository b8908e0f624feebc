import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type nunjucks from "nunjucks";
import type { EleventyConfig } from "../eleventy/api.js";
import { ownFilter } from "../eleventy/filters.js";
import { layoutsFolder } from "../paths.js";
import { shortHash } from "../utils/hash.js";
import { memoize } from "../utils/memoize.js";
import { prebuilt } from "../utils/prebuilt.js";
import * as helpers from "./template-helpers.js";
import { Places } from "./template-places.js";
import { partPaths } from "./theme-files.js";

/** The values of variables, each at the place of its name. */
type Variables = unknown[];

/** The data of a page, by name. */
type Data = Readonly<Record<string, unknown>>;

/** A template as functions, which `build/template-function.ts` makes. */
interface TemplateFunctions {
  /** The template that it extends. */
  readonly parent: string | undefined;
  /** Whether the root sets variables. */
  readonly sets: boolean;
  root(rendering: Rendering, variables: Variables): string;
  /** The last parameter is the position among the blocks of this name: 0 is that of the template that extends all others. */
  readonly blocks: Readonly<Record<string, Block>>;
}

type Block = (rendering: Rendering, variables: Variables, at: number) => string;

/** What is prebuilt of a template. */
export interface PrebuiltFunctions {
  make(given: typeof helpers): (slot: Places["of"], filter: Places["of"]) => TemplateFunctions;
  /** The templates that it extends or includes. */
  readonly templates: readonly string[];
  /** The variables that it reads or sets. */
  readonly variables: readonly string[];
}

/** An environment of Nunjucks, with properties that its declarations lack. */
export interface Environment extends nunjucks.Environment {
  readonly loaders: nunjucks.ILoader[];
  readonly opts: { readonly autoescape: boolean; readonly throwOnUndefined: boolean };
  readonly globals: object;
  invalidateCache(): void;
}

/** The data and blocks of a rendering, `this` of filters. */
export interface Context {
  readonly ctx: Data;
  readonly blocks: Readonly<Record<string, readonly unknown[]>>;
}

interface Frame {
  readonly parent: Frame | undefined;
  readonly variables: Data;
}

/** A function of a template that Nunjucks compiled. */
type Render = (
  env: Environment,
  context: Context,
  frame: Frame,
  runtime: { handleError(error: unknown, line: number, column: number): unknown },
  callback: (error: unknown, text?: string) => void,
) => void;

/** A template that Nunjucks compiled: `root`, and a function for each block, such as `b_head`. */
export type CompiledTemplate = Readonly<Record<string, Render>>;

/** A template with those that it extends: their roots, and each block by name, that of the template itself first. */
interface Chain {
  readonly sets: boolean;
  readonly roots: readonly TemplateFunctions["root"][];
  readonly blocks: Readonly<Record<string, readonly Block[]>>;
}

/** Thrown for an included template without functions. */
const needsNunjucks = new Error("This template needs Nunjucks.");

/** The places of all variables and filters that the templates name. */
const variablePlaces = new Places();
const filterPlaces = new Places();

/** What filters and functions have as `this`: a context with what Eleventy adds to it. */
interface Caller extends Context {
  readonly env: Environment;
  readonly page: object | undefined;
  readonly eleventy: unknown;
}

type Filter = (this: Caller, ...args: unknown[]) => unknown;

/** What renderings of a page share. */
interface Shared {
  readonly env: Environment;
  readonly context: Caller;
  /** The author's template around, if there is one. */
  readonly frame: Frame | undefined;
  /** Filters at their places; those of the environment are added when they are called first. */
  readonly filters: (Filter | undefined)[];
  filterOf(name: string): Filter;
  readonly chainOf: (name: string) => Chain;
}

/** A rendering of a template, or of an included one. */
class Rendering {
  constructor(
    private readonly shared: Shared,
    private readonly chain: Chain,
    /** The page's data. */
    readonly c: Variables,
    /** The variables around it. */
    readonly outer: Variables,
  ) {
    this.env = shared.env;
    this.context = shared.context;
  }

  readonly env: Environment;
  readonly context: Caller;

  /** A template that extends another only sets variables; the text is that of the last. */
  render(): string {
    const variables = this.chain.sets ? this.outer.slice() : this.outer;
    let text = "";
    for (const root of this.chain.roots) text = root(this, variables);
    return text;
  }

  filter(place: number): Filter {
    const { filters } = this.shared;
    filters[place] ??= this.shared.filterOf(filterPlaces.names[place] as string);
    return filters[place] as Filter;
  }

  block(name: string, variables: Variables, at: number): string {
    const block = this.chain.blocks[name]?.[at];
    if (!block) throw needsNunjucks;
    return block(this, variables, at);
  }

  include(name: string, variables: Variables): string {
    const chain = this.shared.chainOf(name);
    // A template that is included by a variable may bring new places.
    const isComplete = this.c.length === variablePlaces.names.length;
    // What an included template sets stays there.
    const data = chain.sets || !isComplete ? this.c.slice() : this.c;
    if (!isComplete) {
      addData(data, this.context.ctx);
      addVariables(variables, this.shared.frame);
    }
    return new Rendering(this.shared, chain, data, variables).render();
  }
}

/** Adds the data of variables whose places came after it was read. */
function addData(variables: Variables, data: Data): void {
  const { names } = variablePlaces;
  for (let at = variables.length; at < names.length; at += 1) variables.push(data[names[at] as string]);
}

/** Returns the key of a template's functions. */
export const functionsKey = (text: string): string => shortHash(text);

/**
 * Renders the theme's templates by functions, several times as fast as Nunjucks, wherever the result is the same: if the site
 * replaces neither a template nor a block that takes part, and adds no global of a name that they use. Otherwise the code
 * that Nunjucks compiled runs.
 */
export class FastTemplates {
  /**
   * @param eleventyConfig - The configuration with the filters.
   * @param collection - Of prebuilt functions.
   * @param folders - The folders in which a file of the site may take the place of a template.
   */
  constructor(
    private readonly eleventyConfig: EleventyConfig,
    private readonly collection: string,
    private readonly folders: readonly string[],
  ) {}

  /** What it knows of the files of the theme and the site. */
  private known = this.unknown();

  /** Forgets what it knows of files, before a build. */
  reset(): void {
    this.known = this.unknown();
  }

  private unknown() {
    return {
      prebuilt: memoize((name: string) => this.findPrebuilt(name)),
      chains: memoize((name: string) => this.makeChain(name)),
      complete: new Map<string, boolean>(),
      filters: memoize((_env: Environment): Shared["filters"] => []),
    };
  }

  /**
   * Renders a template that is neither extended nor included.
   *
   * @returns `undefined` if Nunjucks has to render it.
   */
  render(name: string, env: nunjucks.Environment, data: object): string | undefined {
    const context: Context = { ctx: data as Data, blocks: {} };
    if (!this.canRender(name, env as Environment, context, {})) return undefined;
    try {
      return this.renderFast(name, env as Environment, context);
    } catch (error) {
      if (error === needsNunjucks) return undefined;
      throw error;
    }
  }

  /** Returns compiled code whose root uses functions where it can. */
  speedUp(name: string, code: CompiledTemplate): CompiledTemplate {
    const original = code.root as Render;
    const root: Render = (env, context, frame, runtime, callback) => {
      let text: string;
      try {
        if (!this.canRender(name, env, context, code)) {
          original(env, context, frame, runtime, callback);
          return;
        }
        text = this.renderFast(name, env, context, frame);
      } catch (error) {
        if (error === needsNunjucks) original(env, context, frame, runtime, callback);
        else callback(runtime.handleError(error, 0, 0));
        return;
      }
      callback(null, text);
    };
    return { ...code, root };
  }

  private renderFast(name: string, env: Environment, context: Context, frame?: Frame): string {
    const { chainOf } = this;
    const chain = chainOf(name);
    const [data, variables]: [Variables, Variables] = [[], []];
    addData(data, context.ctx);
    addVariables(variables, frame);
    const { ctx, blocks } = context;
    const caller: Caller = { ctx, blocks, env, page: ctx.page as object | undefined, eleventy: ctx.eleventy };
    const filterOf = (filter: string): Filter =>
      (ownFilter(this.eleventyConfig, filter) ?? env.getFilter(filter)) as Filter;
    const shared: Shared = {
      env,
      context: caller,
      frame,
      filters: this.known.filters(env),
      filterOf,
      chainOf,
    };
    return new Rendering(shared, chain, data, variables).render();
  }

  /** Returns the functions of a template; undefined if it has none, or if the site has a file in its place. */
  private findPrebuilt(name: string): PrebuiltFunctions | undefined {
    const [, file] = /^indigo\/(.+)$/.exec(name) ?? [];
    const source = path.join(layoutsFolder, name);
    if (!file || this.isReplaced(file) || !existsSync(source)) return undefined;
    const key = functionsKey(readFileSync(source, "utf8"));
    return prebuilt<PrebuiltFunctions | undefined>(`${this.collection}/${name}`, key, () => undefined);
  }

  /** Returns whether the site has a file in place of one of the theme's, by its name or its old one. */
  private isReplaced(file: string): boolean {
    const oldName = path.posix.basename(file);
    const names = partPaths().get(oldName) === file ? [file, oldName] : [file];
    return this.folders.some((folder) => names.some((name) => existsSync(path.join(folder, "indigo", name))));
  }

  /**
   * @param code - The compiled template. Its blocks must be the only ones: with those of a template that extends it, the result
   * is another.
   */
  private canRender(name: string, env: Environment, { blocks }: Context, code: CompiledTemplate): boolean {
    for (const block in blocks) {
      const [first, ...others] = blocks[block] ?? [];
      if (first !== code[`b_${block}`] || others.length > 0) return false;
    }
    if (!env.opts.autoescape || env.opts.throwOnUndefined) return false;
    return this.isComplete(name, env);
  }

  /** Returns whether a template and all that it names have functions, and no variable that they use is a global. */
  private isComplete(name: string, env: Environment): boolean {
    const { complete, prebuilt } = this.known;
    const known = complete.get(name);
    if (known !== undefined) return known;
    // For templates that include each other.
    complete.set(name, true);
    const found = prebuilt(name);
    const isComplete =
      found !== undefined &&
      !found.variables.some((variable) => variable in env.globals) &&
      found.templates.every((other) => this.isComplete(other, env));
    complete.set(name, isComplete);
    // Gives all variables their places before a rendering begins.
    if (isComplete) this.known.chains(name);
    return isComplete;
  }

  private readonly chainOf = (name: string): Chain => {
    const chain = this.known.chains(name);
    if (!chain) throw needsNunjucks;
    return chain;
  };

  private makeChain(name: string): Chain | undefined {
    const own = this.known.prebuilt(name)?.make(helpers)(variablePlaces.of, filterPlaces.of);
    if (!own?.parent) return own && { sets: own.sets, roots: [own.root], blocks: listsOf(own, {}) };
    const parent = this.makeChain(own.parent);
    return (
      parent && {
        sets: own.sets || parent.sets,
        roots: [own.root, ...parent.roots],
        blocks: listsOf(own, parent.blocks),
      }
    );
  }
}

/** Puts the blocks of a template before those of the ones that it extends. */
function listsOf(own: TemplateFunctions, parents: Chain["blocks"]): Chain["blocks"] {
  const lists = { ...parents };
  for (const [name, block] of Object.entries(own.blocks)) lists[name] = [block, ...(parents[name] ?? [])];
  return lists;
}

/** Adds the variables of the author's templates around one of the theme's, whose places came later. */
function addVariables(variables: Variables, frame: Frame | undefined): void {
  const { names } = variablePlaces;
  for (let at = variables.length; at < names.length; at += 1)
    variables.push(frame && valueIn(frame, names[at] as string));
}

function valueIn({ variables, parent }: Frame, name: string): unknown {
  const value = variables[name];
  return value === undefined && parent ? valueIn(parent, name) : value;
}
