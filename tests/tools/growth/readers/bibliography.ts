import { writeFileSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../../../../plugin/eleventy/api.ts";
import type { LateCopies } from "../../../../plugin/eleventy/late-copies.ts";
import { en } from "../../../../plugin/i18n/strings/en.ts";
import { richText } from "../../../../plugin/publications/bibtex/tex/index.ts";
import { bibtexWorks } from "../../../../plugin/publications/bibtex/works.ts";
import { htmlText, plainText } from "../../../../plugin/publications/csl/rich-text.ts";
import { catalogueOf } from "../../../../plugin/publications/list/catalogue.ts";
import { nameFromText } from "../../../../plugin/publications/people/names.ts";
import { authorShower, indexedName } from "../../../../plugin/publications/people/shown-authors.ts";
import {
  type Publication,
  type PublicationFacts,
  publication,
} from "../../../../plugin/publications/publication.ts";
import { readPublications } from "../../../../plugin/publications/read.ts";
import { folder, numbered, type Readers, repeated } from "../texts.ts";

function readBib(source: string): Publication[] {
  const file = path.join(folder, "a.bib");
  writeFileSync(file, source);
  return bibtexWorks(file, { problems: [], hints: [] }).map(({ facts }) => publication(facts));
}

function readList(source: string): unknown {
  const file = path.join(folder, "a.yaml");
  writeFileSync(file, source);
  return readBibliography(file);
}

function readCsl(source: string): unknown {
  const file = path.join(folder, "a.json");
  writeFileSync(file, source);
  return readBibliography(file);
}

/** Reads a bibliography of a site, with all problems as warnings. */
function readBibliography(file: string): unknown {
  const directories = { input: folder, data: folder };
  const eleventyConfig = { directories, logger: { warn() {}, log() {} } } as unknown as EleventyConfig;
  const copies = { set() {} } as unknown as LateCopies;
  return readPublications(
    eleventyConfig,
    { bibliography: file, bibliographyErrors: "warn", title: "T", author: { name: "T", names: [] } },
    copies,
  );
}

/** Reads lines as the names of authors of one publication, who are all co-authors with web sites. */
function readAuthors(source: string): unknown {
  const names = source.split("\n").filter(Boolean);
  const coauthors = Object.fromEntries(names.map((name) => [name, "https://example.org/"]));
  const facts = {
    title: "T",
    authors: names,
    editors: [],
    venue: "",
    type: "book",
    selected: false,
    links: [],
  };
  const work = publication(facts as PublicationFacts);
  return [authorShower({ self: [], coauthors })(work), work.authors.map(indexedName)];
}

const list = (length: number, item: (index: number) => string): string =>
  `[${numbered((index) => `${item(index)},\n`)(length)}{}]`;

const entry = (fields: string): string => `@article{a,\n  title = {T},\n  year = 2020,\n  ${fields}\n}\n`;

/** Readers of publications and names. */
export const bibliography: Readers = {
  bibtex: {
    read: readBib,
    texts: {
      entries: numbered(
        (index) => `@article{k${index}, title = {A title}, author = {Hu, E. and Yang, G.}, year = 2020}\n`,
      ),
      "percent signs": (length) => `@article{a, title = {T} ${"%".repeat(length)}\n  year = 2020 }\n`,
      "percent signs and lines": (length) =>
        `@article{a, title = {T} ${"%\n ".repeat(length / 3)}\n  year = 2020 }\n`,
      "a long name": (length) => entry(`author = {${"A".repeat(length)}}`),
      "a name of many words": (length) => entry(`author = {${"Ab ".repeat(length / 3)}}`),
      "many names": (length) => entry(`author = {${"A B and ".repeat(length / 8)}C D}`),
      commas: (length) => entry(`author = {${"a, ".repeat(length / 3)}}`),
      "accent and spaces": (length) => entry(`note = {\\'{${" ".repeat(length)}}`),
      accents: (length) => entry(`note = {${"\\'{e}".repeat(length / 5)}}`),
      "accents open": (length) => entry(`note = {${"{\\'".repeat(length / 3)}`),
      "formulas open": (length) => entry(`note = {${"\\(".repeat(length / 2)}}`),
      dollars: (length) => entry(`note = {${"$".repeat(length)}}`),
      formulas: (length) => entry(`note = {${"$x_1$ ".repeat(length / 6)}}`),
      "nested braces": (length) => entry(`note = {${"{".repeat(length / 2)}${"}".repeat(length / 2)}}`),
      "braces open": (length) => entry(`note = {${"{".repeat(length)}`),
      "fields without commas": (length) => `@article{a,\n${"note = {a}\n".repeat(length / 11)}}\n`,
      "many fields": (length) => `@article{a,\n${numbered((index) => `f${index} = {a},\n`)(length)}}\n`,
      "the same field": (length) => `@article{a,\n${"note = {a},\n".repeat(length / 12)}}\n`,
      "a chain of crossrefs": numbered(
        (index) => `@inproceedings{k${index}, title = {T}, year = 2020, crossref = {k${index + 1}}}\n`,
      ),
      "a chain of strings": numbered((index) => `@string{s${index + 1} = s${index}}\n`),
      "strings that double": (length) =>
        `@string{s0 = "ab"}\n${numbered((index) => `@string{s${index + 1} = s${index} # s${index}}\n`)(Math.min(length, 2_000))}@article{a, title = s60, year = 2020}\n`,
      "at signs": repeated("@"),
      "entries open": repeated("@article{a, title = {"),
      comments: repeated("@comment{"),
      "spaces in a value": (length) => entry(`note = {a${" ".repeat(length)}b}`),
      commands: (length) => entry(`note = {${"\\emph{a} ".repeat(length / 9)}}`),
      "unknown commands": (length) => entry(`note = {${"\\foo".repeat(length / 4)}}`),
      concatenations: (length) => entry(`note = "a"${' # "a"'.repeat(length / 6)}`),
      keywords: (length) => entry(`keywords = {${numbered((index) => `k${index}, `)(length)}}`),
      "marks of CSL": (length) => entry(`note = {${"<i>".repeat(length / 3)}}`),
      "comments in lines": repeated("@comment{\n"),
      "preambles in lines": repeated("@preamble{\n"),
      "spaces after entries": (length) => `@misc{a, title = {T}, year = 2020}${" ".repeat(length)}x`,
      "blank lines between entries": (length) =>
        `${`@misc{a, title = {T}, year = 2020}\n${"\n".repeat(960)}`.repeat(length / 1_000)}`,
      "crossrefs to one entry": (length) =>
        `${numbered((index) => `@inproceedings{k${index}, title = {T}, year = 2020, crossref = {p}}\n`)(length / 2)}@proceedings{p, title = {${"P".repeat(length / 2)}}}\n`,
      "xdata of one entry": (length) =>
        `${numbered((index) => `@misc{k${index}, title = {T}, year = 2020, xdata = {p}}\n`)(length / 2)}@xdata{p, abstract = {${"P ".repeat(length / 4)}}}\n`,
      "unknown crossrefs": numbered(
        (index) => `@inproceedings{k${index}, title = {T}, year = 2020, crossref = {unknown${index}}}\n`,
      ),
      "unknown strings": numbered(
        (index) =>
          `@string{known${index} = {K}}\n@article{k${index}, title = {T}, year = 2020, journal = strange${index}}\n`,
      ),
      "unknown types": numbered((index) => `@artcle${index}{k${index}, title = {T}, year = 2020}\n`),
      "a long string, often": (length) =>
        `@string{s = {${"S".repeat(Math.min(length, 9_000))}}}\n${entry(`note = s${" # s".repeat(length / 4)}`)}`,
      "a long string in strings": (length) =>
        `@string{s = {${"S".repeat(Math.min(length, 9_000))}}}\n@string{t = s${" # s".repeat(length / 4)}}\n`,
      "a long string in entries": (length) =>
        `@string{s = {${"S".repeat(Math.min(length / 2, 9_000))}}}\n${numbered((index) => `@misc{k${index}, title = s, year = 2020}\n`)(length / 2)}`,
      "braces in a concatenation": (length) =>
        entry(`note = "a" # ${"{a".repeat(length / 3)}${"}".repeat(length / 3)}`),
      "open braces in a concatenation": (length) => entry(`note = "a" # {${"{a} {".repeat(length / 5)}`),
      "commas after a journal": (length) => entry(`journal = {${",".repeat(length)}x}`),
      "hyphens in pages": (length) => entry(`pages = {${"1 - ".repeat(length / 4)}}`),
      "spaces in pages": (length) => entry(`pages = {1${"\\ ".repeat(length / 2)}2}`),
      "stars after a name": (length) => entry(`author = {A B${"*".repeat(length)}x}`),
      "lower words in a name": (length) => entry(`author = {${"a ".repeat(length / 2)}B C}`),
      "names of two scripts": (length) => entry(`author = {${"李 Ó’b ".repeat(length / 6)}}`),
      "hyphens in a name": (length) => entry(`author = {${"A-".repeat(length / 2)}B}`),
      "equals signs in a name": (length) => entry(`author = {${"a=b ".repeat(length / 4)}B}`),
      "fractions in a formula": (length) => entry(`title = {$${"\\frac{a}{b}".repeat(length / 11)}$}`),
      "nested fractions": (length) =>
        entry(`title = {$${"\\frac{".repeat(length / 10)}a${"}{b}".repeat(length / 10)}$}`),
      "scripts in a formula": (length) => entry(`title = {$${"x^2_i".repeat(length / 5)}$}`),
      "braced formulas": (length) => entry(`note = {${"\\ensuremath{ {a} ".repeat(length / 18)}}`),
      urls: (length) => entry(`url = {https://example.org/${"%a".repeat(length / 2)}}`),
      "an identifier": (length) =>
        entry(`eprint = {${"1234.56789 ".repeat(length / 11)}}, doi = {${"arxiv:".repeat(length / 12)}}`),
      dates: (length) => entry(`date = {${"2020-01/".repeat(length / 8)}}`),
      months: (length) => entry(`month = 1${' # "~" # oct'.repeat(length / 12)}`),
      "carriage returns": (length) => entry(`note = {${"a\r\n".repeat(length / 3)}}`),
      "NUL and BOM": (length) => entry(`note = {${"\0\uFEFF".repeat(length / 2)}}`),
    },
  },
  "publications' list": {
    read: (text) => catalogueOf(readBib(text), true, en),
    texts: {
      "years and topics": numbered(
        (index) =>
          `@misc{k${index}, title = {T}, year = ${1000 + (index % 1000)}, keywords = {a${index % 40}, b${index % 7}}}\n`,
      ),
      "states and topics": numbered(
        (index) => `@misc{k${index}, title = {T}, pubstate = {s${index}}, keywords = {a${index % 40}}}\n`,
      ),
      "many topics": (length) =>
        numbered((index) => `@misc{k${index}, title = {T}, year = 2020, keywords = {a${index}, b}}\n`)(
          length,
        ),
      "one title": numbered(
        (index) => `@misc{k.${index % 2}${"!".repeat(index % 50)}, title = {T}, year = 2020}\n`,
      ),
    },
  },
  "publications in YAML": {
    read: readList,
    texts: {
      entries: numbered((index) => `- id: k${index}\n  title: T\n  year: 2020\n  authors: [A B]\n`),
      "wrong entries": numbered((index) => `- id: k${index}\n  titel: T\n`),
      "additions to unknown entries": numbered((index) => `- id: known${index}\n  slides: a.pdf\n`),
      "the same id": repeated("- id: k\n  title: T\n  year: 2020\n"),
      "nested lists": (length) => "[".repeat(length),
      "nested lists, closed": (length) => "[".repeat(length / 2) + "]".repeat(length / 2),
      "nested entries": repeated("- "),
      "unknown keys": (length) => `- id: a\n${numbered((index) => `  k${index}: a\n`)(length)}`,
      "the same key": (length) => `- id: a\n${"  title: a\n".repeat(length / 11)}`,
      "quotes open": repeated('- "'),
      colons: repeated("a: "),
      tags: repeated("!"),
      anchors: numbered((index) => `- &a${index} *a${index - 1}\n`),
    },
  },
  "CSL-JSON": {
    read: readCsl,
    texts: {
      items: (length) =>
        list(
          length,
          (index) => `{"id":"k${index}","type":"book","title":"T","issued":{"date-parts":[[2020]]}}`,
        ),
      "wrong items": (length) => list(length, (index) => `{"id":"k${index}","title":1,"issued":1}`),
      "keys of an item": (length) =>
        `[{"id":"a","title":"T","issued":{"raw":"2020"},${numbered((index) => `"k${index}":"a",`)(length)}"z":1}]`,
      names: (length) =>
        `[{"id":"a","title":"T","issued":{"raw":"2020"},"author":[${'{"family":"A","given":"B"},'.repeat(length / 27)}{"literal":"C"}]}]`,
      tags: (length) => `[{"id":"a","issued":{"raw":"2020"},"title":"${"<i>".repeat(length / 3)}"}]`,
      "spaces in pages": (length) =>
        `[{"id":"a","title":"T","issued":{"raw":"2020"},"page":"1${" ".repeat(length)}2"}]`,
      "commas after a venue": (length) =>
        `[{"id":"a","title":"T","issued":{"raw":"2020"},"container-title":"${", ".repeat(length / 2)}x"}]`,
      "nested lists": (length) => `[{"issued":${"[".repeat(length)}`,
    },
  },
  "co-authors": {
    read: readAuthors,
    texts: {
      "of many families": numbered((index) => `A B${index}\n`),
      "of one family": numbered((index) => `A${index} B\n`),
      "without given names": numbered((index) => `B${index}\n`),
      "with stars": (length) => `A B${"*".repeat(length)}x\n`,
      "with commas and spaces": (length) => `A B${"*,  ".repeat(length / 4)}x\n`,
    },
  },
  inheritance: {
    read: readBib,
    texts: {
      "many parents": (length) =>
        `@misc{a, title = {T}, year = 2020, xdata = {${numbered((index) => `p${index},`)(length / 2)}}}\n${numbered((index) => `@xdata{p${index}, note = {N}}\n`)(length / 2)}`,
      "a parent, often": (length) =>
        `@misc{a, title = {T}, year = 2020, xdata = {${"p,".repeat(length / 2)}}}\n@xdata{p, note = {N}}\n`,
      "a tree of parents": (length) =>
        numbered(
          (index) =>
            `@xdata{p${index}, xdata = {p${2 * index + 1}, p${2 * index + 2}, p${2 * index + 3}}}\n@misc{a${index}, title = {T}, year = 2020, xdata = {p${index}}}\n`,
        )(length),
      circles: numbered(
        (index) => `@misc{p${index}, title = {T}, year = 2020, xdata = {p${index}, p${index ^ 1}}}\n`,
      ),
    },
  },
  latex: {
    read: (text) => richText(text, []),
    texts: {
      "accent and spaces": (length) => `\\'{${" ".repeat(length)}`,
      "accents and spaces": repeated("\\'{ "),
      "formulas open": repeated("\\("),
      "ensuremath open": repeated("\\ensuremath{"),
      "braces and commands": repeated("{\\a "),
      thanks: repeated("\\thanks{"),
      href: repeated("\\href{a} "),
      "a long command": (length) => `{\\${"a".repeat(length)}`,
      "commands in braces": repeated("{\\aaaa "),
      "spaces in braces": repeated("{  "),
      "open commands with spaces": repeated("\\thanks  "),
      "formulas in pairs": repeated("$$a$b"),
      "accents in braces": repeated("{\\'e "),
      "private characters": repeated("\uE100"),
    },
  },
  "rich text": {
    read: (text) => [htmlText(text), plainText(text)],
    texts: {
      marks: repeated("<i>"),
      "marks closed": repeated("</i>"),
      "marks open": repeated("<span "),
      brackets: repeated("<"),
    },
  },
  names: {
    read: nameFromText,
    texts: {
      words: repeated("ab "),
      "small words": repeated("a "),
      capitals: repeated("Ab "),
      spaces: (length) => `A${" ".repeat(length)}B`,
      commas: repeated(", "),
      "a long word": repeated("a"),
      "small words, then others": (length) => `${"a ".repeat(length / 2)}B C`,
      "small words and others": repeated("a a a B "),
      "small words after a comma": (length) => `${"a ".repeat(length / 2)}B, C`,
      hyphens: repeated("A-"),
    },
  },
};
