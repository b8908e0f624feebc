import { run, Site } from "./site.ts";

/** The smallest unchanged file of Indigo. */
export const themesPage =
  "---\nlayout: default\n---\n{% include header.html %}\n\n{{content}}\n\n{% include footer.html %}\n";

const item = (key: string, url: string, label: string): string =>
  `{% if site.${key} == true %}<li class="item"><a class="link" href="{{ site.url }}${url}">${label}</a></li>{% endif %}`;

/** The files of a small Indigo site on Jekyll, with some theme files changed. */
export const jekyllFiles: Record<string, string> = {
  "_config.yml": [
    "title: Ada Lovelace",
    "bio: On engines",
    "url: https://ada.example.org",
    "permalink: /:title/",
    "blog: true",
    "games: true",
    "about: true",
    "paginate: 5",
    "plugins: [jekyll-seo-tag, jekyll-octicons]",
    "mine: yes",
    "",
  ].join("\n"),
  "index.html": "---\nlayout: page\ntitle: Home\n---\n",
  "about.md":
    '---\nlayout: page\ntitle: About\n---\n{% include figure.html %} {% octicon mark height:"16" %}\n',
  "games.md": "---\nlayout: game\ntitle: Games\n---\nChess\n",
  "feed.txt": "---\n---\n{{ site.mine }}\n",
  "_posts/2020-01-02-grüße an alle.md": "---\nlayout: post\ntitle: Grüße\n---\nHallo\n",
  "assets/my file ü.txt": "kept",
  "_includes/figure.html": "<b>own {% include read-time.html %}</b>",
  "_includes/read-time.html": "changed, and used",
  "_includes/social-links.html": "changed",
  "_includes/nav.html": `<ul>{% if page.title != "Home" %}<li class="item"><a class="link" href="{{ site.url }}/">Home</a></li>{% endif %}
${item("blog", "/blog", "Blog")}
${item("games", "/games", "Play")}
${item("projects", "/projects", "Projects")}
${item("about", "/about", "About")}</ul>`,
  "_layouts/page.html": themesPage.replaceAll("\n", "\r\n"),
  "_layouts/post.html": "---\nlayout: default\n---\nmine: {{ content }}",
  "_layouts/game.html": "---\nlayout: page\n---\n<section>{{ content }}</section>",
  "_sass/pages/home-blog-projects.sass": ".list\n  color: red\n",
  Gemfile: "gem 'jekyll-toc'\n",
  ".gitignore": "_site",
  CNAME: "ada.example.org\n",
};

/** Creates the same site in a folder that is committed to git. */
export async function jekyllSite(changes: Record<string, string> = {}): Promise<Site> {
  const site = new Site({ ...jekyllFiles, ...changes });
  await commit(site.folder);
  return site;
}

/** Commits everything in a folder. */
export async function commit(folder: string): Promise<void> {
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all", "--force", "."],
    ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=a"],
  ]) {
    const { code, output } = await run("git", args, folder);
    if (code !== 0) throw new Error(output);
  }
}
