import type { CreateNodeOptions, Document, LineCounter, ScalarTag } from "yaml";
import { type DataFile, readData } from "../../utils/data-file.js";
import { load } from "../../utils/require.js";
import { plainNumbers, toFloat } from "./float.js";
import { rubyScalar } from "./scalars.js";

/**
 * Parses YAML 1.1 as Ruby's Psych does, with which Jekyll reads settings, front matter and data: `yes` is true, `2024-03-05` is
 * a date, the last of duplicate keys wins, and later lines of quoted text and of lists in brackets need no indentation.
 *
 * @param linesBefore - Number of lines of the file before the source.
 * @throws IndigoError with file and line for malformed YAML, and for its limits; see {@link readData}.
 * @see https://github.com/ruby/psych/blob/v4.0.3/lib/psych/scalar_scanner.rb
 */
export function readRubyYaml(source: string, file: string, linesBefore = 0): RubyYaml {
  const found: Found = { hasFloats: false };
  const { value, place } = readData(source, file, linesBefore, (text, lines) =>
    parseRubyYaml(text, lines, found),
  );
  return { value: found.hasFloats ? plainNumbers(value) : value, exact: value, place };
}

/** YAML as Ruby reads it. */
export interface RubyYaml extends DataFile {
  /** The value with a {@link RubyFloat} for each float that Ruby prints in another way than JavaScript. */
  exact: unknown;
}

/** What is found while YAML is parsed. */
interface Found {
  hasFloats: boolean;
}

/** Parses the first document of a source. */
function parseRubyYaml(source: string, lines: LineCounter, found: Found): Document {
  const document = parseWith(source, found, lenientLexer(), lines);
  // The usual lexer finds the line of an open quote or bracket, the lenient one only the end of the file.
  return document.errors.length > 0 ? parseWith(source, found, undefined) : document;
}

function parseWith(source: string, found: Found, lexer: object | undefined, lines?: LineCounter): Document {
  const { Composer, Document, Parser } = load("yaml") as typeof import("yaml");
  const parser = new Parser(lines?.addNewLine);
  // The parser has no option for its lexer, which is replaced as the documentation of the package shows.
  if (lexer) Object.assign(parser, { lexer });
  const composer = new Composer({
    version: "1.1",
    strict: false,
    uniqueKeys: false,
    logLevel: "error",
    customTags: (tags) => [scalarTag(found), ...tags],
  });
  const [document] = composer.compose(parser.parse(source), true, source.length);
  return document ?? new Document(null as CreateNodeOptions | null);
}

/** The part of the lexer of the package `yaml` that knows how much the lines of a value must be indented. */
interface LexerInside {
  indentNext: number;
  parseQuotedScalar(): Generator<string, unknown>;
  parseFlowCollection(): Generator<string, unknown>;
}

/** Returns a lexer that accepts later lines of quotes and brackets with any indentation, as libyaml does. */
function lenientLexer(): object {
  const { Lexer } = load("yaml") as typeof import("yaml");
  const lexer = new Lexer() as unknown as LexerInside;
  for (const name of ["parseQuotedScalar", "parseFlowCollection"] as const) {
    const parse = lexer[name];
    lexer[name] = function* () {
      const indent = this.indentNext;
      this.indentNext = 0;
      try {
        return yield* parse.call(this);
      } finally {
        this.indentNext = indent;
      }
    };
  }
  return lexer;
}

/** Reads every plain scalar but the merge key `<<`. */
const scalarTag = (found: Found): ScalarTag => ({
  tag: "tag:ruby.yaml.org,2002:scalar",
  default: true,
  test: /^(?!<<$)/,
  resolve(text) {
    const value = rubyScalar(text);
    if (typeof value !== "number" || !/[.e]/i.test(text)) return value;
    const float = toFloat(value);
    found.hasFloats ||= float !== value;
    return float;
  },
});
