import path from "node:path";
import { SyntaxKind } from "typescript/unstable/ast";
import {
  API,
  type Checker,
  ElementFlags,
  ObjectFlags,
  type Program,
  type Signature,
  SignatureKind,
  SymbolFlags,
  type Symbol as TsSymbol,
  type TupleType,
  type Type,
  TypeFlags,
  type TypeReference,
} from "typescript/unstable/sync";
import { packageRoot } from "../paths.js";

/** Type aliases of the standard library that are referred to by name, like its interfaces; others are expanded. */
const standardAliases = new Set(["Partial", "Readonly", "Record"]);

/**
 * Returns the declarations of everything that `index.ts` exports, as one module without imports, so that editors show
 * options instead of the schema that they derive from, and the types need no other package.
 */
export function declarations(): string {
  const api = new API({ cwd: packageRoot });
  try {
    const [project] = api
      .updateSnapshot({ openProjects: [path.join(packageRoot, "tsconfig.json")] })
      .getProjects();
    if (!project) throw new Error("tsconfig.json is not a project");
    return new DeclarationWriter(project.checker, project.program).write(
      path.join(packageRoot, "plugin/index.ts"),
    );
  } finally {
    api.close();
  }
}

class DeclarationWriter {
  readonly #checker: Checker;
  readonly #program: Program;
  /** Named types in the order of their first reference. */
  readonly #named = new Map<string, TsSymbol>();
  /** Exported aliases by their type, since the checker does not always keep their names. */
  readonly #aliases = new Map<number, TsSymbol>();

  constructor(checker: Checker, program: Program) {
    this.#checker = checker;
    this.#program = program;
  }

  write(file: string): string {
    const source = this.#program.getSourceFile(file);
    const module = source && this.#checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file} is not a module`);
    const exported = this.#checker
      .getExportsOfModule(module)
      // Without the name for `require`, which has the default export again.
      .filter(({ name }) => /^\w+$/.test(name))
      .map((symbol) => (symbol.flags & SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol))
      .sort((a, b) => Number(b.name === "default") - Number(a.name === "default") || compare(a.name, b.name));
    for (const symbol of exported.filter(isNamed)) {
      this.#named.set(symbol.name, symbol);
      this.#aliases.set(this.#checker.getDeclaredTypeOfSymbol(symbol).id, symbol);
    }
    const functions = exported.filter((symbol) => !isNamed(symbol)).map((symbol) => this.#function(symbol));
    // Writing a type may add others to the map, which the loop visits as well.
    const types: string[] = [];
    for (const symbol of this.#named.values())
      types.push(this.#declaration(symbol, exported.includes(symbol)));
    // Without `export {}`, all declarations of the file would be exported.
    return `${[...functions, ...types, "export {};"].join("\n\n")}\n`;
  }

  #function(symbol: TsSymbol): string {
    const type = this.#checker.getTypeOfSymbol(symbol);
    const [signature] = type ? this.#checker.getSignaturesOfType(type, SignatureKind.Call) : [];
    if (symbol.name !== "default" || !signature) throw new Error(`${symbol.name} can't be declared`);
    return `${this.#comment(symbol, "")}export default function indigo${this.#signature(signature, ": ", "")};`;
  }

  #declaration(symbol: TsSymbol, isExported: boolean): string {
    const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
    const start = `${this.#comment(symbol, "")}${isExported ? "export " : ""}`;
    return symbol.flags & SymbolFlags.Interface
      ? `${start}interface ${symbol.name} ${this.#members(type, "")}`
      : `${start}type ${symbol.name} = ${this.#type(type, "", true)};`;
  }

  /**
   * Returns a reference to a type by its name, if it has one; else the expanded type.
   *
   * @param isAliased - Whether the alias of the type is being declared, so that it is expanded.
   */
  #type(type: Type, indent: string, isAliased = false): string {
    const alias = isAliased ? undefined : (type.getAliasSymbol() ?? this.#aliases.get(type.id));
    const symbol = alias ?? type.getSymbol();
    const typeArguments = alias ? type.getAliasTypeArguments() : this.#typeArguments(type);
    if (symbol && isNamed(symbol)) {
      const origin = this.#originOf(symbol);
      if (origin === "plugin" && typeArguments.length === 0) return this.#reference(symbol);
      const isAlias = (symbol.flags & SymbolFlags.TypeAlias) !== 0;
      const isArray = this.#checker.isArrayType(type);
      if (origin === "standard" && !isArray && (!isAlias || standardAliases.has(symbol.name))) {
        const names = typeArguments.map((argument) => this.#type(argument, indent));
        return names.length > 0 ? `${symbol.name}<${names.join(", ")}>` : symbol.name;
      }
    }
    return this.#structure(type, indent);
  }

  #reference(symbol: TsSymbol): string {
    const other = this.#named.get(symbol.name);
    if (other && other.id !== symbol.id) throw new Error(`two different types are named ${symbol.name}`);
    this.#named.set(symbol.name, symbol);
    return symbol.name;
  }

  /** Returns an expanded type. */
  #structure(type: Type, indent: string): string {
    if (type.isErrorType()) throw new Error("an exported type has an error; run tsc");
    if (type.flags & (TypeFlags.Intrinsic | TypeFlags.Literal)) return this.#checker.typeToString(type);
    if (type.isSubstitutionType()) return `NoInfer<${this.#type(type.getBaseType(), indent)}>`;
    if (type.isTypeParameter()) return type.getSymbol()?.name ?? "unknown";
    if (type.isUnionType()) return this.#union(type.getTypes(), indent);
    if (this.#checker.isTupleType(type)) return this.#tuple(type as TypeReference, indent);
    if (this.#checker.isArrayType(type)) return this.#array(type, indent);
    const symbol = type.getSymbol();
    // From an optional peer dependency or a development dependency, which a site may lack.
    if (symbol && isNamed(symbol) && this.#originOf(symbol) === "package") return "any";
    if (type.flags & (TypeFlags.Object | TypeFlags.Intersection)) {
      const signatures = this.#checker.getSignaturesOfType(type, SignatureKind.Call);
      const isFunction = signatures.length === 1 && this.#checker.getPropertiesOfType(type).length === 0;
      return isFunction && signatures[0]
        ? this.#signature(signatures[0], " => ", indent)
        : this.#members(type, indent);
    }
    throw new Error(`${this.#checker.typeToString(type)} can't be declared`);
  }

  #typeArguments(type: Type): readonly Type[] {
    const isReference =
      type.isObjectType() && (type.objectFlags & ObjectFlags.Reference) !== 0 && !type.isTupleType();
    return isReference ? this.#checker.getTypeArguments(type as TypeReference) : [];
  }

  #union(types: readonly Type[], indent: string): string {
    const exactUndefined = this.#checker.getUndefinedType().id;
    const names = types
      // Any other `undefined` is how the checker marks an optional property.
      .filter(({ flags, id }) => !(flags & TypeFlags.Undefined) || id === exactUndefined)
      .sort((a, b) => Number(isNothing(a)) - Number(isNothing(b)))
      .map((type) => this.#part(type, indent));
    if (names.includes("true") && names.includes("false")) {
      names.splice(names.indexOf("false"), 1);
      names[names.indexOf("true")] = "boolean";
    }
    return names.join(" | ");
  }

  #array(type: Type, indent: string): string {
    const [element] = this.#checker.getTypeArguments(type as TypeReference);
    const list = `${element ? this.#part(element, indent) : "unknown"}[]`;
    return type.getSymbol()?.name === "ReadonlyArray" ? `readonly ${list}` : list;
  }

  #tuple(type: TypeReference, indent: string): string {
    const { elementFlags, readonly } = type.getTarget() as TupleType;
    const elements = this.#checker.getTypeArguments(type).map((element, index) => {
      const flags = elementFlags[index] ?? ElementFlags.Required;
      if (flags & ElementFlags.Rest) return `...${this.#part(element, indent)}[]`;
      return flags & ElementFlags.Optional ? `${this.#part(element, indent)}?` : this.#type(element, indent);
    });
    return `${readonly ? "readonly " : ""}[${elements.join(", ")}]`;
  }

  /** Returns a type as a part of an array or a union, in parentheses if necessary. */
  #part(type: Type, indent: string): string {
    const name = this.#type(type, indent);
    const isSimple = /^[\w$]+$/.test(name) || name.startsWith("{");
    return !isSimple && (type.isUnionType() || /^(\(|<|readonly )/.test(name)) ? `(${name})` : name;
  }

  #members(type: Type, indent: string): string {
    const inner = `${indent}  `;
    const lines = this.#checker.getPropertiesOfType(type).map((property) => this.#property(property, inner));
    for (const { keyType, valueType, isReadonly } of this.#checker.getIndexInfosOfType(type)) {
      const key = this.#checker.typeToString(keyType);
      lines.push(`${inner}${isReadonly ? "readonly " : ""}[key: ${key}]: ${this.#type(valueType, inner)};`);
    }
    for (const signature of this.#checker.getSignaturesOfType(type, SignatureKind.Call)) {
      lines.push(`${inner}${this.#signature(signature, ": ", inner)};`);
    }
    return lines.length > 0 ? `{\n${lines.join("\n")}\n${indent}}` : "{}";
  }

  #property(property: TsSymbol, indent: string): string {
    const type = this.#checker.getTypeOfSymbol(property);
    if (!type) throw new Error(`${property.name} has no type`);
    const start = this.#comment(property, indent) + indent;
    const name = /^[a-z_$][\w$]*$/i.test(property.name) ? property.name : JSON.stringify(property.name);
    const optional = property.flags & SymbolFlags.Optional ? "?" : "";
    if (property.flags & SymbolFlags.Method) {
      return this.#checker
        .getSignaturesOfType(this.#checker.getNonNullableType(type) ?? type, SignatureKind.Call)
        .map((signature) => `${start}${name}${optional}${this.#signature(signature, ": ", indent)};`)
        .join("\n");
    }
    return `${start}${isReadonly(property) ? "readonly " : ""}${name}${optional}: ${this.#type(type, indent)};`;
  }

  #signature(signature: Signature, arrow: string, indent: string): string {
    const own = signature.getTypeParameters().map((parameter) => {
      const constraint = this.#checker.getConstraintOfTypeParameter(parameter);
      const name = parameter.getSymbol()?.name ?? "";
      return constraint ? `${name} extends ${this.#type(constraint, indent)}` : name;
    });
    const context = signature.getThisParameter();
    const parameters = [...(context ? [context] : []), ...signature.getParameters()].map(
      (parameter, index, { length }) => {
        const type = this.#checker.getTypeOfSymbol(parameter);
        const isRest = signature.hasRestParameter && index === length - 1;
        const optional = isOptional(parameter) ? "?" : "";
        const name = type ? this.#type(type, indent) : "unknown";
        return `${isRest ? "..." : ""}${parameter.name}${optional}: ${optional ? name.replace(/ \| undefined$/, "") : name}`;
      },
    );
    const result = this.#checker.getReturnTypeOfSignature(signature);
    const start = own.length > 0 ? `<${own.join(", ")}>` : "";
    return `${start}(${parameters.join(", ")})${arrow}${result ? this.#type(result, indent) : "void"}`;
  }

  #comment(symbol: TsSymbol, indent: string): string {
    const text = this.#checker.getDocumentationCommentOfSymbol(symbol).trim();
    const tags = this.#checker
      .getJsDocTagsOfSymbol(symbol)
      .map((tag) => `@${tag.name}${tag.text ? `${tag.text.includes("\n") ? "\n" : " "}${tag.text}` : ""}`);
    const lines = [text, tags.join("\n")].filter(Boolean).join("\n\n").split("\n");
    if (lines[0] === "") return "";
    if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
    return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
  }

  /** Returns where a type is declared. */
  #originOf(symbol: TsSymbol): "plugin" | "standard" | "package" {
    const file = symbol.declarations[0]?.path ?? "";
    if (/\/lib\.[\w.]+\.d\.ts$/.test(file)) return "standard";
    return file.includes("/node_modules/") ? "package" : "plugin";
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

const isNamed = ({ flags }: TsSymbol): boolean =>
  (flags & (SymbolFlags.Interface | SymbolFlags.TypeAlias | SymbolFlags.Class)) !== 0;

const isNothing = ({ flags }: Type): boolean => (flags & (TypeFlags.Undefined | TypeFlags.Null)) !== 0;

/** The checker's flag of a synthesized readonly property, as of a mapped type. */
const madeReadonly = 8;

interface Declared {
  readonly modifiers?: readonly { readonly kind: number }[];
  readonly questionToken?: object;
  readonly initializer?: object;
}

const declarationOf = (symbol: TsSymbol): Declared =>
  (symbol.declarations[0]?.resolve() ?? {}) as unknown as Declared;

function isReadonly(property: TsSymbol): boolean {
  if (property.checkFlags !== 0) return (property.checkFlags & madeReadonly) !== 0;
  return Boolean(declarationOf(property).modifiers?.some(({ kind }) => kind === SyntaxKind.ReadonlyKeyword));
}

function isOptional(parameter: TsSymbol): boolean {
  const { questionToken, initializer } = declarationOf(parameter);
  return questionToken !== undefined || initializer !== undefined;
}
