import type { z } from "zod";
import { alternatives, IndigoError, suggestion } from "./errors.js";

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Path = readonly PropertyKey[];

/** What is checked, in the words that an author uses for it. */
export interface Subject {
  /** What one value is called: `option`, `field`. */
  noun: string;
  /** Whose values these are, if that needs saying: ` of publication "lora"`. */
  owner?: string;
  /** Where a value stands: `eleventy.config.js`, `publications.yaml:12`. */
  place(path: Path): string;
}

const typeNames: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of named values",
  record: "a group of named values",
};

/**
 * Holds a value of the author's against a schema.
 *
 * @returns The value as the schema gives it back: defaults filled in, text trimmed.
 * @throws IndigoError that names every problem with its place, what was expected, and a nearby name for a slip.
 */
export function validate<S extends z.ZodType>(schema: S, value: unknown, subject: Subject): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new IndigoError(...describeIssues(result.error.issues, schema, value, subject));
}

/** The sentences for what a schema found wrong. */
export function describeIssues(
  issues: readonly Issue[],
  schema: Schema,
  value: unknown,
  subject: Subject,
): string[] {
  return issues.flatMap(narrow).flatMap((issue) => describe(issue, schema, value, subject));
}

/** Of a union of shapes, the complaints of the shape that the author was writing. */
function narrow(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.find((branch) =>
    branch.every((inner) => inner.path.length > 0 || !isWrongType(inner)),
  );
  if (!meant) return [issue];
  return meant.flatMap((inner) => narrow({ ...inner, path: [...issue.path, ...inner.path] }));
}

const isWrongType = (issue: Issue): boolean => issue.code === "invalid_type";

function describe(issue: Issue, schema: Schema, value: unknown, subject: Subject): string[] {
  const owner = subject.owner ?? "";
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const name = dotted(path);
      // A schema that knows better than its keys what was meant says so itself.
      const near = issue.message.startsWith(" ") ? issue.message : suggestion(key, known);
      const hint = near || (known.length > 0 ? ` Known: ${known.join(", ")}.` : "");
      return `unknown ${subject.noun} "${name}"${owner} in ${subject.place(path)}.${hint}`;
    });
  }
  const name = dotted(issue.path);
  const place = subject.place(issue.path);
  const found = valueAt(value, issue.path);
  if (found === undefined && issue.path.length > 0) {
    return [`missing ${subject.noun} "${name}"${owner} in ${place}.`];
  }
  const start = name
    ? `${subject.noun} "${name}"${owner} in ${place}`
    : `${subject.noun}s${owner} in ${place}`;
  const near =
    issue.code === "invalid_value" && typeof found === "string"
      ? suggestion(found, issue.values.map(String))
      : "";
  return [`${start} ${expectation(issue)}, but it is ${shorten(found)}.${near}`];
}

function expectation(issue: Issue): string {
  if (issue.message.startsWith("must")) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${alternatives(issue.values)}`;
    case "invalid_union": {
      const types = issue.errors.flat().filter((inner) => inner.code === "invalid_type");
      return `must be ${[...new Set(types.map((inner) => typeNames[inner.expected] ?? inner.expected))].join(" or ")}`;
    }
    default:
      return `is not right: ${issue.message}`;
  }
}

/** The names that a strict object at this path of a schema knows. */
function keysAt(schema: Schema, path: Path): string[] {
  const def = schema._zod.def as z.core.$ZodTypeDef & Record<string, unknown>;
  if (def.innerType) return keysAt(def.innerType as Schema, path);
  if (def.type === "pipe") return keysAt(def.in as Schema, path);
  if (def.type === "union") return (def.options as Schema[]).flatMap((option) => keysAt(option, path));
  const [first, ...rest] = path;
  if (def.type === "array") return path.length > 0 ? keysAt(def.element as Schema, rest) : [];
  if (def.type !== "object") return [];
  const shape = def.shape as Record<string, Schema>;
  if (first === undefined) return Object.keys(shape);
  const next = shape[String(first)];
  return next ? keysAt(next, rest) : [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
}

function dotted(path: Path): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`))
    .join("");
}

/** A value as JSON, else by its kind: a config is JavaScript, whose values may have no such form. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === "bigint" ? `${value}n` : `a ${typeof value} that can't be shown`;
  }
}

function shorten(value: unknown): string {
  const text = written(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
