import nunjucks from "nunjucks";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { templateFunction } from "../../plugin/build/template-function.ts";
import * as helpers from "../../plugin/templates/template-helpers.ts";
import { Places } from "../../plugin/templates/template-places.ts";

// Nunjucks itself says what each template gives.

const data = {
  title: 'A & B "C"',
  empty: "",
  zero: 0,
  list: ["a", "b<", "c"],
  object: { x: 1, y: "<2>" },
  pairs: [
    ["one", 1],
    ["two", 2],
  ],
  nested: [{ items: ["p", "q"] }, { items: [] }],
  page: { url: "/a/", greet: (name: string) => `Hello, ${name}` },
  unset: undefined,
  nothing: null,
  html: "<b>bold</b>",
  set: new Set([1, 2]),
};

/** Templates by name; the first is rendered. */
type Templates = Record<string, string>;

const single = (text: string): Templates => ({ "a.njk": text });

const cases: Record<string, Templates> = {
  text: single("plain {{ title }} <p>"),
  "undefined and null": single("[{{ unset }}{{ nothing }}{{ missing }}{{ missing.deeper.still }}{{ zero }}]"),
  "a backslash and a quote": single('{{ "a\\\\b\'c" }}'),
  safe: single("{{ html | safe }}{{ html }}{{ unset | safe }}{{ zero | safe }}"),
  "a safe value in a choice": single("{{ (html | safe) if title else title }}"),
  "if, elif, else": single("{% if unset %}1{% elif list.length == 3 %}2{% else %}3{% endif %}"),
  "and, or, not": single('{{ (empty or "x") and not zero }}{{ title and list[1] }}'),
  comparison: single("{{ zero == 0 }}{{ 1 < 2 }}{{ list.length >= 4 }}{{ 'a' != 'b' }}"),
  "sums and texts": single("{{ 1 + 2 }}{{ 'a' + 1 }}{{ 5 - 2 }}"),
  "is defined": single("{{ title is defined }}{{ missing is defined }}{{ unset is defined }}"),
  in: single("{{ 'a' in list }}{{ 'x' in object }}{{ 'z' in object }}"),
  loop: single("{% for x in list %}{{ loop.index }}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}"),
  "a loop in a loop": single(
    "{% for n in nested %}{% for i in n.items %}{{ i }}{{ loop.first }}{% else %}none{% endfor %}{{ loop.index0 }};{% endfor %}",
  ),
  "a loop over an object": single("{% for k, v in object %}{{ k }}={{ v }};{% endfor %}"),
  "a loop over pairs": single("{% for k, v in pairs %}{{ k }}={{ v }};{% endfor %}"),
  "a loop over a set": single("{% for x in set %}{{ x }}{% endfor %}"),
  "a loop over nothing": single(
    "{% for x in missing %}{{ x }}{% endfor %}{% for x in zero %}{{ x }}{% endfor %}.",
  ),
  "a loop over a text": single("{% for x in 'ab' %}{{ x }}-{% endfor %}"),
  set: single("{% set x = 1 %}{{ x }}{% set x = x + 1 %}{{ x }}"),
  "a set that hides data": single("{% set title = 'mine' %}{{ title }}"),
  "a set to undefined": single("{% set title = missing %}[{{ title }}]"),
  "a set in a loop": single(
    "{% set n = 'out' %}{% for x in list %}{% set n = x %}{% set m = m + x %}{{ n }}{{ m }}{% endfor %}{{ n }}[{{ m }}]",
  ),
  "a set in an if": single("{% if title %}{% set x = 'yes' %}{% endif %}{{ x }}"),
  capture: single("{% set x %}<i>{{ title }}</i>{% endset %}{{ x }}{{ x | safe }}"),
  "a loop variable of the same name as data": single(
    "{% for title in list %}{{ title }}{% endfor %}{{ title }}",
  ),
  filters: single("{{ list | join('-') }}{{ ' x ' | trim }}{{ list | reverse | join }}{{ title | string }}"),
  calls: single("{{ page.greet('<you>') }}"),
  "dictionaries and lists": single(
    "{% set d = { a: 1, 'b': list } %}{{ d.a }}{{ d.b[2] }}{{ [1, 'x'] | join }}",
  ),
  macro: single(
    "{% macro tree(items, sep) %}<ul>{% for i in items %}{{ i }}{{ sep }}{{ title }}{% endfor %}</ul>{% endmacro %}{{ tree(list, ';') }}{{ tree([]) }}",
  ),
  "a macro that calls itself": single(
    "{% macro down(n) %}{{ n }}{% if n > 0 %}{{ down(n - 1) }}{% endif %}{% endmacro %}{{ down(3) }}",
  ),
  "a macro within an if": single("{% if title %}{% macro m() %}M{% endmacro %}{{ m() }}{% endif %}{{ m() }}"),
  "a macro does not see variables of loops": single(
    "{% macro m() %}[{{ x }}]{% endmacro %}{% for x in list %}{{ m() }}{% endfor %}",
  ),
  comments: single("a{# b #}c{#- d -#} e"),
  whitespace: single("a\n{%- if title %}\n b \n{%- endif -%}\n c"),
  include: {
    "a.njk": "{% set v = 1 %}{% for x in list %}{% include 'b.njk' %}{% endfor %}{{ v }}{{ own }}",
    "b.njk": "({{ x }}{{ v }}{{ title }}{% set v = 2 %}{% set own = 3 %}{{ v }}{{ own }})",
  },
  "an include by a variable": {
    "a.njk": "{% set name = 'b.njk' %}{% include name %}",
    "b.njk": "B{{ title }}",
  },
  "an include that sets to undefined": {
    "a.njk": "{% set v = 1 %}{% include 'b.njk' %}{{ v }}",
    "b.njk": "{% set v = missing %}[{{ v }}]{% set title = missing %}[{{ title }}]",
  },
  "extends with blocks": {
    "a.njk":
      "{% extends 'b.njk' %}lost{% set t = 'child' %}{% block one %}1{{ super() }}{{ t }}{% block inner %}i{% endblock %}{% endblock %}{% block two %}2{% set t = 'in' %}{{ t }}{% endblock %}",
    "b.njk":
      "{% set t = t or 'parent' %}<{% block one %}base {{ t }}{% endblock %}|{% block two %}{% endblock %}|{{ t }}|{% block inner %}outer{% endblock %}>",
  },
  "three templates with super": {
    "a.njk": "{% extends 'b.njk' %}{% block x %}a{{ super() }}{% endblock %}",
    "b.njk": "{% extends 'c.njk' %}{% set k = 'b' %}{% block x %}b{{ super() }}{% endblock %}",
    "c.njk": "[{% block x %}c{{ k }}{% endblock %}]",
  },
  "a block in a loop": {
    "a.njk": "{% extends 'b.njk' %}{% block item %}<{{ x }}>{% endblock %}",
    "b.njk": "{% for x in list %}{% block item %}{{ x }}{% endblock %}{% endfor %}",
  },
  "a block that sets what it finds undefined": {
    "a.njk": "{% set title = title %}{% block x %}{% set title = missing %}{{ title }}{% endblock %}",
  },
};

/** Renders templates as `templates/template-functions.ts` does, without its conditions. */
function rendered(templates: Templates, environment: nunjucks.Environment): string {
  const [variables, filters] = [new Places(), new Places()];
  const made = (name: string) => {
    const found = templateFunction(templates[name] ?? "");
    assert.ok(found, `${name} is no function`);
    const names = Object.keys(helpers).join(", ");
    const make = new Function(`{ ${names} }`, `return ${(found as { code: string }).code}`);
    return make(helpers)(variables.of, filters.of);
  };
  const start = (name: string, data: object, outer: unknown[]): string => {
    const chain = [made(name)];
    while (chain.at(-1).parent) chain.push(made(chain.at(-1).parent));
    const c = variables.names.map((variable) => data[variable as keyof typeof data]);
    const r = {
      env: environment,
      context: { ctx: data },
      c,
      outer,
      filter: (place: number) => environment.getFilter(filters.names[place] ?? ""),
      block: (block: string, around: object, at: number) =>
        chain.filter(({ blocks }) => block in blocks)[at].blocks[block](r, around, at),
      include: (other: string, around: unknown[]) =>
        start(
          other,
          { ...data, ...Object.fromEntries(c.map((value, place) => [variables.names[place], value])) },
          around,
        ),
    };
    const own = chain.some(({ sets }) => sets) ? outer.slice() : outer;
    return chain.map(({ root }) => root(r, own)).at(-1);
  };
  return start(Object.keys(templates)[0] ?? "", data, []);
}

for (const [name, templates] of Object.entries(cases)) {
  test(`a template as a function gives what Nunjucks gives: ${name}`, () => {
    const loader = {
      getSource: (file: string) => ({ src: templates[file] ?? "", path: file, noCache: true }),
    };
    const environment = new nunjucks.Environment(loader as nunjucks.ILoader);
    const expected = environment.render(Object.keys(templates)[0] ?? "", data);
    assert.is(rendered(templates, environment), expected);
  });
}

test("a template that only Nunjucks can render is no function", () => {
  for (const text of [
    "{{ html | renderTransforms }}",
    "{% include 'a.njk' ignore missing %}",
    "{% import 'a.njk' as a %}",
    "{{ loop.index }}",
    "{% for x in list %}{% macro m() %}{% endmacro %}{% endfor %}",
    "{% switch title %}{% case 1 %}{% endswitch %}",
    "{{ 2 ** 3 }}",
  ])
    assert.is(templateFunction(text), undefined, text);
});

test.run();
