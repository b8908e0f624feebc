import { z } from "zod";
import { link, text } from "./values.js";

const details = z.strictObject({
  /** Full name. */
  name: text,

  /** E-mail address, shown in the feed only. */
  email: z.email({ error: 'must be an e-mail address such as "me@example.org"' }).optional(),

  /** Where the author is at home on the web. */
  url: link.optional(),
});

/** The site's author: a name, or a name with an address. */
export const author = z.union([text.transform((name) => ({ name })), details]);
