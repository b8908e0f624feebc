import type { IconName } from "./icons.js";
import type { SocialService } from "./schemas/social.js";
import { isExternal } from "./schemas/values.js";

/** A link to an account of the author's. */
export interface SocialLink {
  /** What the link is called: the service's own name. */
  label: string;
  url: string;
  icon: IconName;
  /** The account as the author gave it. */
  account: string;
}

const services: Record<SocialService, { label: string; prefix: string }> = {
  email: { label: "Email", prefix: "mailto:" },
  facebook: { label: "Facebook", prefix: "https://facebook.com/" },
  github: { label: "GitHub", prefix: "https://github.com/" },
  instagram: { label: "Instagram", prefix: "https://instagram.com/" },
  linkedin: { label: "LinkedIn", prefix: "https://www.linkedin.com/in/" },
  x: { label: "X", prefix: "https://x.com/" },
};

/** The link to an account, from the account's name or the address of its profile. */
export function socialLink(service: SocialService, account: string): SocialLink {
  const { label, prefix } = services[service];
  const url = isExternal(account) ? account : prefix + account.replace(/^@/, "");
  return { label, url, icon: service, account };
}
