import type { SectionName } from "../options/sections.js";
import { cv } from "./cv/index.js";
import { news } from "./news.js";
import { people } from "./people.js";
import { projects } from "./projects.js";
import type { Section } from "./section.js";
import { talks } from "./talks.js";
import { teaching } from "./teaching.js";

/**
 * The sections of the theme. A new one needs its own file, an entry here, its option and page in `options/sections.ts`,
 * and its title in the UI strings.
 */
export const registry: Record<SectionName, Section> = { news, talks, teaching, people, projects, cv };

/** The names of the sections, in their order in messages. */
export const sectionNames = Object.keys(registry) as SectionName[];
