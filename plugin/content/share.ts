import type { IconName } from "../accounts/icon.js";
import { fill } from "../i18n/fill.js";
import type { ShareService } from "../options/services.js";
import type { Site } from "../options/site.js";
import type { Post } from "./post.js";

/** A link with which a reader shares a post. */
export interface ShareLink {
  className: string;
  label: string;
  /** What the service is called, for those who do not see its icon. */
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

/** Where each service takes what is shared. Indigo's class name for X is `twitter`. */
const services: Record<
  ShareService,
  { className: string; name: string; icon: IconName; url(shared: Shared): string }
> = {
  x: {
    className: "twitter",
    name: "X",
    icon: "x",
    url: ({ url, text }) => address("https://twitter.com/intent/tweet", { text, url }),
  },
  facebook: {
    className: "facebook",
    name: "Facebook",
    icon: "facebook",
    url: ({ url }) => address("https://www.facebook.com/sharer/sharer.php", { u: url }),
  },
  linkedin: {
    className: "linkedin",
    name: "LinkedIn",
    icon: "linkedin",
    url: ({ url }) => address("https://www.linkedin.com/sharing/share-offsite/", { url }),
  },
  bluesky: {
    className: "bluesky",
    name: "Bluesky",
    icon: "bluesky",
    url: ({ url, text }) => address("https://bsky.app/intent/compose", { text: `${text} ${url}` }),
  },
  mastodon: {
    className: "mastodon",
    name: "Mastodon",
    icon: "mastodon",
    url: ({ url, text }) => address("https://share.joinmastodon.org/", { text: `${text} ${url}` }),
  },
  email: {
    className: "email",
    name: "E-mail",
    icon: "email",
    url: ({ url, title }) => `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`,
  },
};

const address = (base: string, parameters: Record<string, string>): string =>
  `${base}?${new URLSearchParams(parameters).toString()}`;

/**
 * The links with which a reader shares a post, in the order of the option `share`. They need the site's full address.
 *
 * @param url - The full address of the post.
 * @param author - What the post's author is called where it is shared: a handle or a name.
 */
export function shareLinks(post: Post, url: string, author: string, { share, strings }: Site): ShareLink[] {
  const shared: Shared = { url, title: post.title, text: fill(strings.sharedBy, post.title, author) };
  return share.map((service) => {
    const { className, name, icon, url: urlOf } = services[service];
    const label = service === "x" ? strings.tweet : strings.share;
    return { className, icon, label, service: fill(strings.onService, name), url: urlOf(shared) };
  });
}
