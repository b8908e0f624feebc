import * as z from "zod";
import { suggestion } from "../utils/errors.js";
import { isRecord } from "../utils/records.js";
import { isExternal, link, text } from "../utils/schema-values.js";
import {
  type Account,
  isService,
  meantService,
  type ServiceAccounts,
  type ServiceName,
  services,
} from "./services.js";

/** Name of an account at a service, or the full address of a profile there. */
export const account = text.refine((value) => isExternal(value) || /^@?[\p{L}\p{N}._-]+$/u.test(value), {
  error: 'must be the name of an account, such as "edwardhu", or the full address of a profile',
});

const ownLink = z.strictObject({
  /** Where it leads. */
  url: link,

  /** An SVG of the site, or the icon of a service by its name. The default is a plain link's. @example "assets/lab.svg" */
  icon: text.optional(),

  /** Whether it is a profile of the same person, as search engines and Mastodon are told. @default false */
  profile: z.boolean().default(false),
});

const ownLinkFields = Object.keys(ownLink.shape);

/** A link to what is none of the services, checked. */
export type CustomLink = z.output<typeof ownLink>;

/** Accounts elsewhere, each by its id there or by the full address of the profile, and links of one's own by label. */
export type SocialInput = ServiceAccounts & {
  [label: string]: z.input<typeof ownLink> | Account | undefined;
};

/** Such accounts, checked, in the order given: an account by its service, a link of one's own by its label. */
export type Social = Record<string, string | CustomLink>;

/** The path of the feed that the theme makes. */
export const feedPath = "/feed.xml";

/**
 * Accounts elsewhere and links of one's own, of a site or of a person: for any option or file that has such a group.
 * It keeps the order given, unlike an object of fields.
 */
export const social = z
  .custom<SocialInput>(isRecord, { error: "must be a group of named values" })
  .transform((given, context): Social => {
    // Without a prototype a label may be any word, `__proto__` too.
    const checked: Social = Object.create(null);
    const report = (issue: object): number =>
      context.issues.push({ input: given, ...issue } as unknown as z.core.$ZodRawIssue);
    for (const [key, value] of Object.entries(given)) {
      if (value === undefined || value === null) continue;
      if (isService(key)) {
        const account = validateAccount(key, value);
        if (typeof account === "string") checked[key] = account;
        else report({ code: "custom", path: [key], message: account.problem });
      } else if (!isRecord(value)) {
        report({ code: "unrecognized_keys", keys: [key], path: [], message: hint(key) });
      } else {
        const result = ownLink.safeParse(value, { reportInput: true });
        if (result.success) checked[key] = result.data;
        else for (const issue of result.error.issues) for (const each of ownIssues(issue, key)) report(each);
      }
    }
    return checked;
  });

/** The service that was meant, or all that there are and how to name another. */
function hint(key: string): string {
  const meant = meantService(key);
  if (meant) return ` Did you mean "${meant}"?`;
  const known = Object.keys(services);
  return (
    suggestion(key, known) ||
    ` Known: ${known.join(", ")}; and any other as { url: "https://…", icon: "assets/….svg" }.`
  );
}

/** What is wrong with a link of one's own, at its place in the group; a slip in a field with the field that was meant. */
function ownIssues(issue: z.core.$ZodIssue, key: string): object[] {
  const path = [key, ...issue.path];
  if (issue.code !== "unrecognized_keys") return [{ ...issue, path }];
  return issue.keys.map((field) => ({
    code: issue.code,
    keys: [field],
    path,
    message: suggestion(field, ownLinkFields) || ` Known: ${ownLinkFields.join(", ")}.`,
  }));
}

/**
 * Holds one account against what its service calls accounts.
 *
 * @returns The account as text, without an `@` at its start, or what is wrong: a sentence's end that starts with `must`.
 */
export function validateAccount(name: ServiceName, value: unknown): string | { problem: string } {
  const { id, example, pattern, problem, idOnly } = services[name];
  if (name === "rss" && value === true) return feedPath;
  const given = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  // Of `https:/x` a browser makes a path of the site.
  const isAddress = !idOnly && isExternal(given) && /^https?:\/\//i.test(given);
  const plain = isAddress ? given : given.replace(/^@/, "");
  if (!isAddress && !pattern.test(plain)) {
    // An e-mail address is one already.
    const form = idOnly
      ? `${id} such as "${example}"`
      : `${id}, such as "${example}", or the full address of a profile`;
    return { problem: `must be ${name === "rss" ? form.replace("a profile", "one") : form}` };
  }
  const wrong = problem?.(plain);
  return wrong ? { problem: wrong } : plain;
}
