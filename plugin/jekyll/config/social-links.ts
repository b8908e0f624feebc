import { validateAccount } from "../../accounts/schema.js";
import { type ServiceName, services } from "../../accounts/services.js";

/** Indigo's own keys, in the order of its icons. An invalid value fails the build, as in the options. */
const indigoKeys: Partial<Record<ServiceName, string>> = {
  facebook: "facebook",
  x: "twitter",
  instagram: "instagram",
  linkedin: "linkedin",
  github: "github",
  email: "email",
};

/** Keys of older versions and forks of Indigo, shown after those. A site may use them for something else. */
const forkKeys: Partial<Record<ServiceName, readonly string[]>> = {
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

/** The social links in a `_config.yml`. */
export interface ConfigSocial {
  /** In the format of the option `social`. */
  social: Partial<Record<ServiceName, string>>;
  /** The key in `_config.yml`, by service. */
  keys: ReadonlyMap<string, string>;
  /** Warnings to the author about values that are not profiles. */
  hints: string[];
}

/**
 * Reads the social links of an Indigo `_config.yml`, including the keys of forks. An invalid value of a fork's key causes a
 * warning, not an error, since such a site builds with Jekyll.
 *
 * @param place - Returns file and line of a key, such as `_config.yml:12`.
 */
export function configSocial(
  values: Readonly<Record<string, unknown>>,
  place: (path: readonly string[]) => string,
): ConfigSocial {
  const social: ConfigSocial["social"] = {};
  const keys = new Map<string, string>();
  const hints: string[] = [];
  for (const [service, key] of Object.entries(indigoKeys) as [ServiceName, string][]) {
    if (typeof values[key] !== "string") continue;
    social[service] = values[key];
    keys.set(service, key);
  }
  for (const [service, names] of Object.entries(forkKeys) as [ServiceName, string[]][]) {
    const key = names.find((name) => typeof values[name] === "string" || typeof values[name] === "number");
    // A mapping is the configuration of a plugin, such as jekyll-scholar.
    if (key === undefined) continue;
    const id = idOf(service, String(values[key]));
    const profile = validateAccount(service, id);
    if (typeof profile === "string") {
      social[service] = profile;
      keys.set(service, key);
    } else {
      hints.push(
        `key "${key}" in ${place([key])} is not a valid profile at ${services[service].label}: it ${profile.problem}, but it is ${JSON.stringify(id)}.`,
      );
    }
  }
  return { social, keys, hints };
}

/** Returns the id of a profile. Indigo expects the query of a Google Scholar URL, such as `user=abc&hl=en`. */
function idOf(service: ServiceName, value: string): string {
  if (service !== "googleScholar") return value;
  return new URLSearchParams(value).get("user") ?? value;
}
