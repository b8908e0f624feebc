export { bibtexEntry } from "./cite/bibtex.js";
export { parseStyle } from "./cite/citeproc.js";
export { type CslNode, cslPart, localeFor, type TextStyle, textStyles } from "./cite/csl-styles.js";
export { toCsl } from "./cite/export.js";
export { highwireTags, type MetaTag } from "./cite/highwire.js";
export {
  type CitationPart,
  type FormattedText,
  type TextCitation,
  type TextFormatter,
  textFormatter,
} from "./cite/text-style.js";
export { type CitedWorks, readCitedWorks } from "./cited-works.js";
export { addPublicationDownloads } from "./downloads.js";
export { addPublicationFilters } from "./filters.js";
export { keyFromText } from "./key-from-text.js";
export type { Catalogue, CatalogueEntry } from "./list/catalogue.js";
export { readCoauthors } from "./people/coauthors.js";
export { type Publication, publication } from "./publication.js";
export { addPublicationShortcodes } from "./shortcodes.js";
export { addPublications, type PublicationSource } from "./source.js";
