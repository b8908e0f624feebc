import { type SocialInput, validateAccount } from "../../accounts/schema.js";
import { type ServiceName, services } from "../../accounts/services.js";
import { isExternal } from "../../utils/schema-values.js";

/** Indigo's own keys, in the order of its icons. */
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

/**
 * Keys of forks for services that the theme has no icon for: the label, and the URL of an account. Other values than the names
 * of accounts are full URLs.
 */
const otherKeys: Readonly<Record<string, { label: string; url(account: string): string }>> = {
  behance: { label: "Behance", url: (account) => `https://www.behance.net/${account}` },
  codepen: { label: "CodePen", url: (account) => `https://codepen.io/${account}` },
  devto: { label: "DEV", url: (account) => `https://dev.to/${account}` },
  dribbble: { label: "Dribbble", url: (account) => `https://dribbble.com/${account}` },
  flickr: { label: "Flickr", url: (account) => `https://www.flickr.com/photos/${account}` },
  goodreads: { label: "Goodreads", url: (account) => `https://www.goodreads.com/${account}` },
  itchio: { label: "itch.io", url: (account) => `https://${account}.itch.io` },
  keybase: { label: "Keybase", url: (account) => `https://keybase.io/${account}` },
  lastfm: { label: "Last.fm", url: (account) => `https://www.last.fm/user/${account}` },
  medium: { label: "Medium", url: (account) => `https://medium.com/@${account}` },
  meetup: { label: "Meetup", url: (account) => `https://www.meetup.com/members/${account}` },
  pinterest: { label: "Pinterest", url: (account) => `https://www.pinterest.com/${account}` },
  quora: { label: "Quora", url: (account) => `https://www.quora.com/profile/${account}` },
  reddit: { label: "Reddit", url: (account) => `https://www.reddit.com/user/${account}` },
  slideshare: { label: "SlideShare", url: (account) => `https://www.slideshare.net/${account}` },
  soundcloud: { label: "SoundCloud", url: (account) => `https://soundcloud.com/${account}` },
  spotify: { label: "Spotify", url: (account) => `https://open.spotify.com/user/${account}` },
  steam: { label: "Steam", url: (account) => `https://steamcommunity.com/id/${account}` },
  strava: { label: "Strava", url: (account) => `https://www.strava.com/athletes/${account}` },
  telegram: { label: "Telegram", url: (account) => `https://t.me/${account}` },
  tumblr: { label: "Tumblr", url: (account) => `https://${account}.tumblr.com` },
  twitch: { label: "Twitch", url: (account) => `https://www.twitch.tv/${account}` },
  vimeo: { label: "Vimeo", url: (account) => `https://vimeo.com/${account}` },
  xing: { label: "XING", url: (account) => `https://www.xing.com/profile/${account}` },
};

/** Returns whether the plugin reads a key of `_config.yml` as a social link. */
export const isSocialKey = (key: string): boolean =>
  Object.hasOwn(otherKeys, key) || Object.values(forkKeys).some((names) => names.includes(key));

/** The social links in a `_config.yml`. */
export interface ConfigSocial {
  /** In the format of the option `social`. */
  social: SocialInput;
  /** The key in `_config.yml`, by service or label. */
  keys: ReadonlyMap<string, string>;
  /** Warnings to the author about values that are not profiles. */
  hints: string[];
}

/**
 * Reads the social links of an Indigo `_config.yml`, including the keys of forks. An invalid value causes a warning, not an
 * error, since such a site builds with Jekyll.
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
  const own = Object.entries(indigoKeys).map(([service, key]) => [service, [key]] as const);
  for (const [service, names] of [...own, ...Object.entries(forkKeys)] as [ServiceName, string[]][]) {
    // A mapping is the configuration of a plugin, such as jekyll-scholar.
    const key = names.find((name) => isAccount(values[name]));
    if (key === undefined) continue;
    const id = idOf(service, String(values[key]).trim());
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
  for (const [key, { label, url }] of Object.entries(otherKeys)) {
    const value = values[key];
    if (!isAccount(value)) continue;
    const id = String(value).trim().replace(/^@/, "");
    if (isExternal(id) || /^[\p{L}\p{N}._-]+$/u.test(id)) {
      social[label] = { url: isExternal(id) ? id : url(id), profile: true };
      keys.set(label, key);
    } else
      hints.push(
        `key "${key}" in ${place([key])} must be the name of an account at ${label} or a full URL, but it is ${JSON.stringify(id)}.`,
      );
  }
  return { social, keys, hints };
}

const isAccount = (value: unknown): boolean =>
  (typeof value === "string" && value.trim() !== "") || typeof value === "number";

/** Parts of the path of a profile at services whose URLs have them before the name of an account. */
const pathOfProfile: Partial<Record<ServiceName, RegExp>> = {
  linkedin: /^(company|school|in|pub|showcase)\//,
  youtube: /^(channel|c|user)\//,
  gitlab: /^groups\//,
  stackOverflow: /^users\//,
  facebook: /^(pages|people|groups)\//,
};

/**
 * Returns the id or URL of a profile, from the forms in which sites write it: a URL without a scheme, the path of a URL, or the
 * query of a Google Scholar URL, such as `citations?user=abc&hl=en`.
 */
function idOf(service: ServiceName, written: string): string {
  if (isExternal(written)) return written;
  const value = written.replaceAll(/^\/+|\/+$/g, "");
  if (service === "googleScholar")
    return new URLSearchParams(value.replace(/^.*\?/, "")).get("user") ?? value;
  // `server/@me`
  if (service === "mastodon" && /^[\w-]+(\.[\w-]+)+\/(@|users\/)[\w.-]+$/.test(value))
    return `https://${value}`;
  if (service === "email") return value.replace(/^mailto:/i, "");
  const profile = services[service].url("x");
  const host = URL.canParse(profile) ? new URL(profile).host.replace(/^www\./, "") : "";
  if (host !== "" && new RegExp(`^(\\w+\\.)?${host.replaceAll(".", "\\.")}/`, "i").test(value))
    return `https://${value}`;
  return pathOfProfile[service]?.test(value) ? `https://${profile.split("/")[2]}/${value}` : value;
}
