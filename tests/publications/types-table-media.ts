import type { Reference } from "./types-table.ts";

/**
 * References to recordings, images, software, data and web sites: APA's Publication Manual, sections 10.9 to 10.16; Chicago
 * Manual of Style, sections 14.205 to 14.210, 14.235 and 14.261 to 14.268; IEEE Reference Guide, "Videos", "Software",
 * "Datasets", "Websites". IEEE has no rule for works of art and music.
 */
export const mediaReferences: Reference[] = [
  {
    // APA 10.12, example 84: directors, and "[Film]". Chicago 14.265: "dir." IEEE: the date of release in parentheses.
    entry:
      "@movie{a, editor={Roe, Ann}, editortype={director}, title={Tree: The film}, publisher={Tree Pictures}, year=2018}",
    APA: "Roe, A. (Director). (2018). *Tree: The film* [Film]. Tree Pictures.",
    Chicago: "Roe, Ann, dir. 2018. *Tree: The Film*. Tree Pictures.",
    IEEE: "A. Roe. *Tree: The film*. (2018).",
  },
  {
    // APA 10.12, example 90: a video on the web has its full date.
    entry:
      "@video{a, author={Roe, Ann}, title={Trees in wind}, publisher={Tree Channel}, date={2019-05-06}, urldate={2020-01-02}, url={https://example.org/v}}",
    APA: "Roe, A. (2019, May 6). *Trees in wind* [Video]. Tree Channel. https://example.org/v",
    Chicago: "Roe, Ann. 2019. *Trees in Wind*. Tree Channel. https://example.org/v.",
    IEEE: "A. Roe. *Trees in wind*. (May 6, 2019). Accessed: Jan. 2, 2020. [Online Video]. Available: https://example.org/v",
  },
  {
    // APA 10.13; Chicago 14.263: performer, title, label.
    entry: "@audio{a, author={Roe, Ann}, title={Songs of trees}, publisher={Tree Records}, year=2017}",
    APA: "Roe, A. (2017). *Songs of trees* [Audio recording]. Tree Records.",
    Chicago: "Roe, Ann. 2017. *Songs of Trees*. Tree Records.",
    IEEE: "A. Roe, *Songs of trees*. Tree Records, 2017.",
  },
  {
    // Chicago 14.255: scores as books.
    entry:
      "@music{a, author={Roe, Ann}, title={Oak suite}, publisher={Tree Music}, address={Marburg}, year=2016}",
    APA: "Roe, A. (2016). *Oak suite* [Musical score]. Tree Music.",
    Chicago: "Roe, Ann. 2016. *Oak Suite*. Marburg: Tree Music.",
    IEEE: "A. Roe, “Oak suite.” Tree Music, Marburg, 2016.",
  },
  {
    // APA 10.12: the full date of a performance. Chicago 14.266: its title in italics.
    entry: "@performance{a, author={Roe, Ann}, title={Dance of trees}, date={2015-04-03}}",
    APA: "Roe, A. (2015, April 3). *Dance of trees*.",
    Chicago: "Roe, Ann. 2015. *Dance of Trees*.",
    IEEE: "A. Roe, “Dance of trees.” Apr. 3, 2015.",
  },
  {
    // APA 10.14 and Chicago 14.235: kind, museum, its place.
    entry:
      "@artwork{a, author={Roe, Ann}, title={Oak in oil}, institution={Tree Museum}, location={Marburg}, type={Painting}, year=1914}",
    APA: "Roe, A. (1914). *Oak in oil* [Painting]. Tree Museum, Marburg.",
    Chicago: "Roe, Ann. 1914. *Oak in Oil*. Painting. Tree Museum, Marburg.",
    IEEE: "A. Roe, *Oak in oil*. Marburg: Tree Museum, 1914.",
  },
  {
    entry:
      "@image{a, author={Roe, Ann}, title={An oak}, howpublished={Tree Archive}, year=2014, url={https://example.org/i}}",
    APA: "Roe, A. (2014). *An oak* [Image]. Tree Archive. https://example.org/i",
    Chicago: "Roe, Ann. 2014. *An Oak*. Tree Archive. https://example.org/i.",
    IEEE: "A. Roe, “An oak.” Tree Archive, 2014. [Online]. Available: https://example.org/i",
  },
  {
    // APA 10.9: "[Data set]". APA 9.12: without an author, the title comes before the date.
    entry:
      "@dataset{a, title={Trees of Europe}, publisher={Tree Archive}, date={2019-03-02}, doi={10.1000/d}}",
    APA: "*Trees of Europe* [Data set]. (2019). Tree Archive. https://doi.org/10.1000/d",
    Chicago: "“Trees of Europe.” 2019. Tree Archive. https://doi.org/10.1000/d.",
    IEEE: "“Trees of Europe.” Tree Archive, Mar. 2, 2019. doi: 10.1000/d.",
  },
  {
    // APA 9.17 and Chicago 15.44: "n.d.". IEEE has no word for it.
    entry: "@software{a, author={Roe, Ann}, title={Treekit}, version={1.0}}",
    APA: "Roe, A. (n.d.). *Treekit* (Version 1.0) [Computer software].",
    Chicago: "Roe, Ann. n.d. *Treekit*. V. 1.0.",
    IEEE: "A. Roe, *Treekit*.",
  },
  {
    // APA 9.16 and Chicago 14.12: the date of access if the page has none.
    entry:
      "@online{a, author={{Tree Society}}, title={Tree page}, url={https://example.org/p}, urldate={2021-11-12}}",
    APA: "Tree Society. (n.d.). *Tree page*. Retrieved November 12, 2021, from https://example.org/p",
    Chicago: "Tree Society. n.d. “Tree Page.” Accessed November 12, 2021. https://example.org/p.",
    IEEE: "Tree Society. “Tree page.” Accessed: Nov. 12, 2021. [Online]. Available: https://example.org/p",
  },
  {
    entry: "@online{a, title={Tree page}, url={https://example.org/p}}",
    APA: "*Tree page*. (n.d.). https://example.org/p",
    Chicago: "“Tree Page.” n.d. https://example.org/p.",
    IEEE: "“Tree page.” [Online]. Available: https://example.org/p",
  },
  {
    // BibLaTeX's note is not a part of a reference in any of the three.
    entry:
      "@misc{a, author={Roe, Ann}, title={Tree thing}, year=2006, url={https://example.org/p}, note={A note}}",
    APA: "Roe, A. (2006). *Tree thing*. https://example.org/p",
    Chicago: "Roe, Ann. 2006. “Tree Thing.” https://example.org/p.",
    IEEE: "A. Roe, “Tree thing.” 2006. [Online]. Available: https://example.org/p",
  },
  {
    // IEEE Reference Guide, "Preprints": the identifier after the year. A state comes before it.
    entry:
      "@preprint{a, author={Roe, Ann}, title={Early trees}, eprint={2001.00001}, eprinttype={arxiv}, eprintclass={cs.LG}, pubstate={submitted}, year=2020}",
    APA: "Roe, A. (2020). *Early trees*. arXiv. https://arxiv.org/abs/2001.00001",
    Chicago: "Roe, Ann. 2020. “Early Trees.” arXiv. https://arxiv.org/abs/2001.00001.",
    IEEE: "A. Roe, “Early trees,” submitted for publication, 2020, *arXiv*:2001.00001. [Online]. Available: https://arxiv.org/abs/2001.00001",
  },
  {
    entry:
      "@article{a, author={Roe, Ann}, title={Early trees}, journal={arXiv preprint arXiv:2001.00001}, year=2020}",
    APA: "Roe, A. (2020). Early trees. *arXiv Preprint arXiv:2001.00001*. https://arxiv.org/abs/2001.00001",
    Chicago:
      "Roe, Ann. 2020. “Early Trees.” *arXiv Preprint arXiv:2001.00001*. https://arxiv.org/abs/2001.00001.",
    IEEE: "A. Roe, “Early trees,” *arXiv preprint arXiv:2001.00001*, 2020. [Online]. Available: https://arxiv.org/abs/2001.00001",
  },
];
