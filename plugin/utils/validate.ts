import type { z } from "zod";
import { alternatives, IndigoError, suggestion } from "./errors.js";

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Path = readonly PropertyKey[];

/** What is validated, for messages. */
export interface Subject {
  /** What a value is called: `option`, `field`. */
  noun: string;
  /** The thing that the values belong to: ` of publication "lora"`. */
  owner?: string;
  /** Returns the place of a value: `eleventy.config.js`, `publications.yaml:12`. */
  place(path: Path): string;
  /** Returns what is done instead of a value that is invalid or missing: `it is left out`. Default: nothing is said. */
  instead?(path: Path): string;
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
 * Validates a value against a schema.
 *
 * @returns The output of the schema: with defaults filled in and text trimmed.
 * @throws IndigoError with every problem: its place, the expected value, and a suggestion for a typo.
 */
export function validate<S extends z.ZodType>(schema: S, value: unknown, subject: Subject): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new IndigoError(...describeIssues(result.error.issues, schema, value, subject));
}

/** Returns a sentence for each issue that a schema reported. */
export function describeIssues(
  issues: readonly Issue[],
  schema: Schema,
  value: unknown,
  subject: Subject,
): string[] {
  return issues.flatMap(narrow).flatMap((issue) => describe(issue, schema, value, subject));
}

/** Returns the issues of the branch of a union that the author most likely meant. */
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
    const knownKeys = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const name = dotted(path);
      // A schema may supply a suggestion of its own.
      const similar = issue.message.startsWith(" ") ? issue.message : suggestion(key, knownKeys);
      const hint = similar || (knownKeys.length > 0 ? ` Known: ${knownKeys.join(", ")}.` : "");
      return `unknown ${subject.noun} "${name}"${owner} in ${subject.place(path)}${insteadOf(subject, path)}.${hint}`;
    });
  }
  const name = dotted(issue.path);
  const place = subject.place(issue.path);
  const actual = valueAt(value, issue.path);
  if (actual === undefined && issue.path.length > 0) {
    return [`missing ${subject.noun} "${name}"${owner} in ${place}${insteadOf(subject, issue.path)}.`];
  }
  const start = name
    ? `${subject.noun} "${name}"${owner} in ${place}`
    : `${subject.noun}s${owner} in ${place}`;
  const hint =
    issue.code === "invalid_value" && typeof actual === "string"
      ? suggestion(actual, issue.values.map(String))
      : "";
  return [
    `${start} ${expectation(issue)}, but it is ${shorten(actual)}${insteadOf(subject, issue.path)}.${hint}`,
  ];
}

const insteadOf = ({ instead }: Subject, path: Path): string => (instead ? `; ${instead(path)}` : "");

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
      return `is invalid: ${issue.message}`;
  }
}

/** Returns the keys that a schema allows at a path. */
function keysAt(schema: Schema, path: Path): string[] {
  const def = schema._zod.def as z.core.$ZodTypeDef & Record<string, unknown>;
  if (def.innerType) return keysAt(def.innerType as Schema, path);
  if (def.type === "pipe") return keysAt(def.in as Schema, path);
  if (def.type === "union") return (def.options as Schema[]).flatMap((option) => keysAt(option, path));
  const [first, ...rest] = path;
  if (def.type === "array") return path.length > 0 ? keysAt(def.element as Schema, rest) : [];
  if (def.type === "record") return path.length > 0 ? keysAt(def.valueType as Schema, rest) : [];
  if (def.type !== "object") return [];
  const shape = def.shape as Record<string, Schema>;
  if (first === undefined) return Object.keys(shape);
  const next = shape[String(first)];
  return next ? keysAt(next, rest) : [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (parent, key) => (parent as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
}

/** Returns the path of a value as an author writes it: `work[0].name`. */
export function dotted(path: Path): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`))
    .join("");
}

/** Returns a value as JSON, or a description of it: values of a JavaScript config may have no JSON. */
function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === "bigint" ? `${value}n` : `a ${typeof value} that can't be shown`;
  }
}

function shorten(value: unknown): string {
  const text = stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
