import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type ServiceName, services } from "../../plugin/accounts/services.ts";
import { decoded } from "../support/decoded.ts";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("accounts elsewhere");

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">${inner}</svg>`;

/** Builds a site with these options and hands over its home page, its files and what Eleventy printed. */
async function build(
  options: Record<string, unknown>,
  files: Record<string, string> = {},
): Promise<{ home: string; files: string[]; output: string }> {
  const site = new Site({
    "index.md": page("Home"),
    "eleventy.config.js": config({ title: "Hu", ...options }),
    ...files,
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    return { home: site.read("index.html"), files: site.files(), output };
  } finally {
    site.remove();
  }
}

interface Link {
  label: string;
  url: string;
  isMe: boolean;
  icon: string;
}

const links = (html: string): Link[] =>
  [
    ...(/<div class="social-links">.*?<\/div>/s.exec(html)?.[0] ?? "").matchAll(
      /<a class="link" href="([^"]*)"( rel="me")? aria-label="([^"]*)">(.*)<\/a>/g,
    ),
  ].map(([, url = "", me, label = "", icon = ""]) => ({
    label,
    url: decoded(url),
    isMe: me !== undefined,
    icon,
  }));

const fails = (name: string, files: Record<string, string>, ...messages: string[]): void =>
  void test(name, async () => void (await failsToBuild(files, messages)));

const bad = (name: string, social: unknown, ...messages: string[]): void =>
  fails(name, { "eleventy.config.js": config({ title: "Hu", social }) }, ...messages);

/** Of each service an account, and the address of its profile. */
const accounts: [ServiceName, string | number | boolean, string][] = [
  ["scopus", 57190399971, "https://www.scopus.com/authid/detail.uri?authorId=57190399971"],
  ["email", "me@example.org", "mailto:me@example.org"],
  ["github", "edwardjhu", "https://github.com/edwardjhu"],
  ["gitlab", "edwardjhu", "https://gitlab.com/edwardjhu"],
  ["linkedin", "édouard-hu", "https://www.linkedin.com/in/édouard-hu"],
  ["x", "@edwardhu", "https://x.com/edwardhu"],
  ["mastodon", "@hu@mathstodon.xyz", "https://mathstodon.xyz/@hu"],
  ["bluesky", "@hu.bsky.social", "https://bsky.app/profile/hu.bsky.social"],
  ["youtube", "@hu", "https://youtube.com/@hu"],
  ["instagram", "hu", "https://instagram.com/hu"],
  ["facebook", "hu", "https://facebook.com/hu"],
  ["googleScholar", "teFDpAQAAAAJ", "https://scholar.google.com/citations?user=teFDpAQAAAAJ"],
  ["orcid", "0000-0002-1694-233x", "https://orcid.org/0000-0002-1694-233X"],
  ["arxiv", "hu_e_1", "https://arxiv.org/a/hu_e_1"],
  ["semanticScholar", 1741101, "https://www.semanticscholar.org/author/1741101"],
  ["dblp", "h/EdwardHu", "https://dblp.org/pid/h/EdwardHu.html"],
  ["researchGate", "Edward-Hu-12", "https://www.researchgate.net/profile/Edward-Hu-12"],
  ["openReview", "~Édouard_Hu1", "https://openreview.net/profile?id=~%C3%89douard_Hu1"],
  ["aclAnthology", "edward-hu", "https://aclanthology.org/people/edward-hu/"],
  ["pubmed", "Hu EJ", "https://pubmed.ncbi.nlm.nih.gov/?term=Hu%20EJ%5BAuthor%5D"],
  ["webOfScience", "IWE-2826-2023", "https://www.webofscience.com/wos/author/record/IWE-2826-2023"],
  ["huggingFace", "edwardjhu", "https://huggingface.co/edwardjhu"],
  ["kaggle", "edwardjhu", "https://www.kaggle.com/edwardjhu"],
  ["stackOverflow", "7044681/hu", "https://stackoverflow.com/users/7044681/hu"],
  ["rss", true, "/feed.xml"],
];

test("each service has its link and its icon, in the author's order", async () => {
  const given = accounts.map(([service, account]) => [
    service,
    service === "youtube" ? "https://youtube.com/@hu" : account,
  ]);
  const { home } = await build({ url: "https://example.org", social: Object.fromEntries(given) });
  const found = links(home);
  assert.equal(
    found.map(({ label, url }) => `${label} ${url}`),
    accounts.map(([service, , url]) => `${services[service].label} ${url}`),
  );
  assert.equal([...new Set(accounts.map(([service]) => service))].sort(), Object.keys(services).sort());
  for (const { label, icon, isMe } of found) {
    assert.match(
      icon,
      /^<svg class="icon" viewBox="[\d ]+" aria-hidden="true"><.*currentColor.*<\/svg>$/,
      label,
    );
    assert.is(isMe, label !== "RSS", label);
  }
  assert.is(new Set(found.map(({ icon }) => icon)).size, found.length);
});

test("search engines learn of profiles, and of the ORCID iD as what names the person", async () => {
  const { home } = await build({
    url: "https://example.org",
    social: {
      rss: true,
      email: "me@example.org",
      orcid: "https://orcid.org/0000-0002-1825-0097",
      github: "hu",
      "My lab": { url: "https://lab.example.org/" },
      Threads: { url: "https://threads.example.org/@hu", profile: true },
    },
  });
  const [, json = "{}"] = /<script type="application\/ld\+json">([^<]*)</.exec(home) ?? [];
  const { sameAs, identifier } = JSON.parse(json).author;
  assert.equal(sameAs, [
    "https://orcid.org/0000-0002-1825-0097",
    "https://github.com/hu",
    "https://threads.example.org/@hu",
  ]);
  assert.is(identifier.value, "0000-0002-1825-0097");
  assert.equal(
    links(home).map(({ label, isMe }) => `${label} ${isMe}`),
    ["RSS false", "Email true", "ORCID true", "GitHub true", "My lab false", "Threads true"],
  );
});

test("links of one's own have a drawing of the site's, the icon of a service, or that of a link", async () => {
  const { home, files, output } = await build(
    {
      social: {
        "My lab": { url: "/lab/", icon: "assets/lab.svg" },
        "<b>Old</b> code": { url: "https://git.example.org/hu", icon: "gitlab" },
        Elsewhere: { url: "https://example.com/" },
      },
    },
    { "assets/lab.svg": svg('<path fill="#f00" d="M0 0h9v9z"/>') },
  );
  const [lab, code, elsewhere] = links(home);
  assert.is(lab?.url, "/lab/");
  assert.is(
    lab?.icon,
    '<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" fill="currentColor"><path fill="currentColor" d="M0 0h9v9z"/></svg>',
  );
  assert.is(code?.label, "&lt;b&gt;Old&lt;/b&gt; code");
  assert.match(code?.icon ?? "", '<svg class="icon"');
  assert.match(elsewhere?.icon ?? "", '<svg class="icon"');
  assert.not.ok(files.includes("assets/lab.svg"), "a drawing in the page needs no file");
  assert.not.match(output, "indigo:");
});

test("an SVG that does more than draw is shown as a picture, and the author told why", async () => {
  const { home, files, output } = await build(
    { social: { Lab: { url: "https://lab.example.org/", icon: "/assets/my lab.svg" } } },
    { "assets/my lab.svg": svg("<script>alert(1)</script>") },
  );
  assert.is(links(home)[0]?.icon, '<img class="icon" src="/assets/my%20lab.svg" alt="">');
  assert.not.match(home, "alert(");
  assert.ok(files.includes("assets/my lab.svg"));
  assert.match(
    output,
    "indigo: assets/my lab.svg is shown as an <img> in its own colors instead of inline, since it has <script>. Simplify the file to change that.",
  );
});

test("a _config.yml has Indigo's accounts and those of its forks; what is no account is told", async () => {
  const { home, output } = await build(
    { config: "_config.yml" },
    {
      "_config.yml": [
        "title: Hu",
        "scholar: user=teFDpAQAAAAJ&hl=en",
        "gitlab: http://gitlab.example.org/hu",
        "orcid: 0000-0002-1825-0098",
        "stackoverflow: 7044681",
        "mastodon: hu@mathstodon.xyz",
        "dblp:",
        "github: hu",
        "navigation: [home, { label: Lab, url: /lab/ }]",
      ].join("\n"),
    },
  );
  assert.equal(
    links(home).map(({ label, url }) => `${label} ${url}`),
    [
      "GitHub https://github.com/hu",
      "GitLab http://gitlab.example.org/hu",
      "Mastodon https://mathstodon.xyz/@hu",
      "Stack Overflow https://stackoverflow.com/users/7044681",
      "Google Scholar https://scholar.google.com/citations?user=teFDpAQAAAAJ",
    ],
  );
  assert.match(
    output,
    'indigo: key "orcid" in _config.yml:4 is not a valid profile at ORCID: it must be an ORCID iD with the last character "7"',
  );
  assert.match(home, '<a class="link" href="/lab/">Lab</a>');
});

test("the settings of jekyll-scholar are no account", async () => {
  const { home, output } = await build(
    { config: "_config.yml" },
    { "_config.yml": "title: Hu\nscholar: { style: apa, bibliography: papers.bib }\n" },
  );
  assert.not.match(home, "social-links");
  assert.not.match(output, "indigo:");
});

bad(
  "services by names that people use, with the name that was meant",
  { scholar: "a", google_scholar: "a", twitter: "a", github_username: "a", wos_id: "a", researchgate: "a" },
  'unknown option "social.scholar" in eleventy.config.js. Did you mean "googleScholar"?',
  'unknown option "social.google_scholar" in eleventy.config.js. Did you mean "googleScholar"?',
  'unknown option "social.twitter" in eleventy.config.js. Did you mean "x"?',
  'unknown option "social.github_username" in eleventy.config.js. Did you mean "github"?',
  'unknown option "social.wos_id" in eleventy.config.js. Did you mean "webOfScience"?',
  'unknown option "social.researchgate" in eleventy.config.js. Did you mean "researchGate"?',
);
bad(
  "a slip",
  { githib: "hu" },
  'unknown option "social.githib" in eleventy.config.js. Did you mean "github"?',
);
bad(
  "no group",
  "hu",
  'option "social" in eleventy.config.js must be a group of named values, but it is "hu".',
);
bad(
  "an ORCID iD with a wrong check digit, alone and in an address",
  { orcid: "0000-0002-1825-0098" },
  'option "social.orcid" in eleventy.config.js must be an ORCID iD with the last character "7", the check digit of the others, but it is "0000-0002-1825-0098".',
);
bad(
  "an ORCID iD with a wrong check digit in an address",
  { orcid: "https://orcid.org/0000-0002-1694-2330" },
  'option "social.orcid" in eleventy.config.js must be an ORCID iD with the last character "X", the check digit of the others, but it is "https://orcid.org/0000-0002-1694-2330".',
);
bad(
  "an address at ORCID without an iD",
  { orcid: "https://orcid.org/my-orcid" },
  'option "social.orcid" in eleventy.config.js must contain an ORCID iD such as "0000-0002-1825-0097", but it is "https://orcid.org/my-orcid".',
);

/** Of services what is no account there. */
const wrong: [ServiceName, unknown][] = [
  ["email", "me"],
  ["github", "https:/github.com/hu"],
  ["gitlab", "hu hu"],
  ["linkedin", "linkedin.com/in/hu"],
  ["x", "javascript:alert(1)"],
  ["mastodon", "hu"],
  ["bluesky", "hu"],
  ["youtube", "h"],
  ["instagram", "hu/"],
  ["facebook", ["hu"]],
  ["googleScholar", "teFDpAQAAAAJ&hl=en"],
  ["orcid", "0000000218250097"],
  ["arxiv", "Edward Hu"],
  ["semanticScholar", "Hu"],
  ["dblp", "EdwardHu"],
  ["researchGate", "profile/Hu"],
  ["openReview", "Edward_J_Hu1"],
  ["aclAnthology", "Edward Hu"],
  ["pubmed", "Hu, Edward"],
  ["webOfScience", "1009-2008"],
  ["scopus", 12],
  ["huggingFace", "hu/model"],
  ["kaggle", "hu hu"],
  ["stackOverflow", "hu"],
  ["rss", "feed.xml"],
];
bad(
  "of each service, what is no account there",
  Object.fromEntries(wrong),
  ...wrong.map(([service, value]) => {
    const { id, example } = services[service];
    const form =
      service === "email"
        ? `${id} such as "${example}"`
        : `${id}, such as "${example}", or the full URL of ${service === "rss" ? "one" : "a profile"}`;
    return `option "social.${service}" in eleventy.config.js must be ${form}, but it is ${JSON.stringify(value)}.`;
  }),
);
test("none of these is forgotten", () => {
  assert.equal(wrong.map(([service]) => service).sort(), Object.keys(services).sort());
});

bad(
  "a link of one's own without an address, with a slip in it, and with script",
  { Lab: { icon: "gitlab" }, Home: { url: "/", icno: "a.svg" }, Evil: { url: "javascript:alert(1)" } },
  'missing option "social.Lab.url" in eleventy.config.js.',
  'unknown option "social.Home.icno" in eleventy.config.js. Did you mean "icon"?',
  'option "social.Evil.url" in eleventy.config.js must be a URL such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is "javascript:alert(1)".',
);
bad(
  "an icon that is not there",
  { Lab: { url: "/lab/", icon: "assets/lab.svg" } },
  'option "social.Lab.icon" in eleventy.config.js names a file that does not exist: "assets/lab.svg" (looked in ./).',
);
bad(
  "an icon that is no SVG and no service's",
  { Lab: { url: "/lab/", icon: "githib" } },
  'option "social.Lab.icon" in eleventy.config.js must be an SVG of the site, such as "assets/lab.svg", or the name of a service, but it is "githib". Did you mean "github"?',
);
bad(
  "the feed of a site that has none",
  { rss: true },
  'option "social.rss" in eleventy.config.js is true, but the site has no feed. Set "url", which the feed needs, and do not turn off "pages.feed".',
);

test.run();
