import * as z from "zod";
import type { SocialLink } from "../accounts/links.js";
import { social } from "../accounts/schema.js";
import { fill } from "../i18n/fill.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import { common, email, file, markdown, text } from "./fields.js";
import { groupBy, listSection } from "./list-section.js";
import type { EntryFields } from "./section.js";

/** One of the people of a group. */
const person = z.strictObject({
  /** Full name. */
  name: text,

  /** What they are in the group. @example "PhD student" */
  role: text.optional(),

  /** The heading that they stand under. The default is `role`. @example "PhD students" */
  group: text.optional(),

  /** Picture, best square: a file of the site, which is copied, or a full address. */
  photo: file.optional(),

  /** What the photo shows. The default is `name`. */
  alt: text.optional(),

  /** E-mail address. */
  email: email.optional(),

  /** Accounts elsewhere, as the option `social` has them, in this order. @default {} */
  social: social.default({}),

  /** Some words about them, in Markdown. */
  bio: markdown.optional(),

  /** Whether they have left. The default: where `now` says where to. */
  alumni: z.boolean().optional(),

  /** Where they are now. @example "Postdoc at MIT" */
  now: text.optional(),

  ...common,
});

interface PersonEntry extends EntryFields {
  name: string;
  role: string | undefined;
  /** The same, unless it is the heading above. */
  roleLine: string | undefined;
  group: string | undefined;
  /** Its address, and words for who does not see it. */
  photo: { url: string; alt: string } | undefined;
  social: SocialLink[];
  isAlumni: boolean;
  /** Where they are now, as a sentence. */
  now: string | undefined;
}

/** People under their group or role, in the order in which these first appear; alumni at the end. */
export const people = listSection({
  noun: "person",
  partial: "indigo/sections/person-entry.njk",
  schema: person,
  text: "bio",
  pictures: ["photo"],
  entry(
    { name, role, group, photo, alt, email, social: accounts, alumni, now, links },
    { site, socialLinks },
  ): PersonEntry {
    const all = { ...(email !== undefined && { email }), ...accounts };
    const isAlumni = alumni ?? now !== undefined;
    return {
      title: name,
      name,
      role,
      roleLine: group === undefined && !isAlumni ? undefined : role,
      group,
      photo: photo === undefined ? undefined : { url: photo, alt: alt ?? name },
      social: socialLinks(`field "social" of ${name}`, all),
      isAlumni,
      now: now === undefined ? undefined : fill(site.strings.now, now),
      links,
    };
  },
  groups(entries, { site }) {
    const present = entries.filter(({ isAlumni }) => !isAlumni);
    const alumni = entries.filter(({ isAlumni }) => isAlumni);
    const groups = groupBy(present, ({ group, role }) => group ?? role);
    return alumni.length > 0
      ? [...groups, { label: site.strings.alumni, id: "alumni", entries: alumni }]
      : groups;
  },
  structuredData(groups, { site, absolute }): JsonLdNode[] {
    const describe = ({
      name,
      role,
      photo,
      url,
      social: accounts,
    }: (typeof groups)[number]["entries"][number]) => {
      const sameAs = accounts.filter(({ isProfile }) => isProfile).map((account) => account.url);
      return {
        "@type": "Person",
        name,
        jobTitle: role,
        image: photo && absolute(photo.url),
        url: url && absolute(url),
        sameAs: sameAs.length > 0 ? sameAs : undefined,
      };
    };
    const of = (isAlumni: boolean) => {
      const found = groups.flatMap(({ entries }) => entries.filter((entry) => entry.isAlumni === isAlumni));
      return found.length > 0 ? found.map(describe) : undefined;
    };
    return [
      { "@type": "Organization", name: site.title, url: absolute("/"), member: of(false), alumni: of(true) },
    ];
  },
});
