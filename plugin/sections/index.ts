export { selectGroups } from "./choice.js";
export { addCalendars } from "./events/calendar-files.js";
export { addSectionFilters } from "./filters.js";
export { addFolderPages } from "./folder-pages.js";
export type { RelatedName, SectionRelations } from "./relations.js";
export type { Entry, EntryGroup, EntryRecord } from "./section.js";
export { addSections, type Sections } from "./sections.js";
export { addSectionShortcodes } from "./shortcodes.js";
export type { ShownSection, SiteSections } from "./site-sections.js";
