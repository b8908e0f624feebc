import * as z from "zod";
import { heading, type SectionName, sections } from "./sections.js";

/** The parts of a home page that are no sections. */
const otherParts = ["text", "posts", "selected", "publications"] as const;

/** The name of a part of a home page. Every section is one. */
export type HomePartName = (typeof otherParts)[number] | SectionName;

/** The names of the parts of a home page. */
export const homePartNames: readonly HomePartName[] = [
  ...otherParts,
  ...(Object.keys(sections.shape) as SectionName[]),
];

const partName = z.enum(homePartNames as [HomePartName, ...HomePartName[]]);

/** The name of a part alone. It is first validated as text, so that messages tell an unknown name from another type. */
const nameAlone = z.string().trim().pipe(partName) as unknown as z.ZodType<HomePartName, HomePartName>;

/** A part of a home page: its name, or its name with settings. Which settings there are depends on the part: see pages/home/parts.ts. */
export const homePart = z.union([
  nameAlone,
  z.looseObject({
    /** Name of the part. @example "posts" */
    part: partName,

    /**
     * Its heading. A text is that of the main language. The default is in the language of the page.
     *
     * @example { en: "Notes", fr: "Notes de travail" }
     */
    title: heading.optional(),
  }),
]);

/** The parts of a home page, in their order. */
export const home = z.array(homePart).min(1, { error: "must have at least one part" });
