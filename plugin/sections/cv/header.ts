import type { IconName } from "../../accounts/icon.js";
import { profileLink } from "../../accounts/links.js";
import { validateAccount } from "../../accounts/schema.js";
import { isService, meantService, type ServiceName } from "../../accounts/services.js";
import { isExternal } from "../../utils/schema-values.js";
import { type Linked, shortUrl } from "./groups.js";
import type { CvPhoto } from "./photo.js";
import type { Resume, ResumeLocation, ResumeProfile } from "./schema.js";
import { joined, oneLine } from "./text.js";

/** A profile at a service, such as GitHub. */
export interface CvProfile extends Linked {
  /** The service's name: `GitHub`. */
  network: string | undefined;
  /** The service's icon, if the theme has one. */
  icon: IconName | undefined;
}

/** A contact detail: a place, an e-mail address, a telephone number or a web site. */
export interface CvContact extends Linked {
  kind: "place" | "email" | "phone" | "url";
}

/** The head of a CV for the partial `indigo/cv/cv-header.njk`. No text in it has a line break. */
export interface CvHeader {
  name: string;
  /** Profession or title. */
  label: string | undefined;
  /** Place, e-mail address, telephone number and web site, if the résumé has them. */
  contact: CvContact[];
  profiles: CvProfile[];
  photo?: CvPhoto;
}

/** What the head of a CV needs in addition to the résumé. */
export interface CvHeaderSite {
  /** A BCP 47 tag, for the name of a country. */
  language: string;
  /** The site's author, for a résumé without a name. */
  name: string;
}

/**
 * Returns the head of a CV, without its photo; see `photo.ts`.
 *
 * @param resume - A validated résumé, from `readResume`: links are not validated again.
 */
export function resumeHeader({ basics = {} }: Resume, { language, name }: CvHeaderSite): CvHeader {
  const place = placeOf(basics.location, language);
  const email = oneLine(basics.email);
  const phone = oneLine(basics.phone);
  const contact: (CvContact | undefined)[] = [
    place ? { kind: "place", text: place, url: undefined } : undefined,
    email ? { kind: "email", text: email, url: `mailto:${email}` } : undefined,
    phone ? phoneOf(phone) : undefined,
    basics.url ? { kind: "url", text: shortUrl(basics.url), url: basics.url } : undefined,
  ];
  return {
    name: oneLine(basics.name) ?? name,
    label: oneLine(basics.label),
    contact: contact.filter((item) => item !== undefined),
    profiles: (basics.profiles ?? []).flatMap(profileOf),
  };
}

function placeOf(location: ResumeLocation | undefined, language: string): string | undefined {
  const { address, postalCode, city, region, countryCode } = location ?? {};
  const town = [postalCode, city].map(oneLine).filter(Boolean).join(" ");
  return joined(...(address?.split("\n") ?? []), town, region, country(countryCode, language));
}

/** Returns the name of a country by its code; anything else unchanged. */
function country(code: string | undefined, language: string): string | undefined {
  if (!code || !/^[a-z]{2}$/i.test(code)) return code;
  return new Intl.DisplayNames(language, { type: "region" }).of(code.toUpperCase());
}

/** Returns a telephone number with its `tel:` link; without a link if it has an extension or other words in it. */
export function phoneOf(phone: string): CvContact {
  const number = phone.replace("(0)", "");
  if (!/^\+?[\d\s().\-/]+$/.test(number)) return { kind: "phone", text: phone, url: undefined };
  return {
    kind: "phone",
    text: phone.replaceAll(" ", "\u00a0"),
    url: `tel:${number.replaceAll(/[^+\d]/g, "")}`,
  };
}

/** Returns a profile, with its URL if that follows from service and user name; none without a name and a URL. */
export function profileOf({ network, username, url: ownUrl }: ResumeProfile): CvProfile[] {
  const service = serviceOf(network);
  const name = oneLine(username);
  const url = ownUrl ?? profileUrl(service, name);
  const text = name ?? oneLine(network) ?? (url && shortUrl(url));
  return text ? [{ text, url, network: name && oneLine(network), icon: service }] : [];
}

function serviceOf(network: string | undefined): ServiceName | undefined {
  const name = network?.toLowerCase().trim() ?? "";
  return isService(name) ? name : meantService(name);
}

/** Returns the URL of a profile, if it follows from the user name. */
function profileUrl(service: ServiceName | undefined, name: string | undefined): string | undefined {
  if (!service || !name || isExternal(name)) return undefined;
  const account = validateAccount(service, name);
  return typeof account === "string" ? profileLink(service, account).url : undefined;
}
