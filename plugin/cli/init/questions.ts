import { cancel, group, intro, select, text } from "@clack/prompts";
import { parseOptions } from "../../options/options.js";
import { languageTag, siteUrl } from "../../utils/schema-values.js";
import { type Host, hostNames, hosts } from "../hosts.js";
import { interrupted } from "../interruption.js";

/** The settings of a new site. */
export interface Answers {
  title: string;
  bio?: string | undefined;
  url?: string | undefined;
  language: string;
  host: Host;
}

const defaults: Answers = { title: "My site", language: "en", host: "github" };

/**
 * Returns the answers from flags, with defaults for the others.
 *
 * @throws IndigoError for a flag with an invalid value.
 */
export function answersOf(flags: Partial<Answers>): Answers {
  const answers = { ...defaults, ...flags };
  const { title, bio, url, language } = answers;
  const entries = Object.entries({ title, bio, url, language }).filter(([, value]) => value !== undefined);
  const checked = parseOptions(Object.fromEntries(entries), () => "the command line");
  return { ...answers, title: checked.title, bio: checked.bio, url: checked.url, language: checked.language };
}

/** Asks the questions that no flag answers. Ctrl-C ends the command before anything is written. */
export async function ask(flags: Partial<Answers>): Promise<Answers> {
  intro("A new site with Indigo");
  const answers = await group(
    {
      title: () => askText(flags.title, "Title of the site, such as your name", defaults.title),
      bio: () => askText(flags.bio, "One line about the owner (may be empty)", ""),
      url: () =>
        askText(flags.url, "URL of the site, such as https://example.org (may be empty)", "", (value) =>
          value === "" || siteUrl.safeParse(value).success
            ? undefined
            : "A full URL, such as https://example.org",
        ),
      language: () =>
        askText(flags.language, "Language of the site", defaults.language, (value) =>
          value === "" || languageTag.safeParse(value).success
            ? undefined
            : 'A language tag, such as "en" or "pt-BR"',
        ),
      host: () =>
        flags.host
          ? Promise.resolve(flags.host)
          : select<Host>({
              message: "Host that builds the site",
              options: hosts.map((value) => ({ value, label: hostNames[value] })),
            }),
    },
    {
      onCancel() {
        cancel("Nothing was written.");
        // Otherwise the next question would be asked.
        process.exit(interrupted);
      },
    },
  );
  return answersOf({
    ...answers,
    bio: answers.bio || undefined,
    url: answers.url || undefined,
  });
}

/** Asks for one line of text, unless a flag has it. */
function askText(
  flag: string | undefined,
  message: string,
  defaultValue: string,
  validate: (value: string) => string | undefined = () => undefined,
): Promise<string | symbol> {
  if (flag !== undefined) return Promise.resolve(flag);
  return text({
    message,
    placeholder: defaultValue,
    defaultValue,
    validate: (value) => validate((value ?? "").trim()),
  });
}
