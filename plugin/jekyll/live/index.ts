export { type CollectionDocuments, collectionDocuments } from "./collections.js";
export { dataFileNames, dirOf, type JekyllPost, liveSite } from "./site.js";
