import nunjucks from "nunjucks";

// Translates the theme's Nunjucks templates into plain JavaScript functions, which return a text at once. Nunjucks itself
// compiles into functions with callbacks, and copies all data for each include; these take a quarter of the time. The functions
// are called through `templates/template-functions.ts`, which says when they may stand in for the original.
//
// A function gets the state of a rendering `r` and the variables `f` that templates set; `r.c` has the data of the page. Both are
// lists, in which each name has its place: reading from objects with prototypes took most of the time of a page. A scope that
// sets variables has its own copy of the list.

/** A node of Nunjucks' syntax tree, which its declarations lack. */
interface Node {
  readonly typename: string;
  readonly fields: readonly string[];
  readonly [field: string]: unknown;
}

const { parser } = nunjucks as unknown as {
  parser: { parse(source: string, extensions: unknown[], options: object): Node };
};

/** A reason why a template can't be a function. */
class Unsupported extends Error {}

/** Where a statement stands. */
interface Scope {
  /** Whether a change of a variable reaches the scopes around it, as in a loop. */
  readonly kind: "root" | "block" | "loop";
  /** The name of the block around it. */
  readonly block?: string;
  /** The JavaScript variables that stand for names of the template. */
  readonly locals: ReadonlyMap<string, string>;
}

/**
 * A translated template: JavaScript of a function that takes `slot`, which returns the place of a variable, and `filter`, which
 * returns that of a filter. It returns an object with `parent`, `root`, `blocks`, and `sets`: whether the root sets variables.
 */
export interface TemplateFunction {
  readonly code: string;
  /** The templates that it extends and includes by name. */
  readonly templates: readonly string[];
  /** The names of all variables. */
  readonly variables: readonly string[];
}

/**
 * Translates a template.
 *
 * @param source - The template's text.
 * @param options - Options of the Nunjucks environment, such as `trimBlocks`.
 * @returns `undefined` if the template has something that only Nunjucks can do, such as an asynchronous filter.
 */
export function templateFunction(source: string, options: object = {}): TemplateFunction | undefined {
  try {
    return new Translator(parser.parse(source, [], options)).translate();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

const text = (value: unknown): string => JSON.stringify(value);
const node = (value: unknown): Node => value as Node;
const children = (value: unknown): readonly Node[] => node(value).children as Node[];
const nameOf = (value: unknown): string => String(node(value).value);

/** Filters of Nunjucks or Eleventy that call back. */
const asyncFilters = new Set(["renderTransforms"]);

const operators: Readonly<Record<string, string>> = { Or: "||", And: "&&", Add: "+", Sub: "-" };

class Translator {
  private readonly templates = new Set<string>();
  private readonly variables = new Set<string>();
  private readonly filters = new Set<string>();
  private readonly blocks = new Map<string, string>();
  private parent: string | undefined;
  private count = 0;

  constructor(private readonly root: Node) {}

  translate(): TemplateFunction {
    const parent = children(this.root).find(({ typename }) => typename === "Extends");
    this.parent = parent && this.literal(parent.template);
    const body = this.statements(this.root, { kind: "root", locals: new Map() });
    const root = functionOf("r, f", `const { outer } = r;\n${body}`);
    const blocks = [...this.blocks].map(([name, code]) => `${text(name)}: ${code}`);
    const places = [
      ...[...this.variables].map((name) => `$${name} = slot(${text(name)})`),
      ...[...this.filters].map((name) => `$$${name} = filter(${text(name)})`),
    ];
    return {
      code: `(slot, filter) => {${places.length > 0 ? `\nconst ${places.join(", ")};` : ""}
return { parent: ${text(this.parent) ?? "undefined"}, sets: ${setsVariables(this.root)}, root: ${root}, blocks: { ${blocks.join(",\n")} } };
}`,
      templates: [...this.templates],
      variables: [...this.variables],
    };
  }

  private id(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  /** The name of another template, which has to be known ahead. */
  private literal(value: unknown): string {
    if (node(value).typename !== "Literal") throw new Unsupported();
    const name = nameOf(value);
    this.templates.add(name);
    return name;
  }

  private statements(parent: unknown, scope: Scope): string {
    let locals = scope.locals;
    let code = "";
    for (const child of children(parent)) {
      if (child.typename === "Macro") {
        const id = this.id("m");
        code += this.macro(child, id, scope);
        locals = new Map(locals).set(nameOf(child.name), id);
      } else code += this.statement(child, { ...scope, locals });
    }
    return code;
  }

  private statement(child: Node, scope: Scope): string {
    switch (child.typename) {
      case "Output":
        return children(child)
          .map((part) => this.output(part, scope))
          .join("");
      case "NodeList":
        return this.statements(child, scope);
      case "Set":
        return this.set(child, scope);
      case "If":
        return this.condition(child, scope);
      case "For":
        return this.loop(child, scope);
      case "Include":
        return this.include(child, scope);
      case "Block":
        return this.block(child, scope);
      case "Extends":
        return "";
      default:
        throw new Unsupported(child.typename);
    }
  }

  private output(part: Node, scope: Scope): string {
    if (part.typename === "TemplateData") return part.value ? `o += ${text(part.value)};\n` : "";
    // `safe`: no escaping.
    if (part.typename === "Filter" && nameOf(part.name) === "safe")
      return `o += raw(${this.expression(children(part.args)[0], scope)});\n`;
    if (isSuper(part)) return `o += ${this.expression(part, scope)}.val;\n`;
    return `o += escaped(${this.expression(part, scope)});\n`;
  }

  private set(child: Node, scope: Scope): string {
    const value = child.value
      ? this.expression(child.value, scope)
      : `(() => { let o = ""; ${this.statements(node(child.body).body, scope)} return o; })()`;
    const [target, ...more] = child.targets as Node[];
    const name = nameOf(target);
    if (more.length > 0 || scope.locals.has(name)) throw new Unsupported();
    const slot = this.slot(name);
    // A variable that becomes undefined shows the one around it.
    const shown = `f[${slot}] = (t = ${value}) === undefined ? outer[${slot}] : t;\n`;
    // The data of the page keeps what a template sets outside blocks and loops.
    return scope.kind === "root" ? `${shown}c[${slot}] = t;\n` : shown;
  }

  /** Returns the JavaScript variable with the place of a variable. */
  private slot(name: string): string {
    this.variables.add(name);
    return `$${name}`;
  }

  private condition(child: Node, scope: Scope): string {
    const otherwise = child.else_ ? ` else {\n${this.body(child.else_, scope)}}` : "";
    return `if (${this.expression(child.cond, scope)}) {\n${this.body(child.body, scope)}}${otherwise}\n`;
  }

  /** Statements of a body, which is a list or a single node. */
  private body(value: unknown, scope: Scope): string {
    const { typename } = node(value);
    return typename === "NodeList" ? this.statements(value, scope) : this.statement(node(value), scope);
  }

  private loop(child: Node, scope: Scope): string {
    const [list, at] = [this.id("a"), this.id("i")];
    const names =
      node(child.name).typename === "Array" ? children(child.name).map(nameOf) : [nameOf(child.name)];
    const ids = names.map(() => this.id("v"));
    const locals = new Map(scope.locals);
    for (const [index, name] of names.entries()) locals.set(name, ids[index] as string);
    const usesLoop = contains(child.body, ({ typename, value }) => typename === "Symbol" && value === "loop");
    if (usesLoop) locals.set("loop", "loop");
    const body = this.body(child.body, { ...scope, kind: "loop", locals });
    const values =
      ids.length === 1
        ? `const ${ids[0]} = ${list}[${at}];\n`
        : `const [${ids.join(", ")}] = ${list}[${at}];\n`;
    // Only what is elsewhere reads variables by their name.
    const isReadElsewhere = contains(child.body, ({ typename }) =>
      ["Include", "Block", "Macro"].includes(typename),
    );
    const own = isReadElsewhere ? names.map((name, index) => `f[${this.slot(name)}] = ${ids[index]};\n`) : [];
    const { before, after } = this.keep(isReadElsewhere ? names : [], namesSetIn(child.body));
    const otherwise = child.else_ ? `if (${list}.length === 0) {\n${this.body(child.else_, scope)}}\n` : "";
    return `const ${list} = ${ids.length === 1 ? "items" : "pairs"}(${this.expression(child.arr, scope)});
${before}for (let ${at} = 0; ${at} < ${list}.length; ${at} += 1) {
${values}${own.join("")}${usesLoop ? `const loop = loopAt(${at}, ${list}.length);\n` : ""}${body}}
${after}${otherwise}`;
  }

  /**
   * Returns statements before and after a loop, whose variables end with it. What the scope around the loop has set itself keeps
   * the value of the loop.
   */
  private keep(own: readonly string[], set: readonly string[]): { before: string; after: string } {
    let [before, after] = ["", ""];
    for (const name of new Set([...own, ...set])) {
      const [id, slot] = [this.id("k"), this.slot(name)];
      before += `const ${id} = f[${slot}];\n`;
      const condition = own.includes(name) ? "" : `if (${id} === undefined || ${id} === outer[${slot}]) `;
      after += `${condition}f[${slot}] = ${id};\n`;
    }
    return { before, after };
  }

  private include(child: Node, scope: Scope): string {
    if (child.ignoreMissing) throw new Unsupported();
    const isLiteral = node(child.template).typename === "Literal";
    const name = isLiteral ? text(this.literal(child.template)) : this.expression(child.template, scope);
    return `o += r.include(${name}, f);\n`;
  }

  private block(child: Node, scope: Scope): string {
    const name = nameOf(child.name);
    const body = this.body(child.body, { kind: "block", locals: new Map(), block: name });
    const own = setsVariables(child.body) ? "outer.slice()" : "outer";
    this.blocks.set(name, functionOf("r, outer, n", `const f = ${own};\n${body}`));
    // A template that extends another only sets variables, and hands on its blocks.
    if (this.parent && scope.kind === "root") return "";
    return `o += r.block(${text(name)}, f, 0);\n`;
  }

  /** A macro sees its arguments and the page's data only. */
  private macro(child: Node, id: string, scope: Scope): string {
    if (scope.kind !== "root") throw new Unsupported();
    const names = children(child.args).map((arg) => {
      if (arg.typename !== "Symbol") throw new Unsupported();
      return nameOf(arg);
    });
    const locals = new Map(names.map((name) => [name, this.id("v")]));
    const body = this.body(child.body, { kind: "block", locals });
    const own = names.map((name) => `f[${this.slot(name)}] = ${locals.get(name)};`).join(" ");
    return `const ${id} = (${[...locals.values()].join(", ")}) => { const outer = [], f = []; ${own}
let o = "", t;
${body}return safe(o); };
c[${this.slot(nameOf(child.name))}] = ${id};\n`;
  }

  private expression(value: unknown, scope: Scope): string {
    const it = node(value);
    switch (it.typename) {
      case "Literal":
        return it.value instanceof RegExp ? unsupported() : (text(it.value) ?? "undefined");
      case "Symbol":
        return this.symbol(nameOf(it), scope);
      case "Group":
        return `(${this.list(it, scope)})`;
      case "Array":
        return `[${this.list(it, scope)}]`;
      case "Dict":
        return `({ ${children(it).map((pair) => `${text(nameOf(pair.key))}: ${this.expression(pair.value, scope)}`)} })`;
      case "LookupVal":
        return `${this.operand(it.target, scope)}?.[${this.expression(it.val, scope)}]`;
      case "InlineIf":
        return `(${this.expression(it.cond, scope)} ? ${this.expression(it.body, scope)} : ${it.else_ ? this.expression(it.else_, scope) : '""'})`;
      case "Or":
      case "And":
      case "Add":
      case "Sub":
        return `(${this.expression(it.left, scope)} ${operators[it.typename]} ${this.expression(it.right, scope)})`;
      case "Not":
        return `!${this.operand(it.target, scope)}`;
      case "In":
        return `isIn(${this.expression(it.left, scope)}, ${this.expression(it.right, scope)})`;
      case "Is":
        return this.test(it, scope);
      case "Compare":
        return this.comparison(it, scope);
      case "Filter":
        return this.filter(it, scope);
      case "FunCall":
        return this.call(it, scope);
      default:
        throw new Unsupported(it.typename);
    }
  }

  private list(parent: Node, scope: Scope): string {
    return children(parent)
      .map((child) => this.expression(child, scope))
      .join(", ");
  }

  private operand(value: unknown, scope: Scope): string {
    return `(${this.expression(value, scope)})`;
  }

  /** A variable of the template comes before the page's data, unless it is undefined. */
  private symbol(name: string, { locals }: Scope): string {
    const local = locals.get(name);
    if (local) return local;
    if (name === "loop") throw new Unsupported();
    const slot = this.slot(name);
    return `((t = f[${slot}]) !== undefined ? t : c[${slot}])`;
  }

  private test(it: Node, scope: Scope): string {
    const right = node(it.right);
    if (right.name) throw new Unsupported();
    return `(r.env.getTest(${text(nameOf(right))}).call(r.context, ${this.expression(it.left, scope)}) === true)`;
  }

  private comparison(it: Node, scope: Scope): string {
    const ops = (it.ops as Node[]).map(({ type, expr }) => ` ${type} ${this.expression(expr, scope)}`);
    return `(${this.expression(it.expr, scope)}${ops.join("")})`;
  }

  private filter(it: Node, scope: Scope): string {
    const name = nameOf(it.name);
    if (asyncFilters.has(name)) throw new Unsupported();
    this.filters.add(name);
    return `r.filter($$${name}).call(r.context, ${this.list(node(it.args), scope)})`;
  }

  private call(it: Node, scope: Scope): string {
    const target = node(it.name);
    const args = this.list(node(it.args), scope);
    if (isSuper(it)) {
      if (!scope.block) throw new Unsupported();
      return `safe(r.block(${text(scope.block)}, f, n + 1))`;
    }
    if (target.typename === "LookupVal")
      return `call(${this.expression(target.target, scope)}, ${this.expression(target.val, scope)}, ${text(pathOf(target))}${args && `, ${args}`})`;
    return `callFunction(${this.expression(target, scope)}, ${text(pathOf(target))}, r.context${args && `, ${args}`})`;
  }
}

const isSuper = (it: Node): boolean =>
  it.typename === "FunCall" && node(it.name).typename === "Symbol" && nameOf(it.name) === "super";

function unsupported(): never {
  throw new Unsupported();
}

const functionOf = (parameters: string, body: string): string =>
  `(${parameters}) => { const { c } = r; let o = "", t;\n${body}return o; }`;

/** The name of what is called, for the message of an error. */
function pathOf(it: Node): string {
  if (it.typename === "Symbol" || it.typename === "Literal") return nameOf(it);
  return it.typename === "LookupVal" ? `${pathOf(node(it.target))}.${pathOf(node(it.val))}` : "…";
}

/** Returns whether a node or one below it fulfills a condition. */
function contains(value: unknown, condition: (it: Node) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => contains(item, condition));
  if (typeof value !== "object" || value === null || !("typename" in value)) return false;
  const it = node(value);
  // The body of `{% set x %}…{% endset %}` is not among the fields.
  return condition(it) || [...it.fields, "body"].some((field) => contains(it[field], condition));
}

/** Returns the names that a template sets in a node, but for those within blocks and macros, which are their own. */
function namesSetIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesSetIn);
  if (typeof value !== "object" || value === null || !("typename" in value)) return [];
  const it = node(value);
  if (it.typename === "Block" || it.typename === "Macro") return [];
  const own = it.typename === "Set" ? (it.targets as Node[]).map(nameOf) : [];
  return [...own, ...[...it.fields, "body"].flatMap((field) => namesSetIn(it[field]))];
}

/** Returns whether a node sets variables, those of macros included. */
const setsVariables = (value: unknown): boolean =>
  namesSetIn(value).length > 0 || contains(value, ({ typename }) => typename === "Macro");
