/** Identifiers and links of publications, from whichever fields and forms exporters and authors write them in. */

export { licenseFrom } from "../../utils/license.js";
export { type Archive, type ArchiveName, archiveId, archives } from "./archives.js";
export { arxivInField } from "./arxiv.js";
export { doisIn, doiUrl, isDoiUrl } from "./doi.js";
export { joinedUrls, readOwnFields, splitUrls } from "./field-values.js";
export { standardNumbers } from "./standard-numbers.js";
export { type FoundUrl, readUrls, type UrlReading, urlsIn } from "./urls.js";
export { type Finding, hostOf, type IdentifierReading, type Identifiers, readIdentifiers } from "./works.js";
