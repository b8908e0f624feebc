import { checkAccount } from "../../accounts/schema.js";
import { type ServiceName, services } from "../../accounts/services.js";

/** Indigo's own keys, in the order in which it shows them; what is wrong in them stops the build, as in the options. */
const indigos: Partial<Record<ServiceName, string>> = {
  facebook: "facebook",
  x: "twitter",
  instagram: "instagram",
  linkedin: "linkedin",
  github: "github",
  email: "email",
};

/** Keys that Indigo had once or its forks have, behind those; a site may use some for something else. */
const forks: Partial<Record<ServiceName, readonly string[]>> = {
  youtube: ["youtube"],
  gitlab: ["gitlab"],
  mastodon: ["mastodon"],
  bluesky: ["bluesky"],
  stackOverflow: ["stackoverflow", "stack_overflow", "stack-overflow"],
  googleScholar: ["scholar", "googlescholar", "google_scholar", "google-scholar"],
  orcid: ["orcid"],
  researchGate: ["researchgate"],
  arxiv: ["arxiv"],
  semanticScholar: ["semanticscholar", "semantic_scholar", "semantic-scholar"],
  dblp: ["dblp"],
  openReview: ["openreview"],
  webOfScience: ["researcherid", "webofscience"],
  scopus: ["scopus"],
  huggingFace: ["huggingface"],
  kaggle: ["kaggle"],
};

/** The accounts in a `_config.yml`. */
export interface ConfigSocial {
  /** As the option `social`. */
  social: Partial<Record<ServiceName, string>>;
  /** The key that stands behind a service. */
  keys: ReadonlyMap<string, string>;
  /** What the author should know: values that are no account. */
  hints: string[];
}

/**
 * Reads the accounts of an Indigo `_config.yml`, those of its forks as well. Such a key whose value is no account builds
 * with Jekyll, so that it is left alone and the author told.
 *
 * @param place - Where a key stands: `_config.yml:12`.
 */
export function configSocial(
  values: Readonly<Record<string, unknown>>,
  place: (path: readonly string[]) => string,
): ConfigSocial {
  const social: ConfigSocial["social"] = {};
  const keys = new Map<string, string>();
  const hints: string[] = [];
  for (const [service, key] of Object.entries(indigos) as [ServiceName, string][]) {
    if (typeof values[key] !== "string") continue;
    social[service] = values[key];
    keys.set(service, key);
  }
  for (const [service, names] of Object.entries(forks) as [ServiceName, string[]][]) {
    const key = names.find((name) => typeof values[name] === "string" || typeof values[name] === "number");
    // A group of values is another plugin's, such as jekyll-scholar's.
    if (key === undefined) continue;
    const given = idOf(service, String(values[key]));
    const account = checkAccount(service, given);
    if (typeof account === "string") {
      social[service] = account;
      keys.set(service, key);
    } else {
      hints.push(
        `key "${key}" in ${place([key])} is no account at ${services[service].label}: it ${account.problem}, but it is ${JSON.stringify(given)}.`,
      );
    }
  }
  return { social, keys, hints };
}

/** Indigo puts what follows the `?` in the address of a Google Scholar profile behind it: `user=abc&hl=en`. */
function idOf(service: ServiceName, value: string): string {
  if (service !== "googleScholar") return value;
  return new URLSearchParams(value).get("user") ?? value;
}
