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

/** The name of an account at a service, or the full URL of a profile there. */
export const account = text.refine((value) => isExternal(value) || /^@?[\p{L}\p{N}._-]+$/u.test(value), {
  error: 'must be the name of an account, such as "edwardhu", or the full URL of a profile',
});

const customLink = z.strictObject({
  /** URL of the link. */
  url: link,

  /** An SVG of the site, or the name of a service to use its icon. The default is a link icon. @example "assets/lab.svg" */
  icon: text.optional(),

  /** Whether it is a profile of the same person, for search engines and Mastodon. @default false */
  profile: z.boolean().default(false),
});

const customLinkFields = Object.keys(customLink.shape);

/** A validated link with a label of the author's choice. */
export type CustomLink = z.output<typeof customLink>;

/** Profiles by service, each as an account id or a full URL, and custom links by label. */
export type SocialInput = ServiceAccounts & {
  [label: string]: z.input<typeof customLink> | Account | undefined;
};

/** Validated social links in the author's order: accounts by service, custom links by label. */
export type Social = Record<string, string | CustomLink>;

/** URL of the theme's feed, from the site's root. */
export const feedPath = "/feed.xml";

/** Social links of a site or a person. Keeps the author's order, unlike an object schema. */
export const social = z
  .custom<SocialInput>(isRecord, { error: "must be a group of named values" })
  .transform((input, context): Social => {
    // Without a prototype, a label may be any text, even `__proto__`.
    const output: Social = Object.create(null);
    const report = (issue: object): number =>
      context.issues.push({ input, ...issue } as unknown as z.core.$ZodRawIssue);
    for (const [key, value] of Object.entries(input)) {
      if (value === undefined || value === null) continue;
      if (isService(key)) {
        const account = validateAccount(key, value);
        if (typeof account === "string") output[key] = account;
        else report({ code: "custom", path: [key], message: account.problem });
      } else if (!isRecord(value)) {
        report({ code: "unrecognized_keys", keys: [key], path: [], message: hint(key) });
      } else {
        const result = customLink.safeParse(value, { reportInput: true });
        if (result.success) output[key] = result.data;
        else result.error.issues.flatMap((issue) => customLinkIssues(issue, key)).forEach(report);
      }
    }
    return output;
  });

/** Suggests the service that an unknown key probably means, or lists all services and shows a custom link. */
function hint(key: string): string {
  const service = meantService(key);
  if (service) return ` Did you mean "${service}"?`;
  const names = Object.keys(services);
  return (
    suggestion(key, names) ||
    ` Known: ${names.join(", ")}; and any other as { url: "https://…", icon: "assets/….svg" }.`
  );
}

/** Returns the issues of a custom link with its key in their path, and a suggestion for each unknown field. */
function customLinkIssues(issue: z.core.$ZodIssue, key: string): object[] {
  const path = [key, ...issue.path];
  if (issue.code !== "unrecognized_keys") return [{ ...issue, path }];
  return issue.keys.map((field) => ({
    code: issue.code,
    keys: [field],
    path,
    message: suggestion(field, customLinkFields) || ` Known: ${customLinkFields.join(", ")}.`,
  }));
}

/**
 * Validates an account against the pattern of its service.
 *
 * @returns The account as text, without an `@` at its start; or the end of a message, which starts with `must`.
 */
export function validateAccount(name: ServiceName, value: unknown): string | { problem: string } {
  const { id, example, pattern, problem, idOnly } = services[name];
  if (name === "rss" && value === true) return feedPath;
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  const isUrl = !idOnly && isExternal(text);
  const account = isUrl ? text : text.replace(/^@/, "");
  if (!isUrl && !pattern.test(account)) {
    const form = idOnly
      ? `${id} such as "${example}"`
      : `${id}, such as "${example}", or the full URL of a profile`;
    return { problem: `must be ${name === "rss" ? form.replace("a profile", "one") : form}` };
  }
  const problemText = problem?.(account);
  return problemText ? { problem: problemText } : account;
}
