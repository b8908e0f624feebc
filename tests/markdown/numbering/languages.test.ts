import { suite } from "uvu";
import * as assert from "uvu/assert";
import { knownLanguages } from "../../../plugin/i18n/strings/index.ts";
import { prefixes } from "../../../plugin/markdown/numbering/kinds.ts";
import { render, textOf } from "./render.ts";

const test = suite("numbers and references in each language");

const source = `[@fig:a], [@fig:a; @fig:b; @fig:c], [@Eq:a; @eq:b], @tbl:t, @lst:l, [@thm:a; @thm:b], @lem:a, @sec:a

![A](a.png){#fig:a}

![B](a.png){#fig:b}

![C](a.png){#fig:c}

$$a$$ {#eq:a}

$$b$$ {#eq:b}

| A |
| --- |
| 1 |

: D {#tbl:t}

\`\`\`{#lst:l caption="E"}
\`\`\`

## Section {#sec:a}

::: theorem F {#thm:a}
A
:::

::: theorem {#thm:b}
A
:::

::: lemma {#lem:a}
A
:::

::: proof
A
:::
`;

/** References, captions, and the headings of the theorems. */
const expected: Readonly<Record<string, readonly [string, string, string]>> = {
  en: [
    "fig. 1, figs. 1–3, Eqns. 1, 2, tbl. 1, lst. 1, Theorems 1, 2, Lemma 1, sec. 1",
    "Figure 1: A|Table 1: D|Listing 1: E",
    "Theorem 1 (F).|Theorem 2.|Lemma 1.|Proof.",
  ],
  de: [
    "Abb. 1, Abb. 1–3, Gln. 1, 2, Tab. 1, Listing 1, Sätze 1, 2, Lemma 1, Abschn. 1",
    "Abbildung 1: A|Tabelle 1: D|Listing 1: E",
    "Satz 1 (F).|Satz 2.|Lemma 1.|Beweis.",
  ],
  fr: [
    "fig. 1, fig. 1–3, Éq. 1, 2, tableau 1, listing 1, théorèmes 1, 2, lemme 1, section 1",
    "Figure 1 : A|Tableau 1 : D|Listing 1 : E",
    "Théorème 1 (F).|Théorème 2.|Lemme 1.|Démonstration.",
  ],
  es: [
    "fig. 1, figs. 1–3, Ecs. 1, 2, tabla 1, listado 1, teoremas 1, 2, lema 1, sec. 1",
    "Figura 1: A|Tabla 1: D|Listado 1: E",
    "Teorema 1 (F).|Teorema 2.|Lema 1.|Demostración.",
  ],
  it: [
    "fig. 1, figg. 1–3, Eqq. 1, 2, tab. 1, listato 1, teoremi 1, 2, lemma 1, sez. 1",
    "Figura 1: A|Tabella 1: D|Listato 1: E",
    "Teorema 1 (F).|Teorema 2.|Lemma 1.|Dimostrazione.",
  ],
  pt: [
    "fig. 1, figs. 1–3, Eqs. 1, 2, tab. 1, listagem 1, teoremas 1, 2, lema 1, sec. 1",
    "Figura 1: A|Tabela 1: D|Listagem 1: E",
    "Teorema 1 (F).|Teorema 2.|Lema 1.|Demonstração.",
  ],
  ja: [
    "図 1, 図 1–3, 式 (1、2), 表 1, リスト 1, 定理 1、2, 補題 1, 1 節",
    "図 1: A|表 1: D|リスト 1: E",
    "定理 1（F）|定理 2|補題 1|証明",
  ],
  zh: [
    "图 1, 图 1–3, 式 (1、2), 表 1, 代码 1, 定理 1、2, 引理 1, 第 1 节",
    "图 1: A|表 1: D|代码 1: E",
    "定理 1（F）|定理 2|引理 1|证明",
  ],
  ar: [
    "الشكل 1, الأشكال 1–3, المعادلات 1، 2, الجدول 1, الشيفرة 1, المبرهنات 1، 2, التمهيدية 1, القسم 1",
    "الشكل 1: A|الجدول 1: D|الشيفرة 1: E",
    "مبرهنة 1 (F).|مبرهنة 2.|تمهيدية 1.|برهان.",
  ],
};

for (const language of knownLanguages) {
  test(language, () => {
    const [references, captions, headings] = expected[language] ?? [];
    const { html } = render(source, { language, numberSections: true });
    const all = (pattern: RegExp): string =>
      [...html.matchAll(pattern)].map(([, inner = ""]) => textOf(inner)).join("|");
    assert.is(textOf(/<p>(.*?)<\/p>/.exec(html)?.[1] ?? ""), references);
    assert.is(
      all(/<figcaption[^>]*>(?=.*?:)(.*?)<\/figcaption>/g)
        .split("|")
        .filter((text) => /[AE]$/.test(text))
        .join("|"),
      captions
        ?.split("|")
        .filter((text) => /[AE]$/.test(text))
        .join("|"),
    );
    assert.match(html, `${captions?.split("|")[1]?.replace(/ ?D$/, "")}</span>`);
    assert.is(all(/<span class="statement-heading">(.*?)<\/span>/g), headings);
  });

  // Each kind by itself: one, and two.
  for (const prefix of Object.keys(prefixes)) {
    test(`${prefix} in ${language}`, () => {
      const things = ["x", "y"].map((name) => thing(prefix, `${prefix}:${name}`)).join("\n\n");
      const { html, warnings } = render(`@${prefix}:x and [@${prefix}:x; @${prefix}:y]\n\n${things}`, {
        language,
        numberSections: true,
      });
      assert.equal(warnings, []);
      const text = textOf(/<p>(.*?)<\/p>/.exec(html)?.[1] ?? "");
      assert.match(text, /^[^\d%]+[(\s]1\)?.* and [^\d%]+[(\s]1(?:, |、|، )2|^1 節 and 1、2 節$/);
    });
  }
}

/** Returns something with a label. */
function thing(prefix: string, label: string): string {
  if (prefix === "fig") return `![A](a.png){#${label}}`;
  if (prefix === "tbl") return `| A |\n| --- |\n| 1 |\n\n: A {#${label}}`;
  if (prefix === "eq") return `$$a$$ {#${label}}`;
  if (prefix === "lst") return `\`\`\`{#${label} caption="A"}\n\`\`\``;
  return prefix === "sec" ? `## A {#${label}}` : `::: {#${label}}\nA\n:::`;
}

test.run();
