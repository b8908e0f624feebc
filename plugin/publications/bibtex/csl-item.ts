import type { CslItem, CslName } from "../csl/schema.js";
import { readDate } from "../csl/written-dates.js";
import { isMark } from "../marks.js";
import { entryDate } from "./dates.js";
import { patentJurisdiction } from "./jurisdictions.js";
import { readNames } from "./names/index.js";
import { editionNumber, numberWithoutLabel, pageNumbers } from "./pages.js";
import { plainTex, richText, verbatim } from "./tex/index.js";
import { entryType, isPartOfBook } from "./types.js";

/** An entry with its fields in LaTeX, inherited ones too. */
export interface MappedEntry {
  type: string;
  key: string;
  properties: Readonly<Record<string, string>>;
}

/** Takes the end of a sentence on a field: `has a command that is left out: \foo.` */
export type FieldHint = (field: string, text: string) => void;

/** The entry types whose `number` is that in a series. */
const volumes = new Set(
  "book mvbook inbook bookinbook suppbook collection mvcollection incollection suppcollection manual proceedings mvproceedings reference mvreference".split(
    " ",
  ),
);

/** Values of `type` that are names of entry types, in the words of reference managers. */
const repeatedTypes = new Set(
  [
    "article, journal article, electronic article, magazine article, newspaper article, book, edited book, electronic book",
    "book section, electronic book section, book chapter, conference paper, conference proceedings, proceedings article",
    "generic, report, theses, dataset, computer program, unpublished work, web page, journal-article, proceedings-article",
    "book-chapter, posted-content",
  ]
    .join(", ")
    .split(", "),
);

/** What an entry's editors are in CSL, by BibLaTeX's `editortype`. Other types, such as `redactor`, are editors in CSL. */
const editorRoles: ReadonlyMap<string, string> = new Map(
  "compiler organizer director curator chair host narrator illustrator performer producer"
    .split(" ")
    .map((role) => [role, role]),
);

/** The names of fields that {@link cslItem} reads. */
export const citedFields: ReadonlySet<string> = new Set(
  (
    "abstract address addendum annotation annote art_number article-number articleno author bookauthor booksubtitle booktitle " +
    "booktitleaddon chapter date day doi edition editor editora editoratype editorb editorbtype editorc editorctype editortype eid " +
    "entrysubtype eventdate eventtitle eventtitleaddon howpublished institution isbn issn issue issuesubtitle issuetitle " +
    "issuetitleaddon isan ismn isrn iswc journal journalsubtitle journaltitle journaltitleaddon keywords langid language library " +
    "location mainsubtitle maintitle maintitleaddon month note number numpages organization origdate origlocation origpublisher " +
    "origtitle pages pagetotal part pmcid pmid publisher pubstate school series shortjournal shortseries shorttitle subtitle title " +
    "titleaddon translator type url urldate venue version volume volumes year eprint eprinttype archiveprefix"
  ).split(" "),
);

/**
 * Maps an entry to CSL. Its variables have the order in which Citation.js wrote them, so that downloads keep theirs.
 *
 * @param formulas - Collects the formulas, which are placeholder characters in the texts.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 * @see https://ctan.org/pkg/biblatex – manual, section 2.2
 */
export function cslItem(entry: MappedEntry, formulas: string[], hint: FieldHint): CslItem {
  return new Mapping(entry, formulas, hint).item();
}

class Mapping {
  private readonly fields: Readonly<Record<string, string>>;
  private readonly csl: string;
  private readonly genre: string | undefined;

  constructor(
    private readonly entry: MappedEntry,
    private readonly formulas: string[],
    private readonly hint: FieldHint,
  ) {
    this.fields = entry.properties;
    const { csl, genre } = entryType(entry.type, this.plain("entrysubtype")) ?? { csl: "document" };
    this.csl = isPartOfBook(entry.type, this.fields) && !this.partTitle() ? "book" : csl;
    const subtype = csl.startsWith("article-") ? undefined : this.text("entrysubtype");
    this.genre = this.ownType() ?? genre ?? subtype;
  }

  item(): CslItem {
    const { entry, csl } = this;
    const { issued, status, hints } = entryDate({
      date: this.plain("date"),
      year: this.plain("year"),
      month: this.plain("month"),
      day: this.plain("day"),
      pubstate: this.plain("pubstate"),
    });
    for (const { field, text } of hints) this.hint(field, text);
    const publisher = this.publisherField();
    const published = publisher && this.publisherText(publisher);
    const container = this.containerField();
    const isEarly =
      container === "journal" ||
      (container === "journaltitle" && !["article", "periodical"].includes(entry.type));
    const numbers = this.numbers();
    const place = this.placeField();
    const variables: Record<string, unknown> = {
      annote: this.text("annotation") ?? this.text("annote"),
      ...(place === "address" && { "publisher-place": this.text(place) }),
      ...(isEarly && { "container-title": this.title(container) }),
      ...(publisher === "school" && { publisher: published }),
      "number-of-pages": this.text("pagetotal") ?? this.text("numpages"),
      PMID: this.id("pmid") ?? this.pubmed(),
      PMCID: this.id("pmcid"),
      abstract: this.text("abstract"),
      accessed: this.date("urldate"),
      author: this.names("author"),
      "call-number": this.text("library"),
      "chapter-number": this.partTitle() === undefined ? this.text("chapter") : undefined,
      "container-author": this.names("bookauthor"),
      ...(!isEarly && container && { "container-title": this.title(container) }),
      "container-title-short": this.text("shortjournal"),
      "collection-number": numbers["collection-number"],
      "collection-title": this.text("series"),
      "collection-title-short": this.text("shortseries"),
      DOI: this.id("doi"),
      edition: this.edition(),
      ...this.editors(),
      type: csl,
      genre: this.genre,
      "event-date": this.date("eventdate"),
      "event-place": this.text("venue") ?? (place === "address" ? this.text("location") : undefined),
      "event-title": this.eventTitle(),
      id: entry.key,
      "citation-key": entry.key,
      ISBN: this.id("isbn"),
      ISSN: this.id("issn"),
      issue: numbers.issue,
      issued,
      ...(csl === "patent" && { jurisdiction: patentJurisdiction(this.text("location")) }),
      keyword: this.keywords(),
      language: this.text("language") ?? this.text("langid"),
      note: [this.text("note"), this.text("addendum")].filter(Boolean).join(". ") || undefined,
      number: numbers.number,
      "original-date": this.date("origdate"),
      "original-publisher-place": this.text("origlocation"),
      "original-publisher": this.text("origpublisher"),
      "original-title": this.text("origtitle"),
      page: this.pages(),
      "part-number": this.text("part"),
      ...(place === "location" && { "publisher-place": this.text(place) }),
      ...(publisher !== "school" && { publisher: published }),
      status,
      "title-short": this.text("shorttitle"),
      title: this.partTitle() ?? this.title("title"),
      translator: this.names("translator"),
      URL: this.url(),
      version: this.text("version"),
      volume: this.number("volume"),
      "number-of-volumes": this.text("volumes"),
      "volume-title":
        this.title("issuetitle") ?? (container === "maintitle" ? this.title("booktitle") : undefined),
    };
    return Object.fromEntries(Object.entries(variables).filter(([, value]) => value)) as CslItem;
  }

  /** Returns a field as text in CSL's markup; undefined if it is missing or empty. Unknown commands are reported. */
  private text(field: string): string | undefined {
    return this.textOf(field, this.fields[field]);
  }

  private readonly texts = new Map<string, string | undefined>();

  private textOf(field: string, tex: string | undefined): string | undefined {
    if (tex === undefined) return undefined;
    // Each field is read once, as its formulas are collected.
    if (this.texts.has(field) && tex === this.fields[field]) return this.texts.get(field);
    const { text, unknown } = richText(tex, this.formulas);
    this.reportUnknown(field, unknown);
    const value = text || undefined;
    if (tex === this.fields[field]) this.texts.set(field, value);
    return value;
  }

  private reportUnknown(field: string, names: readonly string[]): void {
    const commands = [...new Set(names)].map((name) => `\\${name}`).join(", ");
    const many = names.length > 1 ? "has commands that are left out" : "has a command that is left out";
    if (commands) this.hint(field, `${many}: ${commands}.`);
  }

  private plain(field: string): string | undefined {
    const tex = this.fields[field];
    return (tex && plainTex(tex).trim()) || undefined;
  }

  private id(field: string): string | undefined {
    const tex = this.fields[field];
    return (tex && verbatim(tex)) || undefined;
  }

  private date(field: string): CslItem["issued"] {
    const text = this.plain(field);
    if (text === undefined) return undefined;
    const date = readDate(text, true);
    return date?.["date-parts"]?.[0]?.[0] ? date : { literal: text };
  }

  /** Returns a title with its subtitle, and what BibLaTeX prints after both. */
  private title(field: string): string | undefined {
    const stem = field.replace(/title$/, "");
    const [title, subtitle, addon] = [field, `${stem}subtitle`, `${stem}titleaddon`].map((name) =>
      this.text(name),
    );
    if (title === undefined) return undefined;
    const main = subtitle ? `${title}${/[?!:]$/.test(title) ? "" : ":"} ${subtitle}` : title;
    return addon ? `${main}${/[.?!]$/.test(main) ? "" : "."} ${addon}` : main;
  }

  private eventTitle(): string | undefined {
    const [title, addon] = [this.text("eventtitle"), this.text("eventtitleaddon")];
    return title && addon ? `${title} (${addon})` : title;
  }

  /** Returns the title of the part of a book that BibTeX's `@inbook` describes, if it has one besides a number. */
  private partTitle(): string | undefined {
    if (!isPartOfBook(this.entry.type, this.fields)) return undefined;
    const chapter = this.text("chapter");
    const isNumber = /^(?:(?:chapters?|chap|ch|kapitel|chapitre)\.?\s*)?(?:[\divxlcIVXLC.,&\s–-]+|\p{L})$/iu;
    return chapter && !isNumber.test(chapter) ? chapter : undefined;
  }

  /** Returns the field with the title of the journal, the proceedings or the book. */
  private containerField(): string | undefined {
    const has = (name: string): boolean => Boolean(this.fields[name]);
    if (this.partTitle() !== undefined) return "title";
    const names = this.csl.startsWith("article")
      ? ["journaltitle", "journal", "maintitle", "booktitle"]
      : ["maintitle", "booktitle", "journaltitle", "journal"];
    return names.find(has);
  }

  /** Returns the field with the publisher, which of a thesis or report is the institution. */
  private publisherField(): string | undefined {
    const institutions: Record<string, string[]> = {
      thesis: ["school", "institution", "publisher", "organization"],
      report: ["institution", "publisher", "organization", "school"],
    };
    const names = institutions[this.csl] ?? ["publisher", "organization", "institution", "school"];
    return [...names, "howpublished"].find((name) => this.fields[name] && this.publisherText(name));
  }

  private publisherText(field: string): string | undefined {
    if (field !== "howpublished") return this.text(field);
    const text = this.text(field);
    return text === undefined ? undefined : withoutUrl(text);
  }

  private placeField(): string | undefined {
    if (this.csl === "patent") return this.fields.address ? "address" : undefined;
    // ACM's proceedings have the place of the conference in `location`, and the publisher's in `address`.
    const names = this.csl === "paper-conference" ? ["address", "location"] : ["location", "address"];
    return names.find((name) => this.fields[name]);
  }

  /** Returns issue and numbers, whose meaning depends on the type. */
  private numbers(): Record<string, string | undefined> {
    const { csl, entry } = this;
    const number = this.number("number");
    const article = ["eid", "articleno", "article-number", "art_number"]
      .map((name) => this.text(name))
      .find(Boolean);
    const standard = ["isan", "ismn", "isrn", "iswc"].map((name) => this.text(name)).find(Boolean);
    if (csl.startsWith("article") || csl === "periodical" || csl === "review") {
      return { issue: number ?? this.number("issue"), number: article };
    }
    if (csl === "paper-conference") {
      const isInSeries = this.fields.series && !this.fields.volume;
      return {
        [isInSeries ? "collection-number" : "issue"]: number ?? this.number("issue"),
        number: article,
      };
    }
    if (volumes.has(entry.type) && (entry.type !== "manual" || this.fields.series)) {
      return { "collection-number": number, number: article ?? standard };
    }
    return { number: number ?? article ?? standard };
  }

  /** Returns the field `type`, unless it only repeats what the entry type says, as EndNote and HAL write it. */
  private ownType(): string | undefined {
    const text = this.text("type");
    return text && repeatedTypes.has(text.toLowerCase()) ? undefined : text;
  }

  /** Returns a volume or an issue without the word that styles write before it. */
  private number(field: "volume" | "number" | "issue"): string | undefined {
    return numberWithoutLabel(this.text(field));
  }

  private edition(): string | undefined {
    const text = this.text("edition");
    return text && editionNumber(text);
  }

  private pages(): string | undefined {
    const text = this.text("pages");
    return text && pageNumbers(text);
  }

  private keywords(): string | undefined {
    return this.text("keywords")
      ?.split(/\s*,\s*/)
      .filter((keyword) => keyword !== "" && !isMark(keyword))
      .join(",");
  }

  private pubmed(): string | undefined {
    const archive = this.id("eprinttype") ?? this.id("archiveprefix");
    return archive && /^pubmed$/i.test(archive) ? this.id("eprint") : undefined;
  }

  private url(): string | undefined {
    const url = this.id("url") ?? urlWithin(this.fields.howpublished);
    // Characters that no URL has are escaped; escapes stay as they are.
    return (
      url &&
      encodeURI(wellFormed(url))
        .replace(/%25(?=[0-9a-f]{2})/gi, "%")
        .replace(/%5B/gi, "[")
        .replace(/%5D/gi, "]")
    );
  }

  private names(field: string): CslName[] | undefined {
    const list = this.fields[field];
    if (!list) return undefined;
    const unknown: string[] = [];
    const { names, others, hints } = readNames(list, (tex) => {
      const read = richText(tex, this.formulas);
      unknown.push(...read.unknown);
      return read.text;
    });
    for (const text of hints) this.hint(field, text);
    this.reportUnknown(field, unknown);
    return names.length > 0 ? [...names, ...(others ? [{ family: "others" }] : [])] : undefined;
  }

  /** Returns editors by their roles: BibLaTeX has up to four lists of them, each with a type. */
  private editors(): Record<string, CslName[]> {
    const found: Record<string, CslName[]> = {};
    for (const field of ["editor", "editora", "editorb", "editorc"]) {
      const names = this.names(field);
      const type = this.plain(`${field}type`)?.toLowerCase() ?? "editor";
      const role = editorRoles.get(type) ?? (type === "translator" ? type : "editor");
      if (names) found[role] = [...(found[role] ?? []), ...names];
    }
    return found;
  }
}

const urlPattern = /https?:\/\/[^\s<>{}]+/i;

/** Returns the URL in a text such as `Available at \url{…}`. */
function urlWithin(tex: string | undefined): string | undefined {
  if (!tex || !/https?:/i.test(tex)) return undefined;
  const command = /\\(?:url|href|path)\s*\{/.exec(tex);
  const url = command ? verbatim(tex.slice(command.index)) : undefined;
  return url?.match(/^https?:/i) ? url : urlPattern.exec(verbatim(tex))?.[0].replace(/[.,;:)]+$/, "");
}

/** Returns a text without a URL and the words that introduce it. */
export function withoutUrl(text: string): string | undefined {
  if (!/https?:/i.test(text)) return text;
  const rest = text.replace(urlPattern, "").replace(/\s+/g, " ").trim();
  return /^(?:(?:available|accessible|accessed|online|retrieved|see|from|at|via|url|web|website)\b[\s:.,;]*)*[()[\].,;:\s]*$/i.test(
    rest,
  )
    ? undefined
    : rest.replace(/[\s,;:(]+$/, "");
}

/** Replaces halves of surrogate pairs, at which `encodeURI` would fail. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");
