import { z } from "zod";
import { isExternal, text } from "./values.js";

/** Name of an account at a service, or the full address of a profile there. */
export const account = text.refine((value) => isExternal(value) || /^@?[\p{L}\p{N}._-]+$/u.test(value), {
  error: 'must be the name of an account, such as "edwardhu", or the full address of a profile',
});

/**
 * Accounts elsewhere, each by its name there or by the full address of the profile.
 */
export const social = z.strictObject({
  /** E-mail address. @example "edward@example.org" */
  email: z.email({ error: 'must be an e-mail address such as "me@example.org"' }).optional(),

  /** Name of a Facebook page or profile. @example "edwardhu" */
  facebook: account.optional(),

  /** Name at GitHub. @example "edwardjhu" */
  github: account.optional(),

  /** Handle at Instagram, with or without `@`. @example "edwardhu" */
  instagram: account.optional(),

  /** Name in the address of a LinkedIn profile: what follows `linkedin.com/in/`. @example "edwardhu" */
  linkedin: account.optional(),

  /** Handle at X, with or without `@`. @example "edwardhu" */
  x: account.optional(),
});

/** The name of a service that an author can link to. */
export type SocialService = keyof z.output<typeof social>;
