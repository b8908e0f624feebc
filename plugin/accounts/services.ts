import type { IconSource } from "../icons/icon-source.js";
import { orcidIn, orcidProblem } from "./orcid.js";

/** A service at which somebody has an account. */
export interface Service {
  /** What it calls itself. */
  label: string;
  icon: IconSource;
  /** What an account there is known by, for messages. */
  id: string;
  example: string;
  /** What such an id looks like, without an `@` at its start. */
  pattern: RegExp;
  /** The address of an account's profile. */
  url(id: string): string;
  /** What else may be wrong with an id or an address: the end of a sentence that starts with `must`. */
  problem?(given: string): string | undefined;
  /** Whether it is no profile of a person. */
  isNoProfile?: boolean;
  /** Whether it takes no full address in place of an id. */
  idOnly?: boolean;
}

const handle = "the name of an account";

/** Wide, since sites name such accounts already. */
const anyName = /^[\p{L}\p{M}\p{N}._%-]+$/u;

/**
 * Every service that an author can name, each with all that the theme knows of it. Schema, links and icons are made of
 * these; another service needs one more entry here.
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
  /** Name at GitHub. @example "edwardjhu" */
  github: {
    label: "GitHub",
    icon: ["fa6-brands", "github"],
    id: handle,
    example: "edwardhu",
    pattern: anyName,
    url: (name) => `https://github.com/${name}`,
  },
  /** Name at gitlab.com; elsewhere the full address. @example "edwardjhu" */
  gitlab: {
    label: "GitLab",
    icon: ["fa6-brands", "gitlab"],
    id: handle,
    example: "edwardhu",
    pattern: /^\w[\w.-]*(\/\w[\w.-]*)*$/,
    url: (name) => `https://gitlab.com/${name}`,
  },
  /** Name in the address of a LinkedIn profile: what follows `linkedin.com/in/`. @example "edwardhu" */
  linkedin: {
    label: "LinkedIn",
    icon: ["fa6-brands", "linkedin"],
    id: "the name in the address of a profile, which follows linkedin.com/in/",
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
  /** Name with its server. @example "@edwardhu@mastodon.social" */
  mastodon: {
    label: "Mastodon",
    icon: ["fa6-brands", "mastodon"],
    id: "a name with its server",
    example: "@edwardhu@mastodon.social",
    pattern: /^\w[\w.-]*@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?$/u,
    url: (name) => name.replace(/^(.*)@(.*)$/, "https://$2/@$1"),
  },
  /** Handle, which is a domain. @example "edwardhu.bsky.social" */
  bluesky: {
    label: "Bluesky",
    icon: ["fa6-brands", "bluesky"],
    id: "a handle, which is a domain",
    example: "edwardhu.bsky.social",
    pattern: /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*$|^did:[a-z]+:[\w.:%-]+$/i,
    url: (name) => `https://bsky.app/profile/${name}`,
  },
  /** Handle, or the id of a channel. @example "@edwardhu" */
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
  /** User id: what follows `user=` in the address of a profile. @example "qc6CJjYAAAAJ" */
  googleScholar: {
    label: "Google Scholar",
    icon: ["fa6-brands", "google-scholar"],
    id: 'the user id, those 12 signs behind "user=" in the address of a profile',
    example: "qc6CJjYAAAAJ",
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
  /** Author id at arXiv, or the ORCID iD that arXiv knows. @example "hu_e_1" */
  arxiv: {
    label: "arXiv",
    icon: ["academicons", "arxiv"],
    id: "an author id, or the ORCID iD that arXiv knows",
    example: "hu_e_1",
    pattern: /^[a-z][a-z-]*_[a-z]+_\d+$|^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/i,
    url: (id) => `https://arxiv.org/a/${id}`,
    problem: (given) => (/^\d{4}-/.test(given) ? orcidProblem(given) : undefined),
  },
  /** Number of the author at Semantic Scholar. @example "1741101" */
  semanticScholar: {
    label: "Semantic Scholar",
    icon: ["academicons", "semantic-scholar"],
    id: "the number of an author",
    example: "1741101",
    pattern: /^\d+$/,
    url: (id) => `https://www.semanticscholar.org/author/${id}`,
  },
  /** Id of the person: what follows `dblp.org/pid/`. @example "65/9612-1" */
  dblp: {
    label: "DBLP",
    icon: ["academicons", "dblp"],
    id: "the id of a person, which follows dblp.org/pid/",
    example: "65/9612-1",
    pattern: /^(\d{1,4}|[a-z])\/[\w-]+$/,
    url: (id) => `https://dblp.org/pid/${id}.html`,
  },
  /** Name in the address of a ResearchGate profile. @example "Edward-Hu-12" */
  researchGate: {
    label: "ResearchGate",
    icon: ["fa6-brands", "researchgate"],
    id: "the name in the address of a profile",
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
  /** Name that follows `aclanthology.org/people/`. @example "edward-hu" */
  aclAnthology: {
    label: "ACL Anthology",
    icon: ["drawn", "acl"],
    id: "the name that follows aclanthology.org/people/",
    example: "edward-hu",
    pattern: /^[a-z\d]+(-[a-z\d]+)*(\/unverified)?$/,
    url: (name) => `https://aclanthology.org/people/${name}/`,
  },
  /** The author as PubMed writes the name, or the name of a public bibliography at My NCBI. @example "Hu EJ" */
  pubmed: {
    label: "PubMed",
    icon: ["academicons", "pubmed"],
    id: "an author as PubMed writes the name, or the name of a public bibliography at My NCBI",
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
  /** Number of the author at Scopus. @example "57190399971" */
  scopus: {
    label: "Scopus",
    icon: ["academicons", "scopus"],
    id: "the number of an author, 10 or 11 digits",
    example: "57190399971",
    pattern: /^\d{10,11}$/,
    url: (id) => `https://www.scopus.com/authid/detail.uri?authorId=${id}`,
  },
  /** Name at Hugging Face. @example "edwardhu" */
  huggingFace: {
    label: "Hugging Face",
    icon: ["fa7-brands", "hugging-face"],
    id: handle,
    example: "edwardhu",
    pattern: /^\w[\w.-]*$/,
    url: (name) => `https://huggingface.co/${name}`,
  },
  /** Name at Kaggle. @example "edwardhu" */
  kaggle: {
    label: "Kaggle",
    icon: ["fa6-brands", "kaggle"],
    id: handle,
    example: "edwardhu",
    pattern: /^[a-z\d][a-z\d-]*$/i,
    url: (name) => `https://www.kaggle.com/${name}`,
  },
  /** Number of the user at Stack Overflow. @example "7044681" */
  stackOverflow: {
    label: "Stack Overflow",
    icon: ["fa6-brands", "stack-overflow"],
    id: "the number of a user",
    example: "7044681",
    pattern: /^\d+(\/[\w-]+)?$/,
    url: (id) => `https://stackoverflow.com/users/${id}`,
  },
  /** `true` for the site's feed, or the path or address of another. @example true */
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

/** The name of a service, as the option `social` has it. */
export type ServiceName = keyof typeof registry;

/** What an author gives for an account. */
export type Account = string | number | true;

/** Accounts by service. */
export type ServiceAccounts = { [Name in keyof typeof registry]?: Account | undefined };

/** What is known of each service. */
export const services: Readonly<Record<ServiceName, Service>> = registry;

/** Whether there is a service of this name. */
export const isService = (name: string): name is ServiceName => Object.hasOwn(services, name);

/** Words by which services go elsewhere, in small letters without blanks. */
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
 * The service that an author means by another name: `scholar`, `google_scholar`, `github_username`.
 *
 * @returns Nothing where the name is that of a service, or of none that is known.
 */
export function meantService(name: string): ServiceName | undefined {
  const plain = name.toLowerCase().replaceAll(/[\s_.-]/g, "");
  for (const word of [plain, plain.replace(/(userid|username|user|id|url)$/, "")]) {
    const other = Object.hasOwn(otherNames, word) ? otherNames[word] : undefined;
    const found = other ?? Object.keys(services).find((known) => known.toLowerCase() === word);
    if (found && found !== name) return found as ServiceName;
  }
  return undefined;
}
