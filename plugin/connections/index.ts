export { type Connections, connectionsOf } from "./connections.js";
export { addEntryPages } from "./entry-pages.js";
export { addConnectionFilters } from "./filters.js";
