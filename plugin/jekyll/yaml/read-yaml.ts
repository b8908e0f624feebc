import type { CreateNodeOptions, Document, LineCounter, ScalarTag } from "yaml";
import { type DataFile, readData } from "../../utils/data-file.js";
import { load } from "../../utils/require.js";
import { rubyScalar } from "./scalars.js";

/**
 * Parses YAML 1.1 as Ruby's Psych does, with which Jekyll reads settings, front matter and data: `yes` is true, `2024-03-05` is
 * a date, the last of duplicate keys wins, and later lines of quoted text and of lists in brackets need no indentation.
 *
 * @param linesBefore - Number of lines of the file before the source.
 * @throws IndigoError with file and line for malformed YAML, and for its limits; see {@link readData}.
 * @see https://github.com/ruby/psych/blob/v4.0.3/lib/psych/scalar_scanner.rb
 */
export function readRubyYaml(source: string, file: string, linesBefore = 0): DataFile {
  return readData(source, file, linesBefore, parseRubyYaml);
}

/** Parses the first document of a source. */
function parseRubyYaml(source: string, lines: LineCounter): Document {
  const document = parseWith(source, lenientLexer(), lines);
  // The usual lexer finds the line of an open quote or bracket, the lenient one only the end of the file.
  return document.errors.length > 0 ? parseWith(source, undefined) : document;
}

function parseWith(source: string, lexer: object | undefined, lines?: LineCounter): Document {
  const { Composer, Document, Parser } = load("yaml") as typeof import("yaml");
  const parser = new Parser(lines?.addNewLine);
  // The parser has no option for its lexer, which is replaced as the documentation of the package shows.
  if (lexer) Object.assign(parser, { lexer });
  const composer = new Composer({
    version: "1.1",
    strict: false,
    uniqueKeys: false,
    logLevel: "error",
    customTags: (tags) => [scalarTag, ...tags],
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
const scalarTag: ScalarTag = {
  tag: "tag:ruby.yaml.org,2002:scalar",
  default: true,
  test: /^(?!<<$)/,
  resolve: rubyScalar,
};
