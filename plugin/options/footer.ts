import * as z from "zod";
import { licenseFrom, licenseName, nearestLicense } from "../utils/license.js";
import { link, text } from "../utils/schema-values.js";

/** The footer of each page. */
export const footer = z.strictObject({
  /**
   * License of the site's texts: an identifier of SPDX, or a URL. Shown in the footer, and in the data for search engines.
   *
   * @example "CC-BY-4.0"
   * @see https://spdx.org/licenses/
   */
  license: text
    .superRefine((value, context) => {
      if (!licenseFrom(value)) {
        context.addIssue({
          code: "custom",
          message: `must be an identifier of SPDX such as ${JSON.stringify(nearestLicense(value))}, or a URL`,
        });
      }
    })
    .optional(),

  /**
   * Links, such as to an imprint, in their order.
   *
   * @default []
   * @example [{ label: "Imprint", url: "/imprint/" }]
   */
  links: z
    .array(
      z.strictObject({
        /** Text of the link. */
        label: text,
        /** A path of the site, or a full URL. */
        url: link,
      }),
    )
    .default([]),

  /**
   * Whether the footer names the theme and its first author.
   *
   * @default true
   */
  credit: z.boolean().default(true),
});

/** What the footer of each page shows. */
export interface Footer {
  license: { name: string; page: string; url: string } | undefined;
  links: readonly { label: string; url: string }[];
  credit: boolean;
}

/** Returns what a validated option `footer` shows. */
export function shownFooter({ license, links, credit }: z.output<typeof footer>): Footer {
  const known = license === undefined ? undefined : licenseFrom(license);
  return {
    license: known && {
      name: known.id ? licenseName(known.id) : known.page,
      page: known.page,
      url: known.url,
    },
    links,
    credit,
  };
}
