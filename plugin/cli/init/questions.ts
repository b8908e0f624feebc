import { cancel, group, intro, select, text } from "@clack/prompts";
import { parseOptions } from "../../options/options.js";
import { languageTag, siteUrl } from "../../utils/schema-values.js";
import { type Host, hostNames, hosts } from "../hosts.js";
import { interrupted } from "../interruption.js";

/** What a new site is made from. */
export interface Answers {
  title: string;
  bio?: string | undefined;
  url?: string | undefined;
  language: string;
  host: Host;
}

const defaults: Answers = { title: "My site", language: "en", host: "github" };

/**
 * The answers as flags give them, with defaults for the others.
 *
 * @throws IndigoError for a flag whose value the plugin would not take.
 */
export function answersOf(flags: Partial<Answers>): Answers {
  const answers = { ...defaults, ...flags };
  const { title, bio, url, language } = answers;
  const given = Object.entries({ title, bio, url, language }).filter(([, value]) => value !== undefined);
  const checked = parseOptions(Object.fromEntries(given), () => "the command line");
  return { ...answers, title: checked.title, bio: checked.bio, url: checked.url, language: checked.language };
}

/** Asks for what no flag has given. Ctrl-C ends the command: nothing is written yet. */
export async function ask(flags: Partial<Answers>): Promise<Answers> {
  intro("A new site with Indigo");
  const answers = await group(
    {
      title: () => asked(flags.title, "Whose site is it? A name, or a title", defaults.title),
      bio: () => asked(flags.bio, "One line about the owner (may be empty)", ""),
      url: () =>
        asked(flags.url, "Where will it be? A full address (may be empty)", "", (value) =>
          value === "" || siteUrl.safeParse(value).success
            ? undefined
            : "A full address, such as https://example.org",
        ),
      language: () =>
        asked(flags.language, "Which language is it in?", defaults.language, (value) =>
          value === "" || languageTag.safeParse(value).success
            ? undefined
            : 'A language tag, such as "en" or "pt-BR"',
        ),
      host: () =>
        flags.host
          ? Promise.resolve(flags.host)
          : select<Host>({
              message: "Which host builds it?",
              options: hosts.map((value) => ({ value, label: hostNames[value] })),
            }),
    },
    {
      onCancel() {
        cancel("Nothing was written.");
        // Else it would go on to the next question.
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

/** One line of text; a flag that gives it leaves out the question. */
function asked(
  given: string | undefined,
  message: string,
  defaultValue: string,
  validate: (value: string) => string | undefined = () => undefined,
): Promise<string | symbol> {
  if (given !== undefined) return Promise.resolve(given);
  return text({
    message,
    placeholder: defaultValue,
    defaultValue,
    validate: (value) => validate((value ?? "").trim()),
  });
}
