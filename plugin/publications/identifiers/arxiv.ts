import { withoutEscapes } from "./text.js";

/** The archives of identifiers from before April 2007. @see https://info.arxiv.org/help/arxiv_identifier.html */
const archives =
  "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con";

const id = String.raw`(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|(?:${archives})(?:\.[a-z]{2})?/\d{7})(?:v[1-9]\d{0,2})?(?![\d/])`;

const urlOfArxiv = new RegExp(
  String.raw`(?:(?:[a-z]{2,6}\.)?arxiv\.org|xxx\.lanl\.gov|ar5iv\.org|ar5iv\.labs\.arxiv\.org|alphaxiv\.org)/(?:abs|pdf|html|ps|format|e-print|src)/(${id})`,
  "i",
);
const named = new RegExp(
  String.raw`arxiv(?:\s?preprint)?\s?[.:/]?\s?(?:e-?prints?\s?:?\s?)?(?:arxiv:\s?)?(?:abs/)?(${id})`,
  "i",
);
const inDoi = new RegExp(String.raw`10\.48550/arxiv\.(${id})`, "i");
const whole = new RegExp(String.raw`^(?:arxiv\s?[:.]\s?|abs/)?(${id})(?:\s?\[[a-z.,\s-]{2,60}\])?$`, "i");
const anywhere = new RegExp(String.raw`(?<![\w./-])(${id})`, "i");

const normal = (text: string): string =>
  withoutEscapes(text).replace(/[{}]/g, "").replace(/\s+/g, " ").trim();

/** Returns the arXiv identifier in a text that says so: `arXiv:2001.01234v2 [cs.CL]`, a URL, a DOI. */
export function arxivIn(value: string): string | undefined {
  const text = normal(value);
  return (urlOfArxiv.exec(text) ?? inDoi.exec(text) ?? named.exec(text))?.[1];
}

/** Returns the arXiv identifier that a field consists of, with or without `arXiv:`. */
export const wholeArxiv = (value: string): string | undefined => whole.exec(normal(value))?.[1];

/** Returns the arXiv identifier in a field that is for such identifiers. */
export const arxivInField = (value: string): string | undefined =>
  arxivIn(value) ?? wholeArxiv(value) ?? anywhere.exec(normal(value))?.[1];

/**
 * Returns the arXiv identifier of a work, from any of the fields in which exporters write it.
 *
 * @param values - The fields by their names in BibTeX, in lower case.
 * @see https://info.arxiv.org/help/hypertex/bibstyles/
 */
export function arxivOf(values: Readonly<Record<string, string | undefined>>): string | undefined {
  const { arxiv, arxivid, eprint, doi, url, volume, number, note, howpublished } = values;
  const journal = values.journal ?? values.journaltitle;
  const archive = values.eprinttype ?? values.archiveprefix;
  const isArxiv = archive !== undefined && /arxiv/i.test(archive);
  const ids = [arxiv, arxivid].map((value) => value && arxivInField(value));
  return (
    ids.find(Boolean) ||
    (eprint && (isArxiv ? arxivInField(eprint) : arxivIn(eprint))) ||
    (eprint && archive === undefined ? wholeArxiv(eprint) : undefined) ||
    (eprint && oldArxiv(eprint, archive, values.primaryclass ?? values.eprintclass, values.archive)) ||
    (doi && inDoi.exec(normal(doi))?.[1]) ||
    (url && urlOfArxiv.exec(normal(url))?.[1]) ||
    (journal && arxivIn(journal)) ||
    // DBLP and Semantic Scholar: journal CoRR or ArXiv, volume `abs/2001.01234`.
    (volume && (/^abs\//i.test(normal(volume)) || /^(?:corr|arxiv)/i.test(journal ?? ""))
      ? wholeArxiv(volume)
      : undefined) ||
    (number && (/^arxiv/i.test(number) || /^arxiv/i.test(journal ?? "")) ? wholeArxiv(number) : undefined) ||
    [note, howpublished].map((value) => value && arxivOfNote(value)).find(Boolean) ||
    (values.slaccitation && slac(values.slaccitation)) ||
    undefined
  );
}

/** `eprint = {9901001}` with the archive in another field. */
function oldArxiv(eprint: string, ...archiveFields: (string | undefined)[]): string | undefined {
  const digits = /^\d{7}(?:v\d{1,2})?$/.exec(normal(eprint))?.[0];
  const archive = archiveFields.find(
    (each) => each && new RegExp(`^(?:${archives})$`, "i").test(each.trim()),
  );
  return digits && archive ? `${archive.trim()}/${digits}` : undefined;
}

/** In a note the identifier may be another work's: `Comment on arXiv:…`. */
function arxivOfNote(note: string): string | undefined {
  const text = normal(note);
  const isOwn =
    /^\W{0,3}(?:arxiv|https?:|\\url|\\href|(?:\w+\s){0,4}(?:preprint|available|version|also|e-?print))/i.test(
      text,
    );
  return isOwn && !/^\W{0,3}(?:comment|erratum|repl)/i.test(text) ? arxivIn(text) : undefined;
}

/** INSPIRE's `%%CITATION = HEP-TH/9901001;%%`. */
const slac = (value: string): string | undefined =>
  wholeArxiv((/CITATION\s?=\s?([^;]{1,60});/i.exec(normal(value))?.[1] ?? "").toLowerCase().trim());
