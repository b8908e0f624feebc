import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run, Site } from "../support/site.ts";

const test = suite("jekyll liquid");

const sassModule = path.join(root, "plugin/jekyll/sass/index.ts");
const liquidModule = path.join(root, "plugin/jekyll/liquid/index.ts");
const eleventy = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");

const width = "2024-02-01-width-and-transfer";

/** A config with nothing of the theme but its Liquid. */
const config = (timeZone = "UTC", own = "", baseurl = "/sub"): string => `
import { register } from "tsx/esm/api";

register();
const { addJekyllLiquid } = await import(${JSON.stringify(pathToFileURL(liquidModule).href)});
const { sassCompiler } = await import(${JSON.stringify(pathToFileURL(sassModule).href)});

export default function (eleventyConfig) {
  const posts = { "${width}": "/2024/width/" };
  ${own}
  eleventyConfig.addPlugin((eleventyConfig) => addJekyllLiquid(eleventyConfig, {
    postUrl: (name) => posts[name],
    postNames: () => Object.keys(posts),
    fileUrl: (file) => ({ "files/a b.pdf": "/files/a b.pdf", "_posts/${width}.md": posts["${width}"] })[file],
    url: "https://example.org",
    baseurl: "${baseurl}",
    timeZone: "${timeZone}",
    renderPartial: (name, { post }) => "\\n[" + name + " " + post.title + " " + post.link + "]\\n",
    highlightFigure: (code, language, linenos) =>
      '<figure class="highlight"><pre><code data-lang="' + language + '" data-linenos="' + linenos + '">' +
      code.replaceAll("<", "&lt;") + "</code></pre></figure>",
    compileSass: sassCompiler(eleventyConfig, {}, () => {}).compile,
  }));
}
`;

/** Builds a site, gives it to the checks and removes it. */
async function withSite(
  files: Record<string, string>,
  check: (site: Site) => void,
  zone?: string,
): Promise<void> {
  const site = new Site({ "eleventy.config.js": config(), ...files });
  try {
    const { code, output } = await run(
      process.execPath,
      [eleventy],
      site.folder,
      zone === undefined ? {} : { TZ: zone },
    );
    assert.is(code, 0, output);
    check(site);
  } finally {
    site.remove();
  }
}

/** Builds a page with one line for each template and compares what comes of them; data is YAML. */
async function expectLines(
  data: string,
  expected: readonly (readonly [template: string, result: string])[],
  files: Record<string, string> = {},
  zone?: string,
): Promise<void> {
  // Marks between them, since a template may give several lines.
  const source = `---\n${data}\n---\n${expected.map(([template]) => template).join("\n@@\n")}\n`;
  await withSite(
    { "index.html": source, ...files },
    (site) => {
      const results = site.read("index.html").replace(/\n$/, "").split("\n@@\n");
      for (const [at, [template, result]] of expected.entries()) assert.is(results[at], result, template);
    },
    zone,
  );
}

const includes = {
  "_includes/card.html": "<b>{{ include.a }}|{{ include.c }}|{{ include.d }}|{{ include.n }}</b>",
  "_includes/parts/inner.html": "<i>{{ include.x }}</i>",
  "_includes/outer.html":
    '{% include parts/inner.html %}{% include parts/inner.html x="own" %}{% assign leaked = "leaked" %}',
};

test("includes", async () => {
  await expectLines(
    `title: Home\nkind: card\nnumber: 5`,
    [
      ['{% include card.html a="b" c=page.url d=title n=3 %}', "<b>b|/|Home|3</b>"],
      [`{% include card.html a='it\\'s' c="a=b" %}`, "<b>it's|a=b||</b>"],
      ['{% include "card.html" a="q" %}', "<b>q|||</b>"],
      ['{% include {{ kind }}.html\n  a="v"\n  n=number %}', "<b>v|||5</b>"],
      ['{% include {{ kind | append: ".html" }} a="w" %}', "<b>w|||</b>"],
      ["{% include parts/inner.html %}", "<i></i>"],
      // An include without parameters sees those of the one around it; what it assigns stays.
      ['{% include outer.html x="X" %}{{ leaked }}', "<i>X</i><i>own</i>leaked"],
      ["{% include_relative files/note.txt %}", "A note on Home"],
      ["{% include_relative note.txt %}", "Beside Home"],
      ["{% comment %}{% include nowhere.html %}{% endcomment %}", ""],
    ],
    { ...includes, "files/note.txt": "A note on {{ title }}", "note.txt": "Beside {{ title }}" },
  );
});

test("the theme's includes", async () => {
  const paginator = (fields: string): string =>
    `{% assign paginator = ${fields} %}{% include pagination.html %}`;
  await expectLines(
    `post: { title: Width, url: /width/, externalLink: https://a.b }
first: { page: 1, total_pages: 3, next_page_path: /page2/ }
middle: { page: 2, total_pages: 3, previous_page_path: /, next_page_path: /page3/ }
only: { page: 1, total_pages: 1 }`,
    [
      ["{% include blog-post.html %}", "[indigo/parts/blog-post.njk Width https://a.b]\n"],
      ["{% include pagination.html %}", ""],
      [
        paginator("first"),
        '<nav class="pagination"><span class="page_number">page 1 of 3</span><a class="next" href="/page2/">»</a></nav>',
      ],
      [
        paginator("middle"),
        '<nav class="pagination"><a class="previous" href="/">«</a><span class="page_number">page 2 of 3</span>' +
          '<a class="next" href="/page3/">»</a></nav>',
      ],
      [paginator("only"), ""],
    ],
  );
  await withSite(
    { "index.html": "{% include blog-post.html %}", "_includes/blog-post.html": "the site's" },
    (site) => assert.is(site.read("index.html"), "the site's"),
  );
});

const listing = `{% highlight Ruby linenos %}

def a
  {% raw %}{{ b }}{% endraw %}

  {{ title }} <
end

{% endhighlight %}`;

test("tags", async () => {
  const figure = (code: string): string =>
    `<figure class="highlight"><pre><code data-lang="ruby" data-linenos="true">${code}</code></pre></figure>`;
  const gist = (script: string, link: string): string =>
    `<script src="https://gist.github.com/${script}"> </script>` +
    `<noscript><a href="https://gist.github.com/${link}">https://gist.github.com/${link.split("#")[0]}</a></noscript>`;
  await expectLines("title: Home\nnote: { gist: user/12, file: a.py }\nyears: [1, 1, 2]", [
    [listing, figure("def a\n  {{ b }}\n\n  Home &lt;\nend")],
    [
      "{% highlight c++ %}x{% endhighlight %}",
      '<figure class="highlight"><pre><code data-lang="c++" data-linenos="false">x</code></pre></figure>',
    ],
    ["{% gist user/28949e1 %}", gist("user/28949e1.js", "user/28949e1")],
    ["{% gist 28949e1 Best_file.py %}", gist("28949e1.js?file=Best_file.py", "28949e1#file-best_file-py")],
    ["{% gist note.gist note.file %}", gist("user/12.js?file=a.py", "user/12#file-a-py")],
    [`{% post_url ${width} %}`, "/sub/2024/width/"],
    [`{% post_url /deep/${width} %}`, "/sub/2024/width/"],
    [`{% link _posts/${width}.md %}`, "/sub/2024/width/"],
    ["{% link /files/a b.pdf %}", "/sub/files/a%20b.pdf"],
    ["[{% seo %}{% feed_meta %}]", "[]"],
    ["{% raw %}{% seo %}{{ x }}{% endraw %}", "{% seo %}{{ x }}"],
    ["{% for y in years %}{% ifchanged %}{{ y }};{% endifchanged %}{% endfor %}", "1;2;"],
  ]);
  // In Markdown a blank line in a listing must not end it, nor a gist become a paragraph.
  await withSite(
    { "listing.md": `---\ntitle: Home\n---\nBefore\n\n${listing}\n\n{% gist user/12 %}\n\nAfter\n` },
    (site) =>
      assert.is(
        site.read("listing/index.html"),
        `<p>Before</p>\n${figure("def a\n  {{ b }}&#10;\n  Home &lt;\nend")}\n${gist("user/12.js", "user/12")}\n<p>After</p>\n`,
      ),
  );
});

test("values and conditions", async () => {
  await expectLines(
    `none: []
list: [a, b]
pairs: [[c, d]]
hash: { one: 1, two: [2, 3] }
day: 2024-02-01
time: 2024-02-01T10:30:00Z`,
    [
      ["{% if none == empty %}empty{% endif %}{% if list == empty %}no{% endif %}", "empty"],
      ["{% if nothing %}no{% else %}nil{% endif %}{% if nothing.at.all == nil %} nil{% endif %}", "nil nil"],
      ['{% if "" and 0 %}true{% endif %}', "true"],
      [
        "{% for pair in hash %}{{ pair[0] }}={{ pair[1] }};{{ pair.first }} {% endfor %}",
        "one=1;one two=23;two ",
      ],
      ["{{ list.first }}{{ list.last }}{{ pairs.first[0] }}{{ list.size }}{{ hash.size }}", "abc22"],
      [
        `{% if list contains "a" %}list{% endif %}{% if "text" contains "ex" %} text{% endif %}{% if hash contains "two" %} hash{% endif %}`,
        "list text hash",
      ],
      ["{{ list }} {{ hash }}", 'ab {"one"=>1, "two"=>[2, 3]}'],
      ["{{ day }} {{ time }}", "2024-02-01 2024-02-01 10:30:00 +0000"],
    ],
  );
});

test("filters of addresses", async () => {
  const templates: [string, string][] = [
    ['{{ "/a b/ü.html" | relative_url }}', "/sub/a%20b/%C3%BC.html"],
    ['{{ "a%20b?q=1#f" | relative_url }}', "/sub/a%20b?q=1#f"],
    ['{{ "" | relative_url }} {{ "/" | relative_url }}', "/sub /sub/"],
    ['{{ "https://a.b/c" | relative_url }}{{ nothing | relative_url }}', "https://a.b/c"],
    ['{{ "/a b/" | absolute_url }}', "https://example.org/sub/a%20b/"],
    ['{{ "mailto:a@b.c" | absolute_url }}{{ nothing | absolute_url }}', "mailto:a@b.c"],
    ["{{ page | absolute_url }}", "https://example.org/sub/"],
    [
      '{{ "/a/index.html" | strip_index }} {{ "/b/index.htm" | strip_index }} {{ "/c.html" | strip_index }}',
      "/a/ /b/ /c.html",
    ],
    ['{{ "a b*c" | cgi_escape }} {{ "a b*c" | url_encode }}', "a+b%2Ac a+b%2Ac"],
    ['{{ "http://a.b/?q=a, b[1] %20" | uri_escape }}', "http://a.b/?q=a,%20b[1]%20%20"],
  ];
  await expectLines("title: Home", templates);
});

test("filters of texts", async () => {
  await expectLines(
    `text: "Ünï_b  c & 'd' – <b>50%</b>"
quotes: "\\"Hi\\" -- it's 'so' --- <a href=\\"u\\">x</a>... & y"
cjk: 日本語 is fun`,
    [
      ["{{ text | slugify }}", "ünï-b-c-d-b-50-b"],
      ['{{ "A  b_c" | slugify: "raw" }} {{ "A  b_c" | slugify: "none" }}', "a-b_c a  b_c"],
      ['{{ "a (b) ü?_c" | slugify: "pretty" }} {{ "a ü_c" | slugify: "ascii" }}', "a-(b)-ü-_c a-c"],
      ['{{ "Éa Straße" | slugify: "latin" }}', "ea-strasse"],
      ["{{ cjk | number_of_words }}", "3"],
      [
        '{{ cjk | number_of_words: "cjk" }} {{ cjk | number_of_words: "auto" }} {{ "a b" | number_of_words: "auto" }}',
        "5 5 2",
      ],
      ['{{ "*a* b" | markdownify }}', "<p><em>a</em> b</p>\n"],
      ["{{ quotes | smartify }}", '“Hi” – it’s ‘so’ — <a href="u">x</a>… &amp; y'],
      ["{{ text | xml_escape }}", "Ünï_b  c &amp; &apos;d&apos; – &lt;b&gt;50%&lt;/b&gt;"],
      ["{{ text | escape }}", "Ünï_b  c &amp; &#39;d&#39; – &lt;b&gt;50%&lt;/b&gt;"],
      ['{{ "&eacute; & <" | escape_once }} {{ "<" | h }}', "&eacute; &amp; &lt; &lt;"],
      ["[{{ '  a \n b ' | normalize_whitespace }}]", "[a b]"],
      [
        '{{ "one two three" | truncatewords: 3 }} {{ "one two three" | truncatewords: 2 }}',
        "one two three one two...",
      ],
      ['{{ " a  b" | split: " " | join: "," }} {{ "a,,b,," | split: "," | size }}', "a,b 3"],
      ['{{ "3.7 x" | to_integer }} {{ true | to_integer }} {{ nothing | to_integer }}', "3 1 0"],
      ["{{ 7 | divided_by: 2 }} {{ 7 | divided_by: 2.0 }}", "3 3.5"],
      [
        '{{ nothing | default: "d" }}{{ "" | default: "e" }}{{ false | default: true, allow_false: true }}',
        "defalse",
      ],
      ['{{ "a { b: c }" | prepend: "." | scssify | normalize_whitespace }}', ".a { b: c; }"],
      ["{% capture sass %}.a\n  b: c{% endcapture %}{{ sass | sassify }}", ".a {\n  b: c;\n}\n"],
      ['{{ "ü?>" | base64_url_safe_encode }} {{ "w7w_Pg==" | base64_url_safe_decode }}', "w7w_Pg== ü?>"],
    ],
  );
});

test("filters of lists", async () => {
  const names = '| map: "n" | join }}';
  await expectLines(
    `items:
  - { "n": one, year: 2023, order: "10", tags: [x, z], ok: true, sub: { k: 1 } }
  - { "n": two, year: "2024", order: "9", tags: [z], ok: false }
  - { "n": three, year: 2023, tags: [] }
  - { "n": four, order: 2.5, ok: true }
letters: [a, b, "c d"]
topics: { zeta: [1, 2], alpha: [3] }`,
    [
      [`{{ items | where: "year", "2023" ${names}`, "one three"],
      [`{{ items | where: "year", 2024 ${names} {{ items | where: "tags", "z" ${names}`, "two one two"],
      [`{{ items | where: "ok", true ${names} {{ items | where: "ok", nil ${names}`, "one four three"],
      [`{{ items | where: "sub.k", 1 ${names} {{ items | where: "tags", empty ${names}`, "one three four"],
      [`{{ items | where_exp: "i", "i.ok" ${names}`, "one four"],
      [`{{ items | where_exp: "i", "i.tags contains 'x' or i.n == 'four'" ${names}`, "one four"],
      ['{% assign i = items | find: "year", 2023 %}{{ i.n }} [{{ items | find: "n", "five" }}]', "one []"],
      [`{% assign i = items | find_exp: "i", "i.year == 2023 and i.n != 'one'" %}{{ i.n }}`, "three"],
      [
        `{% assign groups = items | group_by: "year" %}{% for g in groups %}{{ g.name }}:{{ g.size }}:{{ g.items ${names};{% endfor %}`,
        "2023:2:one three;2024:1:two;:1:four;",
      ],
      [
        '{% assign groups = items | group_by_exp: "i", "i.n | size" %}{% for g in groups %}{{ g.name }}:{{ g.size }};{% endfor %}',
        "3:2;5:1;4:1;",
      ],
      [`{{ items | sort: "order" ${names}`, "three four two one"],
      [
        `{{ items | sort: "order", "last" ${names} {{ items | sort: "n" ${names}`,
        "four two one three four one three two",
      ],
      [
        "{% assign sorted = topics | sort %}{% for t in sorted %}{{ t[0] }}:{{ t[1].size }} {% endfor %}",
        "alpha:1 zeta:2 ",
      ],
      [
        '{{ letters | push: "e" | join: "," }} {{ letters | unshift: "e" | join: "," }}',
        "a,b,c d,e e,a,b,c d",
      ],
      [
        '{{ letters | pop: 2 | join: "," }} {{ letters | shift: 2 | join: "," }} {{ letters | pop | size }}',
        "a c d 2",
      ],
      [
        '{{ letters | array_to_sentence_string }} {{ letters | pop | array_to_sentence_string: "or" }}',
        "a, b, and c d a or b",
      ],
      ["{{ letters | sample: 2 | size }}", "2"],
      [
        "{{ letters | jsonify }} {{ topics | jsonify }} {{ nothing | jsonify }}",
        '["a","b","c d"] {"zeta":[1,2],"alpha":[3]} null',
      ],
      ["{{ topics | inspect }}", "{&quot;zeta&quot;=&gt;[1, 2], &quot;alpha&quot;=&gt;[3]}"],
    ],
  );
});

const dateLines: [string, string][] = [
  ['{{ day | date: "%Y-%m-%d %H:%M %z" }}', "2024-02-01 00:00 +0000"],
  ['{{ time | date: "%a, %b %-d, %Y at %l:%M %p %:z %Z" }}', "Fri, Feb 2, 2024 at  6:30 AM +00:00 UTC"],
  ['{{ "2024-02-01 23:00 +0900" | date: "%d %H %z" }}', "01 23 +0900"],
  [
    '{{ "March 5, 2024" | date: "%F" }} {{ "5th March 2024 10:30 PM" | date: "%F %R" }}',
    "2024-03-05 2024-03-05 22:30",
  ],
  ['{{ "no date" | date: "%F" }} {{ 1706800000 | date: "%F %T" }}', "no date 2024-02-01 15:06:40"],
  [
    '{{ day | date: "%A %B %C %e %j %U %V %u %y %D %^a %10A %3N %q" }}',
    "Thursday February 20  1 032 04 05 4 24 02/01/24 THU   Thursday 000 %q",
  ],
  ["{{ day | date_to_string }} {{ day | date_to_long_string }}", "01 Feb 2024 01 February 2024"],
  [
    '{{ day | date_to_string: "ordinal" }} {{ "2024-02-11" | date_to_long_string: "ordinal", "US" }}',
    "1st Feb 2024 February 11th, 2024",
  ],
  ["{{ day | date_to_xmlschema }} {{ nothing | date_to_xmlschema }}", "2024-02-01T00:00:00+00:00 "],
  ["{{ time | date_to_rfc822 }}", "Fri, 02 Feb 2024 06:30:05 +0000"],
];
const dates = "day: 2024-02-01\ntime: 2024-02-01T22:30:05-08:00";

for (const zone of ["America/Los_Angeles", "Asia/Tokyo"]) {
  test(`dates on a machine in ${zone}`, () => expectLines(dates, dateLines, {}, zone));
}

test("dates in the site's time zone", async () => {
  await expectLines(
    dates,
    [
      ['{{ time | date: "%F %T %z %Z" }}', "2024-02-01 22:30:05 -0800 PST"],
      ["{{ day | date_to_xmlschema }} {{ day }}", "2024-02-01T00:00:00-08:00 2024-02-01"],
      ['{{ "2024-07-01 10:00" | date_to_xmlschema }}', "2024-07-01T10:00:00-07:00"],
      ["{{ '2024-02-01 23:00 +0900' | date_to_rfc822 }}", "Thu, 01 Feb 2024 06:00:00 -0800"],
    ],
    { "eleventy.config.js": config("America/Los_Angeles") },
    "Asia/Tokyo",
  );
});

test("the author's tags, filters and options stay", async () => {
  const own = `
    eleventyConfig.addShortcode("gist", (id) => "own gist " + id);
    eleventyConfig.addLiquidTag("seo", () => ({ parse() {}, render: () => "own seo" }));
    eleventyConfig.addFilter("slugify", () => "own slug");
    eleventyConfig.addLiquidFilter("where", () => "own where");
    eleventyConfig.setLiquidOptions({ outputEscape: (value) => "<" + value + ">" });
  `;
  await expectLines(
    "title: Home",
    [
      ['{% gist "12" %} {% seo %}', "own gist 12 own seo"],
      ['{{ "a" | slugify }} {{ "a" | where: "b", "c" }}', "<own slug> <own where>"],
      ['{{ "/" | relative_url }}', "</sub/>"],
    ],
    { "eleventy.config.js": config("UTC", own) },
  );
});

const limited = config("UTC", `eleventyConfig.setLiquidOptions({ parseLimit: 300, memoryLimit: 1000 });`);
const files: Record<string, string> = {
  "_includes/a.html": "{% include b.html %}",
  "_includes/b.html": "{% include a.html %}",
  "_includes/self.html": "{% include self.html %}",
  "_includes/self-twice.html": "{% include self-twice.html a=page %}{% include self-twice.html a=page %}",
  ...Object.fromEntries(
    Array.from({ length: 102 }, (_, index) => [
      `_includes/d${index}.html`,
      `{% include d${index + 1}.html %}`,
    ]),
  ),
};
const loops: [name: string, template: string, message: string, config?: string][] = [
  [
    "two includes that include each other",
    "{% include a.html %}",
    "indigo: {% include a.html %} in index.html includes itself: a.html → b.html → a.html.\n",
  ],
  [
    "an include within itself",
    "{% include self.html %}",
    "indigo: {% include self.html %} in index.html includes itself: self.html → self.html.\n",
  ],
  [
    "an include twice within itself",
    "{% include self-twice.html %}",
    "indigo: {% include self-twice.html %} in index.html includes itself: self-twice.html → self-twice.html.\n",
  ],
  [
    "a long chain of includes",
    "{% include d0.html %}",
    "indigo: {% include d100.html %} in index.html: includes are nested more than 100 levels deep.\n",
  ],
  [
    "a loop over a huge range",
    "{% for a in (1..200000000) %}a{% endfor %}",
    "indigo: the Liquid in index.html exceeds memoryLimit, which is 100,000,000 characters and list items. Shorten its loops and includes, or set memoryLimit with eleventyConfig.setLiquidOptions().\n",
  ],
  [
    "a memory limit of the site",
    "{% for a in (1..2000) %}a{% endfor %}",
    "indigo: the Liquid in index.html exceeds memoryLimit, which is 1,000 characters and list items.",
    limited,
  ],
  [
    "a parse limit of the site",
    `${"a".repeat(301)}{{ b }}`,
    "indigo: the Liquid in index.html exceeds parseLimit, which is 300 characters.",
    limited,
  ],
];

for (const [name, template, message, own = config()] of loops) {
  test(`${name} fails the build with one line`, async () => {
    const site = new Site({ "eleventy.config.js": own, "index.html": template, ...files });
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 1, output);
      assert.ok(output.includes(message), output);
    } finally {
      site.remove();
    }
  });
}

test("an include may include itself with other parameters", async () => {
  await withSite(
    {
      "_includes/tree.html":
        "{{ include.n }}{% assign n = include.n | minus: 1 %}{% if n > 0 %}{% include tree.html n=n %}{% endif %}",
      "index.html": "{% include tree.html n=5 %}",
    },
    (site) => assert.is(site.read("index.html"), "54321"),
  );
});

const mistakes: [name: string, template: string, messages: string[]][] = [
  [
    "an unknown include",
    "{% include crad.html %}",
    ['{% include crad.html %} in index.html: no such file in _includes/. Did you mean "card.html"?'],
  ],
  [
    "an include of the theme's with a slip",
    "{% include blog-psot.html %}",
    ['Did you mean "blog-post.html"?'],
  ],
  ["an include outside the folder", "{% include ../secret.txt %}", ["the file must be inside _includes/."]],
  [
    "an include through a link",
    "{% include link.txt %}",
    ["the file is a symbolic link to a file outside _includes/."],
  ],
  ["a relative include outside", "{% include_relative ../secret.txt %}", ["the file must be inside ./."]],
  [
    "an include with wrong parameters",
    "{% include card.html a: 1 %}",
    ["it must have the form {% include file.html"],
  ],
  [
    "an unknown post",
    "{% post_url 2024-02-01-width-and-transfers %}",
    [`in index.html: no post has this file name. Did you mean "${width}"?`],
  ],
  [
    "an unknown file",
    "{% link index.htm %}",
    ['in index.html: no such file in the site. Did you mean "index.html"?'],
  ],
  ["a listing without language", "{% highlight %}x{% endhighlight %}", ["must name a language"]],
  ["an unknown tag", "{% nonsense %}", ['tag "nonsense" not found']],
];

for (const [name, template, messages] of mistakes) {
  test(`${name} fails the build`, async () => {
    const site = new Site({ "eleventy.config.js": config(), "index.html": template, ...includes });
    try {
      const secret = path.join(site.folder, "secret.txt");
      writeFileSync(secret, "secret");
      symlinkSync(secret, path.join(site.folder, "_includes/link.txt"));
      const { code, output } = await site.buildInProcess();
      assert.is(code, 1, output);
      for (const message of messages) assert.ok(output.includes(message), output);
    } finally {
      site.remove();
    }
  });
}

test.run();
