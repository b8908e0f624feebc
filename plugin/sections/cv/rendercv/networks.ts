/** The networks that RenderCV knows. */
export const networkNames = [
  "LinkedIn",
  "GitHub",
  "GitLab",
  "IMDB",
  "Instagram",
  "ORCID",
  "Mastodon",
  "StackOverflow",
  "ResearchGate",
  "YouTube",
  "Google Scholar",
  "Telegram",
  "WhatsApp",
  "Leetcode",
  "X",
  "Bluesky",
] as const;

/** Where the profiles are of those networks that are no service of the theme. */
const others: Readonly<Record<string, string>> = {
  imdb: "https://www.imdb.com/name/",
  stackoverflow: "https://stackoverflow.com/users/",
  telegram: "https://t.me/",
  leetcode: "https://leetcode.com/u/",
};

/** Returns the URL of a profile at a network that is no service of the theme; undefined for any other. */
export function networkUrl(network: string, username: string): string | undefined {
  const base = others[network.toLowerCase()];
  return base && /^[\w./~-]+$/.test(username) ? base + username : undefined;
}
