import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Site } from "../support/site.ts";

// The tags of jekyll-scholar, on the plugin's own publications. The structure of lists is that of jekyll-scholar 7.

const test = suite("jekyll-scholar");

const bibliography = `@article{hu2022, author={Hu, Edward}, title={First}, journal={Tests}, year=2022, keywords={ai}}
@inproceedings{roe2020, author={Roe, Ann}, title={Second}, booktitle={Conf}, year=2020, selected={true}}
@article{li2020, author={Li, Bo and Roe, Ann}, title={Third}, journal={Tests}, year=2020}
@phdthesis{roe2018, author={Roe, Ann}, title={Fourth}, school={Univ}, year=2018}
`;

async function built(text: string, scholar = ""): Promise<{ html: string; output: string; files: string[] }> {
  const site = new Site({
    "eleventy.config.js":
      'import indigo from "eleventy-plugin-indigo";\nexport default (config) => config.addPlugin(indigo, { config: "_config.yml" });\n',
    "_config.yml": `title: A site\nname: Ann Roe\n${scholar}`,
    "_bibliography/references.bib": bibliography,
    "_bibliography/others.bib": "@book{other, author={Other, O}, title={Other}, publisher={P}, year=2001}\n",
    "a.html": `---\ntitle: A\nlayout: page\nkey: roe2020\n---\n${text}\n`,
  });
  const { code, output } = await site.buildInProcess();
  assert.is(code, 0, output);
  const html = site.read("a.html").split("<main")[1]?.split("</main>")[0] ?? "";
  const files = site.files();
  site.remove();
  return { html, output, files };
}

const idsOf = (html: string): string[] =>
  [...html.matchAll(/<li><span id="([^"]*)">/g)].map(([, id = ""]) => id);

test("the bibliography of the site is that of jekyll-scholar", async () => {
  const { html, files, output } = await built("{% bibliography %}");
  assert.equal(idsOf(html), ["hu2022", "roe2020", "li2020", "roe2018"]);
  assert.match(
    html,
    '<ol class="bibliography"><li><span id="hu2022">Hu, E. (2022). First. <i>Tests</i>.</span>',
  );
  assert.match(html, '<a class="details" href="/publications/hu2022/">Details</a>');
  assert.ok(files.includes("publications/index.html"));
  assert.not.match(output, "indigo:");
});

const lists: [tag: string, expected: string[], scholar?: string][] = [
  ["{% bibliography --query @article %}", ["hu2022", "li2020"]],
  ["{% bibliography -q @*[selected=true]* %}", ["roe2020"]],
  ["{% bibliography --query @*[year>=2020] %}", ["hu2022", "roe2020", "li2020"]],
  ["{% bibliography --query @*[author ~= Roe && year=2020] %}", ["roe2020", "li2020"]],
  ["{% bibliography --query @*[year=2018 || year=2022] %}", ["hu2022", "roe2018"]],
  ["{% bibliography --query @*[key^=roe] %}", ["roe2020", "roe2018"]],
  ["{% bibliography --query @*[keywords] %}", ["hu2022"]],
  ["{% bibliography --query !@article %}", ["roe2020", "roe2018"]],
  ["{% bibliography --query @article,@phdthesis %}", ["hu2022", "li2020", "roe2018"]],
  ["{% bibliography --query @*[key={{ page.key }}] %}", ["roe2020"]],
  ["{% bibliography --max 2 %}", ["hu2022", "roe2020"]],
  ["{% bibliography --offset 1 --max 2 %}", ["roe2020", "li2020"]],
  ["{% bibliography %}", ["roe2018", "roe2020", "li2020", "hu2022"], "scholar: { sort_by: year }\n"],
  [
    "{% bibliography %}",
    ["hu2022", "li2020", "roe2020", "roe2018"],
    "scholar: { sort_by: 'year, author', order: 'descending, ascending' }\n",
  ],
  ["{% bibliography %}", ["hu2022", "li2020"], "scholar: { query: '@article' }\n"],
  ["{% bibliography %}", ["other"], "scholar: { bibliography: others.bib }\n"],
  [
    "{% bibliography %}",
    ["other", "hu2022", "roe2020", "li2020", "roe2018"],
    "scholar: { bibliography: '*.bib' }\n",
  ],
];

for (const [tag, expected, scholar = ""] of lists)
  test(`${tag} ${scholar}`.trim(), async () => {
    assert.equal(idsOf((await built(tag, scholar)).html), expected);
  });

test("groups have headings", async () => {
  const { html } = await built("{% bibliography --group_by year --group_order descending %}");
  assert.equal(
    [...html.matchAll(/<h2 class="bibliography">(.*?)<\/h2>/g)].map(([, year]) => year),
    ["2022", "2020", "2018"],
  );
  assert.equal(idsOf(html), ["hu2022", "roe2020", "li2020", "roe2018"]);
  const types = await built("{% bibliography %}", "scholar: { group_by: type }\n");
  assert.equal(
    [...types.html.matchAll(/<h2 class="bibliography">(.*?)<\/h2>/g)].map(([, type]) => type),
    ["Journal Articles", "Conference Articles", "PhD Theses"],
  );
});

test("cite, reference, details, count and quote", async () => {
  const { html } = await built(
    `<p>{% cite hu2022 %} {% cite roe2020 li2020 --locator 3 %} {% cite roe2018 -A -l chapter:2 %} {% cite "hu2022" "p. 9" %} {% cite "see @roe2018, p. 4" %}</p>
<p>{% reference roe2018 %} {% details_link roe2020 %} {% cite_details roe2020 --text More %} {% bibliography_count -q @article %}</p>
{% quote hu2022 %}Said.{% endquote %}
{% bibliography --cited %}`,
    "scholar: { style: chicago-author-date }\n",
  );
  const citations = [...html.matchAll(/<span class="citation">(.*?)<\/span>/g)].map(([, inner = ""]) =>
    inner.replaceAll(/<[^>]*>/g, ""),
  );
  assert.equal(citations, [
    "(Hu 2022)",
    "(Roe 2020, 3; Li and Roe 2020)",
    "(2018, chap. 2)",
    "(Hu 2022, 9)",
    "(see Roe 2018, 4)",
    "(Hu 2022)",
  ]);
  assert.match(html, '<span id="roe2018">Roe, Ann. 2018. “Fourth.”');
  assert.match(html, ' /publications/roe2020/ <a href="/publications/roe2020/">More</a> 2</p>');
  assert.match(html, "<blockquote><p>Said.</p><cite>");
  assert.is(html.split("doc-bibliography").length, 2);
  assert.not.match(html, "{%");
});

test("what is not there is told", async () => {
  const { html, output } = await built(
    "{% reference nothing %} {% cite roe2021 %} {% bibliography --query [x %} {% bibliography --template bib --frob %}",
  );
  assert.match(html, "(missing reference)");
  assert.match(output, "{% reference nothing %} in a.html: no publication has that key.");
  assert.match(output, 'a.html:6 cites "roe2021", which is in no bibliography. Did you mean "roe2020"?');
  assert.match(output, 'the query "[x" in a.html can\'t be read; all publications are shown.');
  assert.match(output, "{% bibliography %} in a.html has the option --template, which has no effect:");
  assert.match(output, "{% bibliography %} in a.html has the unknown option --frob; it is left out.");
});

test.run();
