import { z } from "zod";
import { link, text } from "./values.js";

/** One entry of the navigation. */
export const navigationItem = z.strictObject({
  /** The words of the link. */
  label: text,

  /** Where it leads: a path of the site such as `/blog/`, or a full address. */
  url: link,
});

export type NavigationItem = z.output<typeof navigationItem>;
