import fc from "fast-check";

/** The start and the end of a group, such as `[` and `]`. */
export type Pair = readonly [open: string, close: string];

/** What the texts of a language are made of: groups, and pieces that stand alone. */
export interface Syntax {
  pairs: readonly Pair[];
  pieces: readonly string[];
}

/** Characters that readers of any language meet: scripts, combining marks, bidi, control characters, lone surrogates. */
export const characters: readonly string[] = [
  "a b",
  "日本語",
  "עברית",
  "\u202Eab\u202C",
  "ру́сский",
  "e\u0301",
  "a\u0300\u0301\u0302",
  "\u{1F600}",
  "\u0000",
  "\u0007",
  "\u000C",
  "\u200D",
  "\uFEFF",
  "\uD800",
  "\uDC00",
  "\u2028",
  "\r",
  "\r\n",
  "\t",
  "&amp;",
  "&#0;",
  "&#x110000;",
  "&",
  "constructor",
  "__proto__",
];

export const markdown: Syntax = {
  pairs: [
    ["*", "*"],
    ["**", "**"],
    ["[", "](b)"],
    ["![", '](b "c")'],
    ["`", "`"],
    ["```\n", "\n```\n"],
    ["$", "$"],
    ["$$", "$$"],
    ["<b>", "</b>"],
    ["<div>\n\n", "</div>\n"],
    ["<!--", "-->"],
    ["<script>", "</script>"],
    ["> ", "\n"],
    ["> [!NOTE]\n> ", "\n\n"],
    ["* ", "\n"],
    ["1. ", "\n"],
    ["[^a]: ", "\n"],
    ["# ", "\n"],
    ["|", "|\n"],
    ['"', '"'],
  ],
  pieces: [
    "*",
    "_",
    "\\",
    "`",
    "$",
    "|",
    "[",
    "]",
    "[^a]",
    "|-|-|\n",
    "|a\n",
    "<a ",
    "<br>",
    "]( b c ",
    "[a](javascript:alert(1))",
    "![a](//b/c)",
    "<img src=x onerror=alert(1)>",
    "---\n",
    "===\n",
    " ",
    "\n",
    "\n\n",
    "    ",
    "  \n",
  ],
};

export const kramdown: Syntax = {
  pairs: [
    ...markdown.pairs,
    ["{: ", "}"],
    ['{: a="', '"}'],
    ["{::comment}", "{:/}"],
    ["{::nomarkdown}\n", "\n{:/}\n"],
    ["<code>", "</code>"],
    ["<b>", "</b>{: .x}"],
    ['<div markdown="1">\n', "</div>\n"],
    ["* ", "\n{: .x}\n"],
    ["- [ ] ", "\n"],
    ["a\n: ", "\n"],
    ["# ", " {#id}\n"],
    ["'", "'"],
    ["<< ", " >>"],
  ],
  pieces: [
    ...markdown.pieces,
    "\\}",
    '"',
    "'",
    "{",
    "{: .x}",
    "{: onclick=a}",
    "{:a: .x}\n",
    "{:toc}\n",
    "*[AB]: c\n",
    "AB ",
    "|:-:|-|\n",
    ":a:",
    "...",
    ">> ",
  ],
};

export const liquid: Syntax = {
  pairs: [
    ["{% if a %}", "{% endif %}"],
    ["{% for b in list %}", "{% break %}{% endfor %}"],
    ["{% raw %}", "{% endraw %}"],
    ["{% comment %}", "{% endcomment %}"],
    ["{% highlight ruby %}", "{% endhighlight %}"],
    ["{% ifchanged %}", "{% endifchanged %}"],
    ["{{ a ", "}}"],
    ["{% include a.html ", "%}"],
    ['{% include a.html a="', '" %}'],
  ],
  pieces: [
    "{{ a }}",
    "{{",
    "{%",
    "%}",
    "{% constructor %}",
    '"',
    "'",
    '\\"',
    ' a="b"',
    " | strip_html",
    " | markdownify",
    " | slugify",
    "<",
    " ",
    "\n",
  ],
};

export const html: Syntax = {
  pairs: [
    ["<b>", "</b>"],
    ["<div>", "</div>"],
    ["<p>", "</p>"],
    ["<table><tr><td>", "</td></tr></table>"],
    ["<ul><li>", "</li></ul>"],
    ['<h2 id="a">', "</h2>"],
    ["<svg>", "</svg>"],
    ["<template>", "</template>"],
    ["<script>", "</script>"],
    ["<style>", "</style>"],
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<a href='", "'>"],
    ['<img src="', '">'],
  ],
  pieces: [
    "<",
    ">",
    "</",
    "/>",
    "<a ",
    "<img ",
    "<h2",
    '<span class="spoiler"',
    "<constructor>",
    ' a="b"',
    "'",
    '"',
    "=",
    " ",
    "\n",
    "<br>",
    "</p>",
    "<!DOCTYPE html>",
  ],
};

export const svg: Syntax = {
  pairs: [
    ["<svg>", "</svg>"],
    ["<g>", "</g>"],
    ['<path d="', '"/>'],
    ['<path style="fill:', '"/>'],
    ["<style>", "</style>"],
    ["<script>", "</script>"],
    ["<foreignObject>", "</foreignObject>"],
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<!DOCTYPE svg [", "]>"],
    ["<a href='", "'>"],
  ],
  pieces: [
    "<",
    ">",
    "/>",
    "<path",
    ' onclick="a"',
    ' xlink:href="javascript:a"',
    ' style="fill:url(//a)"',
    ' id="a"',
    "&a;",
    "<!ENTITY a 'b'>",
    "'",
    '"',
    " ",
    "\n",
  ],
};

export const yaml: Syntax = {
  pairs: [
    ["[", "]"],
    ["{", "}"],
    ["[", "]\n"],
    ['"', '"'],
    ["'", "'"],
    ['{"a": ', "}"],
    ["- ", "\n"],
    ["a: ", "\n"],
    ["? ", "\n"],
    ["- - ", "\n"],
    ["a: |\n  ", "\n"],
    ["- &a ", "\n- *a\n"],
    ["- !!set ", "\n"],
    ["---\n", "\n---\n"],
  ],
  pieces: [
    "[",
    "{",
    "- ",
    "-\t",
    "a: ",
    ":",
    ",",
    "? ",
    "&a ",
    "*a",
    "<<: *a\n",
    "!a ",
    "|\n",
    ">\n",
    "#",
    "%",
    "\n",
    "\n  ",
    " ",
    "1",
    "2020-19-39",
    "null",
    "~",
    "- id: a\n  title: T\n  year: 2020\n",
  ],
};

export const json: Syntax = {
  pairs: [
    ["[", "]"],
    ["{", "}"],
    ['{"a":', "}"],
    ['[{"id":"a","title":', "}]"],
    ['{"basics":', "}"],
    ['{"work":[', "]}"],
    ['"', '"'],
  ],
  pieces: [
    "[",
    "{",
    "}",
    ",",
    ":",
    '"',
    "1",
    "-1e999",
    "null",
    "\\",
    "\\u0000",
    '"__proto__":1,',
    '"issued":{"date-parts":[[2020]]},',
    "{},",
    "[],",
    '"<i>"',
  ],
};

export const css: Syntax = {
  pairs: [
    [":root{", "}"],
    ["@media (prefers-color-scheme: dark){", "}"],
    ["@supports (a:b){", "}"],
    ["/*", "*/"],
    ["url(", ")"],
    ["--a:var(--b,", ")"],
    ["--a:light-dark(", ",red)"],
    ['"', '"'],
    ["[", "]"],
  ],
  pieces: [
    "{",
    "}",
    "(",
    ")",
    ";",
    ":",
    "--a:b;",
    "!important",
    "\\",
    "/*",
    "*/",
    '"',
    "'",
    "@",
    " ",
    "\n",
    ",",
  ],
};

export const words: Syntax = {
  pairs: [
    ["(", ")"],
    ['"', '"'],
  ],
  pieces: [
    "2024",
    "-",
    "-01",
    "01",
    "12:00 ",
    "1",
    " ",
    "\n",
    ", ",
    "*",
    "van ",
    "A ",
    "Jr.",
    "A. ",
    "’",
    "-B",
  ],
};

/**
 * Texts with nested, unclosed and repeated groups, and long runs of one piece.
 *
 * @param length - About how many characters a text has at most.
 */
export function hostileText({ pairs, pieces }: Syntax, length = 10_000): fc.Arbitrary<string> {
  const filling = fc.constantFrom(...characters, ...pieces);
  const shape = fc.constantFrom("nested", "open", "row", "run", "mixed");
  const group = fc
    .tuple(fc.constantFrom(...pairs), filling, fc.array(filling, { maxLength: 8 }), shape)
    .map(([[open, close], inner, others, shape]) => {
      const count = (piece: string): number => Math.max(1, Math.floor(length / 4 / piece.length));
      const repeat = (piece: string): string => piece.repeat(count(piece));
      if (shape === "nested") {
        const depth = count(open + close);
        return open.repeat(depth) + inner + close.repeat(depth);
      }
      if (shape === "open") return repeat(open + inner);
      if (shape === "row") return repeat(open + inner + close);
      return shape === "run" ? repeat(inner) : repeat(open + others.join("") + close);
    });
  return fc.array(group, { minLength: 1, maxLength: 4 }).map((groups) => groups.join(""));
}
