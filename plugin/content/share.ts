import type { IconName } from "../accounts/icon.js";
import { fill } from "../i18n/fill.js";
import type { ShareService, ShareTarget } from "../options/services.js";
import type { Site } from "../options/site.js";
import type { Post } from "./post.js";

/** A link to share a post at a service. */
export interface ShareLink {
  className: string;
  label: string;
  /** The name of the service in a phrase, for readers who do not see its icon. */
  service: string;
  /** The name of the service in the language of the page. */
  name: string;
  /** The `rel` of the link: search engines need not follow it. */
  rel: string | undefined;
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
    url: ({ url, text }) => `https://bsky.app/intent/compose?text=${encodeURIComponent(`${text} ${url}`)}`,
  },
  mastodon: {
    className: "mastodon",
    name: "Mastodon",
    icon: "mastodon",
    // Mastodon's own page, at which readers choose their server.
    url: ({ url, text }) => mastodonUrl("https://share.joinmastodon.org/", { url, text }),
  },
  email: {
    className: "email",
    name: "E-mail",
    icon: "email",
    url: ({ url, title }) => `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`,
  },
};

/** Returns the URL to share a post at a Mastodon server, or at the page that asks for one. */
const mastodonUrl = (page: string, { url, text }: Pick<Shared, "url" | "text">): string =>
  `${page}?text=${encodeURIComponent(`${text} ${url}`)}`;

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
  return share.map((target) => {
    const service = serviceOf(target);
    const { className, icon, url: urlOf, name: serviceName } = services[service];
    const name = service === "email" ? strings.email : serviceName;
    return {
      className,
      icon,
      label: service === "x" ? strings.tweet : strings.share,
      service: service === "email" ? strings.byEmail : fill(strings.onService, name),
      name,
      rel: service === "email" ? undefined : "nofollow",
      url:
        typeof target === "string" ? urlOf(shared) : mastodonUrl(`https://${target.mastodon}/share`, shared),
    };
  });
}

const serviceOf = (target: ShareTarget): ShareService => (typeof target === "string" ? target : "mastodon");
