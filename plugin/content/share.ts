import type { IconName } from "../accounts/icon.js";
import { fill } from "../i18n/fill.js";
import type { ShareService } from "../options/services.js";
import type { Site } from "../options/site.js";
import type { Post } from "./post.js";

/** A link to share a post at a service. */
export interface ShareLink {
  className: string;
  label: string;
  /** The name of the service in a phrase, for readers who do not see its icon. */
  service: string;
  url: string;
  icon: IconName;
}

interface Shared {
  url: string;
  title: string;
  /** The title with its author. */
  text: string;
}

/** The URLs by which each service shares a post. Indigo's class name for X is `twitter`. */
const services: Record<
  ShareService,
  { className: string; name: string; icon: IconName; url(shared: Shared): string }
> = {
  x: {
    className: "twitter",
    name: "X",
    icon: "x",
    url: ({ url, text }) => withQuery("https://twitter.com/intent/tweet", { text, url }),
  },
  facebook: {
    className: "facebook",
    name: "Facebook",
    icon: "facebook",
    url: ({ url }) => withQuery("https://www.facebook.com/sharer/sharer.php", { u: url }),
  },
  linkedin: {
    className: "linkedin",
    name: "LinkedIn",
    icon: "linkedin",
    url: ({ url }) => withQuery("https://www.linkedin.com/sharing/share-offsite/", { url }),
  },
  bluesky: {
    className: "bluesky",
    name: "Bluesky",
    icon: "bluesky",
    url: ({ url, text }) => withQuery("https://bsky.app/intent/compose", { text: `${text} ${url}` }),
  },
  mastodon: {
    className: "mastodon",
    name: "Mastodon",
    icon: "mastodon",
    url: ({ url, text }) => withQuery("https://share.joinmastodon.org/", { text: `${text} ${url}` }),
  },
  email: {
    className: "email",
    name: "E-mail",
    icon: "email",
    url: ({ url, title }) => `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`,
  },
};

const withQuery = (base: string, parameters: Record<string, string>): string =>
  `${base}?${new URLSearchParams(parameters).toString()}`;

/**
 * Returns the links to share a post, in the order of the option `share`.
 *
 * @param url - The full URL of the post.
 * @param author - Handle or name of the author, for the shared text.
 */
export function shareLinks(post: Post, url: string, author: string, { share, strings }: Site): ShareLink[] {
  const shared: Shared = { url, title: post.title, text: fill(strings.sharedBy, post.title, author) };
  return share.map((service) => {
    const { className, name, icon, url: urlOf } = services[service];
    const label = service === "x" ? strings.tweet : strings.share;
    return { className, icon, label, service: fill(strings.onService, name), url: urlOf(shared) };
  });
}
