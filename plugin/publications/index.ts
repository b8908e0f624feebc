export { addPublicationDownloads } from "./downloads.js";
export { addPublicationFilters } from "./filters.js";
export type { Catalogue, CatalogueEntry } from "./list/catalogue.js";
export { readCoauthors } from "./people/coauthors.js";
export type { Publication } from "./publication.js";
export { addPublicationShortcodes } from "./shortcodes.js";
export { addPublications, type PublicationSource } from "./source.js";
