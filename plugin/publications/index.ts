export { bibtexEntry } from "./cite/bibtex.js";
export type { CitationPart } from "./cite/citation-parts.js";
export { parseStyle } from "./cite/citeproc.js";
export {
  type CslNode,
  cslPart,
  localeFor,
  pageStyleOf,
  type TextStyle,
  textStyleNames,
  textStyles,
} from "./cite/csl-styles.js";
export { toCsl } from "./cite/export.js";
export { highwireTags, type MetaTag } from "./cite/highwire.js";
export { type Citation, citationsOf, referenceKey, referenceVersion } from "./cite/references.js";
export { schemaType } from "./cite/schema-org.js";
export {
  type FormattedText,
  type TextCitation,
  type TextFormatter,
  textFormatter,
} from "./cite/text-style.js";
export { type CitedWorks, readCitedWorks } from "./cited-works.js";
export { mathText } from "./csl/math-text.js";
export { addPublicationDownloads } from "./downloads.js";
export { addPublicationFilters } from "./filters.js";
export { keyFromText } from "./key-from-text.js";
export type { Catalogue, CatalogueEntry } from "./list/catalogue.js";
export type { KnownAuthor, PublicationConnections } from "./list/connections.js";
export { collectPageSelections } from "./list/page-selections.js";
export type { Relations } from "./list/relations.js";
export { type Caller, readSelection, type Selection, selectionSchema } from "./list/selection.js";
export { publicationSelector, type Selector } from "./list/selector.js";
export { listOfWorks, type ShownList } from "./list/shown-list.js";
export { readCoauthors } from "./people/coauthors.js";
export { nameFromText } from "./people/names.js";
export type { PersonName } from "./people/person-name.js";
export { isSamePerson, personFinder } from "./people/same-person.js";
export { unmarked } from "./people/shown-authors.js";
export { type Publication, publication } from "./publication.js";
export { addPublicationShortcodes } from "./shortcodes.js";
export { addPublications, type PublicationSource } from "./source.js";
