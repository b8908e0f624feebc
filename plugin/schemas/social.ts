import { z } from "zod";
import { suggestion } from "../errors.js";
import { isService, meantService, type ServiceName, services } from "../social-services.js";
import { isExternal, link, text } from "./values.js";

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
export type OwnLink = z.output<typeof ownLink>;

/** What an author gives for a service; each has its form of ids in `social-services.ts`. */
interface ServiceAccounts {
  /** E-mail address. @example "edward@example.org" */
  email?: string | undefined;

  /** Name at GitHub. @example "edwardjhu" */
  github?: string | undefined;

  /** Name at gitlab.com; elsewhere the full address. @example "edwardjhu" */
  gitlab?: string | undefined;

  /** Name in the address of a LinkedIn profile: what follows `linkedin.com/in/`. @example "edwardhu" */
  linkedin?: string | undefined;

  /** Handle at X, with or without `@`. @example "edwardhu" */
  x?: string | undefined;

  /** Name with its server. @example "@edwardhu@mastodon.social" */
  mastodon?: string | undefined;

  /** Handle, which is a domain. @example "edwardhu.bsky.social" */
  bluesky?: string | undefined;

  /** Handle, or the id of a channel. @example "@edwardhu" */
  youtube?: string | undefined;

  /** Handle at Instagram, with or without `@`. @example "edwardhu" */
  instagram?: string | undefined;

  /** Name of a Facebook page or profile. @example "edwardhu" */
  facebook?: string | undefined;

  /** User id: what follows `user=` in the address of a profile. @example "qc6CJjYAAAAJ" */
  googleScholar?: string | undefined;

  /** ORCID iD. @example "0000-0002-1825-0097" */
  orcid?: string | undefined;

  /** Author id at arXiv, or the ORCID iD that arXiv knows. @example "hu_e_1" */
  arxiv?: string | undefined;

  /** Number of the author at Semantic Scholar. @example "1741101" */
  semanticScholar?: string | number | undefined;

  /** Id of the person: what follows `dblp.org/pid/`. @example "65/9612-1" */
  dblp?: string | undefined;

  /** Name in the address of a ResearchGate profile. @example "Edward-Hu-12" */
  researchGate?: string | undefined;

  /** Id of the OpenReview profile. @example "~Edward_J_Hu1" */
  openReview?: string | undefined;

  /** Name that follows `aclanthology.org/people/`. @example "edward-hu" */
  aclAnthology?: string | undefined;

  /** The author as PubMed writes the name, or the name of a public bibliography at My NCBI. @example "Hu EJ" */
  pubmed?: string | undefined;

  /** ResearcherID. @example "A-1009-2008" */
  webOfScience?: string | number | undefined;

  /** Number of the author at Scopus. @example "57190399971" */
  scopus?: string | number | undefined;

  /** Name at Hugging Face. @example "edwardhu" */
  huggingFace?: string | undefined;

  /** Name at Kaggle. @example "edwardhu" */
  kaggle?: string | undefined;

  /** Number of the user at Stack Overflow. @example "7044681" */
  stackOverflow?: string | number | undefined;

  /** `true` for the site's feed, or the path or address of another. @example true */
  rss?: string | true | undefined;
}

/** Accounts elsewhere, each by its id there or by the full address of the profile, and links of one's own by label. */
export type SocialInput = ServiceAccounts & {
  [label: string]: z.input<typeof ownLink> | string | number | true | undefined;
};

/** Such accounts, checked, in the order given: an account by its service, a link of one's own by its label. */
export type Social = Record<string, string | OwnLink>;

/** The path of the feed that the theme makes. */
export const feedPath = "/feed.xml";

const isGroup = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Accounts elsewhere and links of one's own, of a site or of a person: for any option or file that has such a group.
 * It keeps the order given, unlike an object of fields.
 */
export const social = z
  .custom<SocialInput>(isGroup, { error: "must be a group of named values" })
  .transform((given, context): Social => {
    const checked: Social = {};
    const report = (issue: object): number =>
      context.issues.push({ input: given, ...issue } as unknown as z.core.$ZodRawIssue);
    for (const [key, value] of Object.entries(given)) {
      if (value === undefined || value === null) continue;
      if (isService(key)) {
        const account = checkAccount(key, value);
        if (typeof account === "string") checked[key] = account;
        else report({ code: "custom", path: [key], message: account.problem });
      } else if (!isGroup(value)) {
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
export function checkAccount(name: ServiceName, value: unknown): string | { problem: string } {
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
