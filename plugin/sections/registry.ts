import type { SectionName } from "../options/sections.js";
import { cv } from "./cv/index.js";
import { news } from "./news.js";
import { people } from "./people.js";
import { projects } from "./projects.js";
import type { Section } from "./section.js";
import { talks } from "./talks.js";
import { teaching } from "./teaching.js";

/** Every section of the theme. One more is a file of its own, a line here and one in the schema of the option. */
export const registry: Record<SectionName, Section> = { news, talks, teaching, people, projects, cv };

/** The names of all sections. */
export const sectionNames = Object.keys(registry) as SectionName[];
