export { type Connections, connectionsOf } from "./connections.js";
export { addEntryPages } from "./entry-pages.js";
export { addConnectionFilters } from "./filters.js";
export { publicationConnections } from "./publication-connections.js";
export type { ConnectionsOfPages, KnownPerson, PageNodes } from "./shown.js";
