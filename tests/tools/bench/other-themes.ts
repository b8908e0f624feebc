// Minimal themes for Jekyll and Hugo with the same pages as the plugin: home, blog, projects, tags, posts, feed and sitemap.
// Their build time is a lower bound for real themes.

const title = "Edward Hu";
const description = "Research on language models";

const share = (url: string, text: string): string =>
  `<a href="https://twitter.com/intent/tweet?text=${text}&amp;url=${url}">Tweet</a>
<a href="https://www.facebook.com/sharer/sharer.php?u=${url}">Share</a>`;

const navigation = `<nav><a href="/">Home</a> <a href="/blog/">Blog</a> <a href="/projects/">Projects</a></nav>`;

const style = `body { font-family: sans-serif; margin: 0 auto; max-width: 560px; }
@media (prefers-color-scheme: dark) { body { background: #222; color: #eee; } }
`;

const jekyllPage = (name: string, layout: string, body: string): string =>
  `---\ntitle: ${name}\nlayout: ${layout}\n---\n${body}\n`;

const jekyllList = (
  posts: string,
): string => `{% for post in ${posts} %}<div class="item"><a href="{{ post.url }}">
<time datetime="{{ post.date | date_to_xmlschema }}">{{ post.date | date: "%d %b %Y" }}</time>
<h2>{{ post.title | escape }}</h2></a></div>
{% endfor %}`;

/** The files of a Jekyll site, without posts. */
export const jekyllTheme: Readonly<Record<string, string>> = {
  "_config.yml": `title: ${title}
description: ${description}
url: https://example.org
permalink: /:title/
timezone: America/Montreal
authors: { edwardhu: { name: ${title}, bio: A researcher who likes noodles } }
`,
  "_layouts/default.html": `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ page.title | escape }} | {{ site.title | escape }}</title>
<meta name="description" content="{{ page.description | default: site.description | escape }}">
<link rel="canonical" href="{{ page.url | absolute_url }}">
<meta property="og:title" content="{{ page.title | escape }}"><meta property="og:url" content="{{ page.url | absolute_url }}">
<link rel="icon" href="/assets/me.svg"><link rel="stylesheet" href="/style.css"></head>
<body>${navigation}<main>{{ content }}</main><footer>{{ site.title }} © {{ site.time | date: "%Y" }}</footer></body></html>
`,
  "_layouts/post.html": `---
layout: default
---
<h1>{{ page.title | escape }}</h1>
<time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%B %-d, %Y" }}</time>
- {{ content | number_of_words | divided_by: 180 }} minutes
<div class="tags">{% for tag in page.tags %}<a href="/tags/#{{ tag | slugify }}">{{ tag }}</a> {% endfor %}</div>
{{ content }}
<nav>{% if page.previous %}<a href="{{ page.previous.url }}">{{ page.previous.title | escape }}</a>{% endif %}
{% if page.next %}<a href="{{ page.next.url }}">{{ page.next.title | escape }}</a>{% endif %}</nav>
<h2>Related</h2><ul>{% for tag in page.tags %}{% for post in site.tags[tag] limit: 2 %}{% if post.url != page.url %}
<li><a href="{{ post.url }}">{{ post.title | escape }}</a></li>{% endif %}{% endfor %}{% endfor %}</ul>
{% assign author = site.authors[page.author] %}<h2>{{ author.name }}</h2><p>{{ author.bio }}</p>
${share("{{ page.url | absolute_url | url_encode }}", "{{ page.title | url_encode }}")}
`,
  "index.html": jekyllPage(
    "Home",
    "default",
    '<img src="/assets/me.svg" alt=""><h1>{{ site.title }}</h1><p>{{ site.description }}</p>',
  ),
  "blog/index.html": jekyllPage("Blog", "default", jekyllList("site.categories.blog")),
  "projects/index.html": jekyllPage("Projects", "default", jekyllList("site.categories.project")),
  "tags/index.html": jekyllPage(
    "Tags",
    "default",
    `{% for tag in site.tags %}<h2 id="{{ tag[0] | slugify }}">{{ tag[0] }}</h2>\n${jekyllList("tag[1]")}{% endfor %}`,
  ),
  "style.css": style,
  "feed.xml": `---
---
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ site.title }}</title><id>{{ site.url }}/</id>
<updated>{{ site.time | date_to_xmlschema }}</updated>
{% for post in site.posts limit: 20 %}<entry><title>{{ post.title | xml_escape }}</title><id>{{ post.url | absolute_url }}</id>
<updated>{{ post.date | date_to_xmlschema }}</updated><content type="html">{{ post.content | xml_escape }}</content></entry>
{% endfor %}</feed>
`,
  "sitemap.xml": `---
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for post in site.posts %}<url><loc>{{ post.url | absolute_url }}</loc></url>
{% endfor %}</urlset>
`,
};

const hugoList = (
  pages: string,
): string => `{{ range ${pages} }}<div class="item"><a href="{{ .RelPermalink }}">
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02 Jan 2006" }}</time><h2>{{ .Title }}</h2></a></div>
{{ end }}`;

const hugoMain = (body: string): string => `{{ define "main" }}${body}{{ end }}\n`;

/** The files of a Hugo site, without posts. */
export const hugoTheme: Readonly<Record<string, string>> = {
  "config.toml": `title = "${title}"
baseURL = "https://example.org/"
timeZone = "America/Montreal"
disableKinds = ["section"]
[taxonomies]
tag = "tags"
[related]
threshold = 1
[[related.indices]]
name = "tags"
weight = 100
[params]
description = "${description}"
[params.authors.edwardhu]
name = "${title}"
bio = "A researcher who likes noodles"
`,
  "layouts/_default/baseof.html": `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} | {{ .Site.Title }}</title>
<meta name="description" content="{{ .Description | default .Site.Params.description }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
<link rel="icon" href="/assets/me.svg"><link rel="stylesheet" href="/style.css"></head>
<body>${navigation}<main>{{ block "main" . }}{{ end }}</main><footer>{{ .Site.Title }} © {{ now.Year }}</footer></body></html>
`,
  "layouts/_default/single.html": hugoMain(`<h1>{{ .Title }}</h1>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "January 2, 2006" }}</time> - {{ .ReadingTime }} minutes
<div class="tags">{{ range .Params.tags }}<a href="/tags/#{{ urlize . }}">{{ . }}</a> {{ end }}</div>
{{ .Content }}
<nav>{{ with .Prev }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .Next }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<h2>Related</h2><ul>{{ range first 5 (.Site.RegularPages.Related .) }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ with index .Site.Params.authors .Params.author }}<h2>{{ .name }}</h2><p>{{ .bio }}</p>{{ end }}
${share("{{ .Permalink }}", "{{ .Title }}")}`),
  "layouts/index.html": hugoMain(
    '<img src="/assets/me.svg" alt=""><h1>{{ .Site.Title }}</h1><p>{{ .Site.Params.description }}</p>',
  ),
  "layouts/_default/blog.html": hugoMain(
    hugoList('(where (where .Site.RegularPages "Section" "posts") "Params.category" "blog")'),
  ),
  "layouts/_default/projects.html": hugoMain(hugoList('(where .Site.RegularPages "Params.projects" true)')),
  "layouts/_default/terms.html": hugoMain(
    `{{ range .Data.Terms }}<h2 id="{{ .Page.Title | urlize }}">{{ .Page.Title }}</h2>\n${hugoList(".Pages")}{{ end }}`,
  ),
  // Hugo also generates a page for each tag.
  "layouts/_default/term.html": hugoMain(hugoList(".Pages")),
  "content/blog.md": "---\ntitle: Blog\nlayout: blog\n---\n",
  "content/projects.md": "---\ntitle: Projects\nlayout: projects\n---\n",
  "static/style.css": style,
};
