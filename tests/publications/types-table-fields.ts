import type { Reference } from "./types-table.ts";

const people = Array.from({ length: 22 }, (_, index) => `Family${String.fromCharCode(97 + index)}, Given`);

const byFamily = (count: number): string[] =>
  people.slice(0, count).map((name) => `${name.split(",")[0]}, G.`);

/** References in which several fields meet, or one is missing: the same manuals as in `types-table.ts`. */
export const fieldReferences: Reference[] = [
  {
    // Editor, translator, edition, series, number and volume: APA 9.19, 10.2; Chicago 14.104, 14.115, 14.123; IEEE, "Books".
    entry:
      "@book{a, author={Roe, Ann}, editor={Li, Bo}, translator={Kim, Cy}, title={Oaks}, series={Tree Notes}, number=4, edition=2, publisher={Tree Press}, address={Marburg}, year=2020}",
    APA: "Roe, A. (2020). *Oaks* (B. Li, Ed.; C. Kim, Trans.; 2nd ed.). Tree Press.",
    Chicago:
      "Roe, Ann. 2020. *Oaks*. Edited by Bo Li. Translated by Cy Kim. 2nd ed. Tree Notes 4. Marburg: Tree Press.",
    IEEE: "A. Roe, *Oaks* (Tree Notes, no. 4), 2nd ed. Marburg: Tree Press, 2020.",
  },
  {
    entry:
      "@incollection{a, author={Roe, Ann}, editor={Li, Bo and Kim, Cy}, title={Oaks}, booktitle={Trees}, series={Tree Notes}, volume=2, edition=2, publisher={Tree Press}, address={Marburg}, year=2020, pages={3}}",
    APA: "Roe, A. (2020). Oaks. In B. Li & C. Kim (Eds.), *Trees* (2nd ed., Vol. 2, p. 3). Tree Press.",
    Chicago:
      "Roe, Ann. 2020. “Oaks.” In *Trees*, edited by Bo Li and Cy Kim, 2nd ed., 3. Tree Notes 2. Marburg: Tree Press.",
    IEEE: "A. Roe, “Oaks,” in *Trees* (Tree Notes, vol. 2), 2nd ed., B. Li and C. Kim, Eds. Marburg: Tree Press, 2020, p. 3.",
  },
  {
    entry:
      "@inproceedings{a, author={Roe, Ann}, title={Oaks}, booktitle={Proceedings of Woods}, volume=3, articleno=7, publisher={ACM}, address={New York}, year=2020, month=may, doi={10.1000/w}}",
    APA: "Roe, A. (2020). Oaks. In *Proceedings of Woods* (Article 7; Vol. 3). ACM. https://doi.org/10.1000/w",
    Chicago:
      "Roe, Ann. 2020. “Oaks.” In *Proceedings of Woods*, 3:7. New York: ACM. https://doi.org/10.1000/w.",
    IEEE: "A. Roe, “Oaks,” in *Proceedings of Woods*, vol. 3, New York: ACM, May 2020, Art. no. 7. doi: 10.1000/w.",
  },
  {
    // Chicago 14.126 and 14.171: series, issue without volume, month.
    entry:
      "@article{a, author={Roe, Ann}, title={Oaks}, journal={Trees}, series={New Series}, number=3, pages={1--2}, year=2020, month=mar}",
    APA: "Roe, A. (2020). Oaks. *Trees*, (3), 1–2.",
    Chicago: "Roe, Ann. 2020. “Oaks.” *Trees*, New Series, no. 3 (March), 1–2.",
    IEEE: "A. Roe, “Oaks,” *Trees*, no. 3, pp. 1–2, Mar. 2020.",
    differs: {
      APA: {
        shown: "Roe, A. (2020). Oaks. *Trees*, *3*, 1–2.",
        why: "The style writes an issue without a volume as one.",
      },
    },
  },
  {
    // APA 9.25 and Chicago 14.96: a mark at the end of a title takes the place of a period.
    entry: "@article{a, author={Roe, Ann}, title={Why trees?}, journal={Trees}, volume=3, year=2020}",
    APA: "Roe, A. (2020). Why trees? *Trees*, *3*.",
    Chicago: "Roe, Ann. 2020. “Why Trees?” *Trees* 3.",
    IEEE: "A. Roe, “Why trees?” *Trees*, vol. 3, 2020.",
    differs: {
      IEEE: { shown: "A. Roe, “Why trees?,” *Trees*, vol. 3, 2020.", why: "citeproc keeps the comma." },
    },
  },
  {
    entry: "@book{a, editor={Roe, Ann}, title={Trees, at last!}, publisher={Tree Press.}, year=2020}",
    APA: "Roe, A. (Ed.). (2020). *Trees, at last!* Tree Press.",
    Chicago: "Roe, Ann, ed. 2020. *Trees, at Last!* Tree Press.",
    IEEE: "A. Roe, Ed., *Trees, at last!* Tree Press, 2020.",
  },
  {
    // APA 9.17, Chicago 15.44.
    entry: "@book{a, author={Roe, Ann}, title={Oaks}, publisher={Tree Press}}",
    APA: "Roe, A. (n.d.). *Oaks*. Tree Press.",
    Chicago: "Roe, Ann. n.d. *Oaks*. Tree Press.",
    IEEE: "A. Roe, *Oaks*. Tree Press.",
  },
  {
    entry: "@inproceedings{a, author={Roe, Ann}, title={Oaks}}",
    APA: "Roe, A. (n.d.). *Oaks*.",
    Chicago: "Roe, Ann. n.d. “Oaks.”",
    IEEE: "A. Roe, “Oaks.”",
  },
  ...["pubstate={forthcoming}", "year={to appear}"].map(
    (field): Reference => ({
      // Chicago 15.45; IEEE: "to be published". APA 9.17 knows "in press" only.
      entry: `@inproceedings{a, author={Roe, Ann}, title={Oaks}, booktitle={Proc. Trees}, ${field}}`,
      APA: `Roe, A. (${field.includes("forth") ? "forthcoming" : "in press"}). Oaks. *Proc. Trees*.`,
      Chicago: `Roe, Ann. ${field.includes("forth") ? "Forthcoming" : "To appear"}. “Oaks.” In *Proc. Trees*.`,
      IEEE: "A. Roe, “Oaks,” in *Proc. Trees*, to be published.",
    }),
  ),
  {
    entry: "@book{a, author={Roe, Ann}, title={Oaks}, publisher={Tree Press}, pubstate={inpress}}",
    APA: "Roe, A. (in press). *Oaks*. Tree Press.",
    Chicago: "Roe, Ann. In press. *Oaks*. Tree Press.",
    IEEE: "A. Roe, *Oaks*. Tree Press, in press.",
  },
  {
    // APA 9.12 and Chicago 15.34: the title, not the editors of the book, in place of the author of a part.
    entry:
      "@incollection{a, title={Oaks}, booktitle={Trees}, editor={Li, Bo}, publisher={Tree Press}, year=2020}",
    APA: "Oaks. (2020). In B. Li (Ed.), *Trees*. Tree Press.",
    Chicago: "“Oaks.” 2020. In *Trees*, edited by Bo Li. Tree Press.",
    IEEE: "“Oaks,” in *Trees*, B. Li, Ed. Tree Press, 2020.",
  },
  {
    entry:
      "@incollection{a, author={Roe, Ann}, title={Oaks}, editor={Li, Bo}, publisher={Tree Press}, year=2002}",
    APA: "Roe, A. (2002). *Oaks* (B. Li, Ed.). Tree Press.",
    Chicago: "Roe, Ann. 2002. “Oaks.” Edited by Bo Li. Tree Press.",
    IEEE: "A. Roe, “Oaks,” B. Li, Ed. Tree Press, 2002.",
  },
  {
    entry: "@article{a, title={Oaks}, journal={Trees}, volume=2, pages={3--4}, year=2020}",
    APA: "Oaks. (2020). *Trees*, *2*, 3–4.",
    Chicago: "“Oaks.” 2020. *Trees* 2:3–4.",
    IEEE: "“Oaks,” *Trees*, vol. 2, pp. 3–4, 2020.",
  },
  {
    entry: "@book{a, translator={Kim, Cy}, title={Oaks}, publisher={Tree Press}, year=2020}",
    APA: "*Oaks* (C. Kim, Trans.). (2020). Tree Press.",
    Chicago: "Kim, Cy, trans. 2020. *Oaks*. Tree Press.",
    IEEE: "C. Kim, Transl., *Oaks*. Tree Press, 2020.",
  },
  {
    // APA 9.11 and 9.29; Chicago 14.84: an institution.
    entry: "@book{a, author={{World Tree Union}}, title={Oaks}, publisher={World Tree Union}, year=2020}",
    APA: "World Tree Union. (2020). *Oaks*.",
    Chicago: "World Tree Union. 2020. *Oaks*. World Tree Union.",
    IEEE: "World Tree Union, *Oaks*. World Tree Union, 2020.",
  },
  {
    // APA 9.8: the first 19 and the last of 21 and more. Chicago 14.76: seven of eleven and more. IEEE: one of seven and more.
    entry: `@book{a, author={${people.join(" and ")}}, title={Oaks}, publisher={Tree Press}, year=2020}`,
    APA: `${byFamily(19).join(", ")}, … Familyv, G. (2020). *Oaks*. Tree Press.`,
    Chicago: `Familya, Given, ${people
      .slice(1, 7)
      .map((name) => `Given ${name.split(",")[0]}`)
      .join(", ")}, et al. 2020. *Oaks*. Tree Press.`,
    IEEE: "G. Familya *et al.*, *Oaks*. Tree Press, 2020.",
  },
  {
    entry: `@book{a, author={${people.slice(0, 6).join(" and ")}}, title={Oaks}, publisher={Tree Press}, year=2020}`,
    APA: `${byFamily(5).join(", ")}, & Familyf, G. (2020). *Oaks*. Tree Press.`,
    Chicago:
      "Familya, Given, Given Familyb, Given Familyc, Given Familyd, Given Familye, and Given Familyf. 2020. *Oaks*. Tree Press.",
    IEEE: "G. Familya, G. Familyb, G. Familyc, G. Familyd, G. Familye, and G. Familyf, *Oaks*. Tree Press, 2020.",
  },
  {
    entry:
      "@book{a, author={Roe, Ann and Li, Bo and others}, title={Oaks}, publisher={Tree Press}, year=2020}",
    APA: "Roe, A., Li, B., et al. (2020). *Oaks*. Tree Press.",
    Chicago: "Roe, Ann, Bo Li, et al. 2020. *Oaks*. Tree Press.",
    IEEE: "A. Roe, B. Li, *et al.*, *Oaks*. Tree Press, 2020.",
  },
  {
    // Chicago 8.159: capitals, but not of symbols, formulas and names with capitals inside.
    entry:
      "@article{a, author={Roe, Ann}, title={On $n^2$ and arXiv: $k$-means of mRNA in $O(n)$ and x² for {eBay}, $p$-values}, journal={Trees}, volume=1, year=2020}",
    APA: "Roe, A. (2020). On n<sup>2</sup> and arXiv: k-means of mRNA in O(n) and x<sup>2</sup> for eBay, p-values. *Trees*, *1*.",
    Chicago:
      "Roe, Ann. 2020. “On n<sup>2</sup> and arXiv: k-Means of mRNA in O(n) and x<sup>2</sup> for eBay, p-Values.” *Trees* 1.",
    IEEE: "A. Roe, “On n<sup>2</sup> and arXiv: k-means of mRNA in O(n) and x<sup>2</sup> for eBay, p-values,” *Trees*, vol. 1, 2020.",
  },
  {
    // A volume of a work: APA 10.2, example 30; Chicago 14.119; IEEE, "Books".
    entry:
      "@book{a, author={Roe, Ann}, title={Old oaks}, maintitle={Trees}, volume=2, publisher={Tree Press}, year=2020}",
    APA: "Roe, A. (2020). *Trees: Vol. 2. Old oaks*. Tree Press.",
    Chicago: "Roe, Ann. 2020. *Old Oaks*. Vol. 2 of *Trees*. Tree Press.",
    IEEE: "A. Roe, *Trees*, vol. 2, *Old oaks*. Tree Press, 2020.",
    differs: {
      IEEE: {
        shown: "A. Roe, *Trees, vol. 2, Old oaks*. Tree Press, 2020.",
        why: "The style has one title of a book.",
      },
    },
  },
  {
    // Number in a series and volume of a work: Chicago 14.123.
    entry:
      "@book{a, author={Li, Bo}, title={Oaks}, series={Tree Notes}, volume=3, number=4, publisher={Tree Press}, year=2020}",
    APA: "Li, B. (2020). *Oaks* (Vol. 3). Tree Press.",
    Chicago: "Li, Bo. 2020. *Oaks*. Vol. 3. Tree Notes 4. Tree Press.",
    IEEE: "B. Li, *Oaks* (Tree Notes, no. 4), vol. 3. Tree Press, 2020.",
  },
  ...["pubstate={prepublished}, ", ""].map(
    (state): Reference => ({
      // With a date, that a preprint is one is no news.
      entry: `@online{a, author={Roe, Ann}, title={Oaks}, ${state}eprint={2001.00001}, eprinttype={arxiv}, year=2020}`,
      APA: "Roe, A. (2020). *Oaks*. arXiv. https://arxiv.org/abs/2001.00001",
      Chicago: "Roe, Ann. 2020. “Oaks.” arXiv. https://arxiv.org/abs/2001.00001.",
      IEEE: "A. Roe, “Oaks,” 2020, *arXiv*:2001.00001. [Online]. Available: https://arxiv.org/abs/2001.00001",
    }),
  ),
  {
    // A state beside a date.
    entry: "@article{a, author={Roe, Ann}, title={Oaks}, journal={Trees}, pubstate={inpress}, year=2020}",
    APA: "Roe, A. (2020). Oaks. *Trees*. In press.",
    Chicago: "Roe, Ann. 2020. “Oaks.” *Trees*.",
    IEEE: "A. Roe, “Oaks,” *Trees*, in press, 2020.",
  },
  {
    // Words that the styles write themselves, and an edition without a number.
    entry:
      "@book{a, author={Roe, Ann}, title={Oaks}, volume={Vol. 3}, edition={Rev. ed.}, publisher={Tree Press}, year=2020}",
    APA: "Roe, A. (2020). *Oaks* (Rev. ed., Vol. 3). Tree Press.",
    Chicago: "Roe, Ann. 2020. *Oaks*. Rev. ed. Vol. 3. Tree Press.",
    IEEE: "A. Roe, *Oaks*, Rev. ed., vol. 3. Tree Press, 2020.",
  },
  {
    // A talk whose occasion is in the field for books: Chicago 14.217; IEEE, "presented at the …".
    entry: "@talk{a, author={Roe, Ann}, title={Oaks}, booktitle={Tree Days}, address={Marburg}, year=2020}",
    APA: "Roe, A. (2020). *Oaks*. Tree Days, Marburg.",
    Chicago: "Roe, Ann. 2020. “Oaks.” Presented at the Tree Days, Marburg.",
    IEEE: "A. Roe, “Oaks,” presented at the Tree Days, Marburg, 2020.",
  },
  {
    // A state that names a conference.
    entry: "@misc{a, author={Roe, Ann}, title={Oaks}, pubstate={Accepted at TreeConf}}",
    APA: "Roe, A. (accepted at TreeConf). *Oaks*.",
    Chicago: "Roe, Ann. Accepted at TreeConf. “Oaks.”",
    IEEE: "A. Roe, “Oaks.” accepted at TreeConf.",
  },
  {
    // Full stops that entries have at the end of fields.
    entry:
      "@techreport{a, author={Roe, Ann}, title={Oaks.}, type={Essay.}, institution={Tree Institute.}, address={Marburg.}, number=3, year=2020}",
    APA: "Roe, A. (2020). *Oaks* (Essay No. 3). Tree Institute.",
    Chicago: "Roe, Ann. 2020. *Oaks*. Essay 3. Marburg: Tree Institute.",
    IEEE: "A. Roe, “Oaks,” Tree Institute, Marburg, Essay 3, 2020.",
  },
];
