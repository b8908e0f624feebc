import type { IconSource } from "../icons/icon-source.js";
import { orcidIn, orcidProblem } from "./orcid.js";

/** A service with user accounts, or another kind of social link. */
export interface Service {
  /** The service's own name. */
  label: string;
  icon: IconSource;
  /** Description of an account's id, for messages. */
  id: string;
  example: string;
  /** Pattern of an id, without an `@` at its start. */
  pattern: RegExp;
  /** Returns the URL of an account's profile. */
  url(id: string): string;
  /** Validates an id or URL further. Returns the end of a message, which starts with `must`. */
  problem?(account: string): string | undefined;
  /** Whether it is not a profile of a person. */
  isNoProfile?: boolean;
  /** Whether a full URL is not accepted instead of an id. */
  idOnly?: boolean;
}

const handle = "the name of an account";

/** A permissive pattern, for names that existing sites have. */
const anyName = /^[\p{L}\p{M}\p{N}._%-]+$/u;

/**
 * All services of the option `social`. Schema, links and icons derive from this table; a new service needs one more entry.
 */
const registry = {
  /** E-mail address. @example "edward@example.org" */
  email: {
    label: "Email",
    icon: ["fa6-regular", "envelope"],
    id: "an e-mail address",
    example: "me@example.org",
    pattern: /^[^\s@<>"']+@[^\s@<>"'.]+(\.[^\s@<>"'.]+)+$/u,
    url: (address) => `mailto:${address}`,
    isNoProfile: true,
    idOnly: true,
  },
  /** User name at GitHub. @example "edwardjhu" */
  github: {
    label: "GitHub",
    icon: ["fa6-brands", "github"],
    id: handle,
    example: "edwardhu",
    pattern: anyName,
    url: (name) => `https://github.com/${name}`,
  },
  /** User name at gitlab.com, or the full URL of a profile at another server. @example "edwardjhu" */
  gitlab: {
    label: "GitLab",
    icon: ["fa6-brands", "gitlab"],
    id: handle,
    example: "edwardhu",
    pattern: /^\w[\w.-]*(\/\w[\w.-]*)*$/,
    url: (name) => `https://gitlab.com/${name}`,
  },
  /** Name in the URL of a LinkedIn profile, after `linkedin.com/in/`. @example "edwardhu" */
  linkedin: {
    label: "LinkedIn",
    icon: ["fa6-brands", "linkedin"],
    id: "the name in the URL of a profile, after linkedin.com/in/",
    example: "edwardhu",
    pattern: anyName,
    url: (name) => `https://www.linkedin.com/in/${name}`,
  },
  /** Handle at X, with or without `@`. @example "edwardhu" */
  x: {
    label: "X",
    icon: ["fa6-brands", "x-twitter"],
    id: handle,
    example: "edwardhu",
    pattern: anyName,
    url: (name) => `https://x.com/${name}`,
  },
  /** User name with its server. @example "@edwardhu@mastodon.social" */
  mastodon: {
    label: "Mastodon",
    icon: ["fa6-brands", "mastodon"],
    id: "a name with its server",
    example: "@edwardhu@mastodon.social",
    pattern: /^\w[\w.-]*@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?$/u,
    url: (name) => name.replace(/^(.*)@(.*)$/, "https://$2/@$1"),
  },
  /** Handle at Bluesky, which is a domain. @example "edwardhu.bsky.social" */
  bluesky: {
    label: "Bluesky",
    icon: ["fa6-brands", "bluesky"],
    id: "a handle, which is a domain",
    example: "edwardhu.bsky.social",
    pattern: /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*$|^did:[a-z]+:[\w.:%-]+$/i,
    url: (name) => `https://bsky.app/profile/${name}`,
  },
  /** Handle at YouTube, or the id of a channel. @example "@edwardhu" */
  youtube: {
    label: "YouTube",
    icon: ["fa6-brands", "youtube"],
    id: "a handle, or the id of a channel",
    example: "@edwardhu",
    pattern: /^[\p{L}\p{M}\p{N}_.·-]{3,30}$/u,
    url: (name) => `https://www.youtube.com/${/^UC[\w-]{22}$/.test(name) ? "channel/" : "@"}${name}`,
  },
  /** Handle at Instagram, with or without `@`. @example "edwardhu" */
  instagram: {
    label: "Instagram",
    icon: ["fa6-brands", "instagram"],
    id: handle,
    example: "edwardhu",
    pattern: anyName,
    url: (name) => `https://instagram.com/${name}`,
  },
  /** Name of a Facebook page or profile. @example "edwardhu" */
  facebook: {
    label: "Facebook",
    icon: ["fa6-brands", "facebook"],
    id: handle,
    example: "edwardhu",
    pattern: anyName,
    url: (name) => `https://facebook.com/${name}`,
  },
  /** User id, after `user=` in the URL of a profile. @example "aBcDeFgAAAAJ" */
  googleScholar: {
    label: "Google Scholar",
    icon: ["fa6-brands", "google-scholar"],
    id: 'the user id, the 12 characters after "user=" in the URL of a profile',
    example: "aBcDeFgAAAAJ",
    pattern: /^[\w-]{12}$/,
    url: (id) => `https://scholar.google.com/citations?user=${id}`,
  },
  /** ORCID iD. @example "0000-0002-1825-0097" */
  orcid: {
    label: "ORCID",
    icon: ["fa6-brands", "orcid"],
    id: "an ORCID iD",
    example: "0000-0002-1825-0097",
    pattern: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/i,
    url: (id) => `https://orcid.org/${orcidIn(id)}`,
    problem: orcidProblem,
  },
  /** Author id at arXiv, or the ORCID iD that is linked there. @example "hu_e_1" */
  arxiv: {
    label: "arXiv",
    icon: ["academicons", "arxiv"],
    id: "an author id, or the ORCID iD that is linked at arXiv",
    example: "hu_e_1",
    pattern: /^[a-z][a-z-]*_[a-z]+_\d+$|^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/i,
    url: (id) => `https://arxiv.org/a/${id}`,
    problem: (account) => (/^\d{4}-/.test(account) ? orcidProblem(account) : undefined),
  },
  /** Author number at Semantic Scholar. @example "1741101" */
  semanticScholar: {
    label: "Semantic Scholar",
    icon: ["academicons", "semantic-scholar"],
    id: "the number of an author",
    example: "1741101",
    pattern: /^\d+$/,
    url: (id) => `https://www.semanticscholar.org/author/${id}`,
  },
  /** Person id, after `dblp.org/pid/`. @example "65/9612-1" */
  dblp: {
    label: "DBLP",
    icon: ["academicons", "dblp"],
    id: "the id of a person, after dblp.org/pid/",
    example: "65/9612-1",
    pattern: /^(\d{1,4}|[a-z])\/[\w-]+$/,
    url: (id) => `https://dblp.org/pid/${id}.html`,
  },
  /** Name in the URL of a ResearchGate profile. @example "Edward-Hu-12" */
  researchGate: {
    label: "ResearchGate",
    icon: ["fa6-brands", "researchgate"],
    id: "the name in the URL of a profile",
    example: "Edward-Hu-12",
    pattern: anyName,
    url: (name) => `https://www.researchgate.net/profile/${name}`,
  },
  /** Id of the OpenReview profile. @example "~Edward_J_Hu1" */
  openReview: {
    label: "OpenReview",
    icon: ["drawn", "openreview"],
    id: "the id of a profile",
    example: "~Edward_J_Hu1",
    pattern: /^~[\p{L}\p{M}][\p{L}\p{M}_.'’-]*\d+$/u,
    url: (id) => `https://openreview.net/profile?id=${encodeURIComponent(id)}`,
  },
  /** Name after `aclanthology.org/people/`. @example "edward-hu" */
  aclAnthology: {
    label: "ACL Anthology",
    icon: ["drawn", "acl"],
    id: "the name after aclanthology.org/people/",
    example: "edward-hu",
    pattern: /^[a-z\d]+(-[a-z\d]+)*(\/unverified)?$/,
    url: (name) => `https://aclanthology.org/people/${name}/`,
  },
  /** Author name in PubMed's format, or the name of a public bibliography at My NCBI. @example "Hu EJ" */
  pubmed: {
    label: "PubMed",
    icon: ["academicons", "pubmed"],
    id: "an author name in PubMed's format, or the name of a public bibliography at My NCBI",
    example: "Hu EJ",
    pattern: /^[\p{L}\p{M}'’ -]+ \p{Lu}{1,4}$|^[\w.-]+$/u,
    url: (name) =>
      name.includes(" ")
        ? `https://pubmed.ncbi.nlm.nih.gov/?term=${encodeURIComponent(`${name}[Author]`)}`
        : `https://www.ncbi.nlm.nih.gov/myncbi/${name}/bibliography/public/`,
  },
  /** ResearcherID. @example "A-1009-2008" */
  webOfScience: {
    label: "Web of Science",
    icon: ["academicons", "researcherid"],
    id: "a ResearcherID",
    example: "A-1009-2008",
    pattern: /^[A-Z]{1,3}-\d{4}-\d{4}$|^\d{4,}$/,
    url: (id) => `https://www.webofscience.com/wos/author/record/${id}`,
  },
  /** Author number at Scopus. @example "57190399971" */
  scopus: {
    label: "Scopus",
    icon: ["academicons", "scopus"],
    id: "the number of an author, 10 or 11 digits",
    example: "57190399971",
    pattern: /^\d{10,11}$/,
    url: (id) => `https://www.scopus.com/authid/detail.uri?authorId=${id}`,
  },
  /** User name at Hugging Face. @example "edwardhu" */
  huggingFace: {
    label: "Hugging Face",
    icon: ["fa7-brands", "hugging-face"],
    id: handle,
    example: "edwardhu",
    pattern: /^\w[\w.-]*$/,
    url: (name) => `https://huggingface.co/${name}`,
  },
  /** User name at Kaggle. @example "edwardhu" */
  kaggle: {
    label: "Kaggle",
    icon: ["fa6-brands", "kaggle"],
    id: handle,
    example: "edwardhu",
    pattern: /^[a-z\d][a-z\d-]*$/i,
    url: (name) => `https://www.kaggle.com/${name}`,
  },
  /** User number at Stack Overflow. @example "7044681" */
  stackOverflow: {
    label: "Stack Overflow",
    icon: ["fa6-brands", "stack-overflow"],
    id: "the number of a user",
    example: "7044681",
    pattern: /^\d+(\/[\w-]+)?$/,
    url: (id) => `https://stackoverflow.com/users/${id}`,
  },
  /** `true` for the site's feed, or the path or full URL of another. @example true */
  rss: {
    label: "RSS",
    icon: ["fa6-solid", "rss"],
    id: "`true` for the site's feed, or the path of another",
    example: "/publications.xml",
    pattern: /^\/[^\s/\\][^\s\\]*$/,
    url: (path) => path,
    isNoProfile: true,
  },
} satisfies Record<string, Service>;

/** The name of a service: a key of the option `social`. */
export type ServiceName = keyof typeof registry;

/** The value of an account in the option `social`. */
export type Account = string | number | true;

/** Accounts by service. */
export type ServiceAccounts = { [Name in keyof typeof registry]?: Account | undefined };

/** All services by name. */
export const services: Readonly<Record<ServiceName, Service>> = registry;

/** Returns whether there is a service of this name. */
export const isService = (name: string): name is ServiceName => Object.hasOwn(services, name);

/** Other names of services, in lower case without spaces. */
const otherNames: Record<string, ServiceName> = {
  acl: "aclAnthology",
  anthology: "aclAnthology",
  atom: "rss",
  bsky: "bluesky",
  fb: "facebook",
  feed: "rss",
  gh: "github",
  hf: "huggingFace",
  insta: "instagram",
  mail: "email",
  ncbi: "pubmed",
  publons: "webOfScience",
  researcher: "webOfScience",
  researcherid: "webOfScience",
  s2: "semanticScholar",
  scholar: "googleScholar",
  twitter: "x",
  wos: "webOfScience",
  yt: "youtube",
};

/**
 * Returns the service that another name probably means: `scholar`, `google_scholar`, `github_username`.
 *
 * @returns `undefined` if the name is exactly that of a service, or if nothing matches.
 */
export function meantService(name: string): ServiceName | undefined {
  const normalized = name.toLowerCase().replaceAll(/[\s_.-]/g, "");
  for (const candidate of [normalized, normalized.replace(/(userid|username|user|id|url)$/, "")]) {
    const other = Object.hasOwn(otherNames, candidate) ? otherNames[candidate] : undefined;
    const service = other ?? Object.keys(services).find((key) => key.toLowerCase() === candidate);
    if (service && service !== name) return service as ServiceName;
  }
  return undefined;
}
