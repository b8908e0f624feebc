import * as z from "zod";
import { text } from "../../utils/schema-values.js";

/** The schema of a name in parts. */
export const personName = z.strictObject({
  /** @example "Beethoven" */
  family: text.optional(),

  /** @example "Ludwig" */
  given: text.optional(),

  /** @example "van" */
  particle: text.optional(),

  /** @example "Jr." */
  suffix: text.optional(),

  /** A name without such parts, such as that of an institution. @example "The ATLAS Collaboration" */
  literal: text.optional(),

  /** Marks after the name in lists, explained by the publication's `annotation`. @example "*" */
  marks: text.optional(),

  /** ORCID iD, or the URL of the profile. An invalid one is left out, with a warning. @example "0000-0002-1825-0097" */
  orcid: text.optional(),
});

/** The name of an author or editor. */
export type PersonName = z.output<typeof personName>;
