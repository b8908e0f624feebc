import type { IconName } from "../../accounts/icon.js";
import { profileLink } from "../../accounts/links.js";
import { validateAccount } from "../../accounts/schema.js";
import { isService, meantService, type ServiceName } from "../../accounts/services.js";
import { isExternal } from "../../utils/schema-values.js";
import { type Linked, shortAddress } from "./groups.js";
import type { Resume, ResumeLocation, ResumeProfile } from "./schema.js";
import { joined, oneLine } from "./text.js";

/** An account elsewhere. */
export interface CvProfile extends Linked {
  /** The service's name: `GitHub`. */
  network: string | undefined;
  /** Where the theme has one. */
  icon: IconName | undefined;
}

/** A way to reach someone, or where they are. */
export interface CvContact extends Linked {
  kind: "place" | "email" | "phone" | "url";
}

/** Whose CV it is, as the partial `indigo/cv/cv-header.njk` shows it. No text in it has a line break. */
export interface CvHeader {
  name: string;
  /** What they are, in a few words. */
  label: string | undefined;
  /** Place, e-mail address, telephone and web site, as far as they are given. */
  contact: CvContact[];
  profiles: CvProfile[];
}

/** What the head of a CV is made with, besides the résumé. */
export interface CvHeaderSite {
  /** A BCP 47 tag, for the name of a country. */
  language: string;
  /** The site's author, for a résumé without a name. */
  name: string;
}

/**
 * The head of a CV. A picture is not part of it: a résumé names one by a full address, and a page of the theme asks no
 * other host.
 *
 * @param resume - As `readResume` gives it: links are taken as they are.
 */
export function resumeHeader({ basics = {} }: Resume, { language, name }: CvHeaderSite): CvHeader {
  const place = placeOf(basics.location, language);
  const email = oneLine(basics.email);
  const phone = oneLine(basics.phone);
  const contact: (CvContact | undefined)[] = [
    place ? { kind: "place", text: place, url: undefined } : undefined,
    email ? { kind: "email", text: email, url: `mailto:${email}` } : undefined,
    phone ? phoneOf(phone) : undefined,
    basics.url ? { kind: "url", text: shortAddress(basics.url), url: basics.url } : undefined,
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

/** A country's name; what is no code of one stays as it is. */
function country(code: string | undefined, language: string): string | undefined {
  if (!code || !/^[a-z]{2}$/i.test(code)) return code;
  return new Intl.DisplayNames(language, { type: "region" }).of(code.toUpperCase());
}

/** A number in one line, and where it can be called. One with an extension or other words in it is left to the reader. */
function phoneOf(phone: string): CvContact {
  const number = phone.replace("(0)", "");
  if (!/^\+?[\d\s().\-/]+$/.test(number)) return { kind: "phone", text: phone, url: undefined };
  return {
    kind: "phone",
    text: phone.replaceAll(" ", "\u00a0"),
    url: `tel:${number.replaceAll(/[^+\d]/g, "")}`,
  };
}

/** An account as it is shown, with its address where that follows from its name; nothing where it has neither. */
export function profileOf({ network, username, url }: ResumeProfile): CvProfile[] {
  const service = serviceOf(network);
  const name = oneLine(username);
  const address = url ?? addressOf(service, name);
  const text = name ?? oneLine(network) ?? (address && shortAddress(address));
  return text ? [{ text, url: address, network: name && oneLine(network), icon: service }] : [];
}

function serviceOf(network: string | undefined): ServiceName | undefined {
  const name = network?.toLowerCase().trim() ?? "";
  return isService(name) ? name : meantService(name);
}

/** Where an account is, if that follows from its name. */
function addressOf(service: ServiceName | undefined, name: string | undefined): string | undefined {
  if (!service || !name || isExternal(name)) return undefined;
  const checked = validateAccount(service, name);
  return typeof checked === "string" ? profileLink(service, checked).url : undefined;
}
