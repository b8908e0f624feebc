import type { CitationStyle } from "../../plugin/publications/cite/csl-styles.ts";

/**
 * Entries of .bib files and their references: APA's Publication Manual (7th edition, chapter 10), the Chicago Manual of Style
 * (author-date, 17th edition, chapters 14 and 15), the IEEE Reference Guide. Italics are between asterisks.
 */
export interface Reference extends Record<CitationStyle, string> {
  entry: string;
  /** What CSL's style writes instead, and why. */
  differs?: Partial<Record<CitationStyle, { shown: string; why: string }>>;
}

/** What several rows have in common. */
const why = {
  order: "The style has edition and translator in another order.",
};

export const references: Reference[] = [
  {
    entry:
      "@article{a, author={Roe, Ann and Li, Bo}, title={Small trees}, journal={Journal of Trees}, volume=12, number=3, pages={45--67}, year=2020, month=mar, doi={10.1000/t.1}}",
    APA: "Roe, A., & Li, B. (2020). Small trees. *Journal of Trees*, *12*(3), 45–67. https://doi.org/10.1000/t.1",
    Chicago:
      "Roe, Ann, and Bo Li. 2020. “Small Trees.” *Journal of Trees* 12 (3): 45–67. https://doi.org/10.1000/t.1.",
    IEEE: "A. Roe and B. Li, “Small trees,” *Journal of Trees*, vol. 12, no. 3, pp. 45–67, Mar. 2020, doi: 10.1000/t.1.",
  },
  {
    // A title that ends in a full stop, and a month of two.
    entry:
      "@article{a, author={Roe, Ann}, title={Small trees.}, journal={J. Trees}, volume=12, year=2020, month={March/April}}",
    APA: "Roe, A. (2020). Small trees. *J. Trees*, *12*.",
    Chicago: "Roe, Ann. 2020. “Small Trees.” *J. Trees* 12 (March–April).",
    IEEE: "A. Roe, “Small trees,” *J. Trees*, vol. 12, Mar./Apr. 2020.",
    differs: {
      IEEE: {
        shown: "A. Roe, “Small trees,” *J. Trees*, vol. 12, Mar.–Apr. 2020.",
        why: "citeproc writes ranges of months with a dash.",
      },
    },
  },
  ...["eid", "articleno"].map(
    (field): Reference => ({
      entry: `@article{a, author={Roe, Ann}, title={Numbered trees}, journal={Tree Letters}, volume=4, number=2, ${field}={e1234}, year=2020}`,
      APA: "Roe, A. (2020). Numbered trees. *Tree Letters*, *4*(2), Article e1234.",
      Chicago: "Roe, Ann. 2020. “Numbered Trees.” *Tree Letters* 4 (2): e1234.",
      IEEE: "A. Roe, “Numbered trees,” *Tree Letters*, vol. 4, no. 2, Art. no. e1234, 2020.",
    }),
  ),
  {
    entry:
      "@article{a, author={Roe, Ann}, title={Serial trees}, journal={Tree Letters}, series={3rd ser.}, pages={1--20}, year=2020}",
    APA: "Roe, A. (2020). Serial trees. *Tree Letters*, 1–20.",
    Chicago: "Roe, Ann. 2020. “Serial Trees.” *Tree Letters*, 3rd ser., 1–20.",
    IEEE: "A. Roe, “Serial trees,” *Tree Letters*, pp. 1–20, 2020.",
  },
  {
    entry:
      "@article{a, author={Roe, Ann}, title={Serial trees}, journal={Tree Letters}, series={3rd ser.}, volume=2, pages={1--20}, year=2020}",
    APA: "Roe, A. (2020). Serial trees. *Tree Letters*, *2*, 1–20.",
    Chicago: "Roe, Ann. 2020. “Serial Trees.” *Tree Letters*, 3rd ser., 2:1–20.",
    IEEE: "A. Roe, “Serial trees,” *Tree Letters*, ser. 3, vol. 2, pp. 1–20, 2020.",
    differs: {
      IEEE: {
        shown: "A. Roe, “Serial trees,” *Tree Letters*, vol. 2, pp. 1–20, 2020.",
        why: "The style has no series for journals.",
      },
    },
  },
  {
    entry:
      "@article{a, author={Roe, Ann}, title={Paged trees}, journal={Tree Letters}, volume=2, pages={88:1----88:4}, year=2020}",
    APA: "Roe, A. (2020). Paged trees. *Tree Letters*, *2*, 88:1–88:4.",
    Chicago: "Roe, Ann. 2020. “Paged Trees.” *Tree Letters* 2:88:1–88:4.",
    IEEE: "A. Roe, “Paged trees,” *Tree Letters*, vol. 2, pp. 88:1–88:4, 2020.",
    differs: {
      IEEE: {
        shown: "A. Roe, “Paged trees,” *Tree Letters*, vol. 2, p. 88:1–88:4, 2020.",
        why: "citeproc takes it for one page.",
      },
    },
  },
  ...["pubstate={inpress}", "year={in press}", "year={In Press}"].map(
    (field): Reference => ({
      entry: `@article{a, author={Roe, Ann}, title={Later trees}, journal={Tree Letters}, ${field}}`,
      APA: "Roe, A. (in press). Later trees. *Tree Letters*.",
      Chicago: "Roe, Ann. In press. “Later Trees.” *Tree Letters*.",
      IEEE: "A. Roe, “Later trees,” *Tree Letters*, in press.",
    }),
  ),
  {
    entry:
      "@article{a, entrysubtype={magazine}, author={Roe, Ann}, title={Trees today}, journaltitle={Tree Week}, date={2020-05-04}, pages={4--5}}",
    APA: "Roe, A. (2020, May 4). Trees today. *Tree Week*, 4–5.",
    Chicago: "Roe, Ann. 2020. “Trees Today.” *Tree Week*, May 4, 2020.",
    IEEE: "A. Roe, “Trees today,” *Tree Week*, pp. 4–5, May 4, 2020.",
  },
  ...["book", "mvbook"].map(
    (type): Reference => ({
      entry: `@${type}{a, author={Roe, Ann}, title={Rules of trees}, translator={Li, Bo}, edition={Third}, publisher={Tree Press}, address={Marburg}, year=2001}`,
      APA: "Roe, A. (2001). *Rules of trees* (B. Li, Trans.; 3rd ed.). Tree Press.",
      Chicago: "Roe, Ann. 2001. *Rules of Trees*. Translated by Bo Li. 3rd ed. Marburg: Tree Press.",
      IEEE: "A. Roe, *Rules of trees*, 3rd ed. Marburg: Tree Press, 2001.",
    }),
  ),
  {
    entry:
      "@book{a, author={Roe, Ann}, title={Rules of trees}, series={Series of Rules}, volume=2, publisher={Tree Press}, year=2001}",
    APA: "Roe, A. (2001). *Rules of trees* (Vol. 2). Tree Press.",
    Chicago: "Roe, Ann. 2001. *Rules of Trees*. Series of Rules 2. Tree Press.",
    IEEE: "A. Roe, *Rules of trees* (Series of Rules, vol. 2). Tree Press, 2001.",
  },
  ...["collection", "mvcollection", "proceedings", "mvproceedings", "reference", "mvreference", "book"].map(
    (type): Reference => ({
      entry: `@${type}{a, editor={Roe, Ann and Li, Bo}, title={All trees}, publisher={Tree Press}, year=2001}`,
      APA: "Roe, A., & Li, B. (Eds.). (2001). *All trees*. Tree Press.",
      Chicago: "Roe, Ann, and Bo Li, eds. 2001. *All Trees*. Tree Press.",
      IEEE: "A. Roe and B. Li, Eds., *All trees*. Tree Press, 2001.",
    }),
  ),
  {
    entry: "@booklet{a, author={Roe, Ann}, title={Guide to trees}, howpublished={City Library}, year=1999}",
    APA: "Roe, A. (1999). *Guide to trees*. City Library.",
    Chicago: "Roe, Ann. 1999. *Guide to Trees*. City Library.",
    IEEE: "A. Roe, *Guide to trees*. City Library, 1999.",
  },
  ...[
    ["incollection", "title={Oaks}, booktitle={All trees}"],
    ["inbook", "title={Oaks}, booktitle={All trees}"],
    ["inbook", "title={All trees}, chapter={Oaks}"],
    ["suppbook", "title={Oaks}, booktitle={All trees}"],
    ["suppcollection", "title={Oaks}, booktitle={All trees}"],
  ].map(
    ([type, titles]): Reference => ({
      entry: `@${type}{a, author={Roe, Ann}, ${titles}, editor={Li, Bo}, pages={1--20}, publisher={Tree Press}, address={Marburg}, year=2002}`,
      APA: "Roe, A. (2002). Oaks. In B. Li (Ed.), *All trees* (pp. 1–20). Tree Press.",
      Chicago: "Roe, Ann. 2002. “Oaks.” In *All Trees*, edited by Bo Li, 1–20. Marburg: Tree Press.",
      IEEE: "A. Roe, “Oaks,” in *All trees*, B. Li, Ed. Marburg: Tree Press, 2002, pp. 1–20.",
    }),
  ),
  {
    entry:
      "@incollection{a, author={Roe, Ann}, title={Oaks}, booktitle={All trees}, translator={Kim, Cy}, edition={2nd}, pages={1--20}, publisher={Tree Press}, year=2002}",
    APA: "Roe, A. (2002). Oaks (C. Kim, Trans.). In *All trees* (2nd ed., pp. 1–20). Tree Press.",
    Chicago: "Roe, Ann. 2002. “Oaks.” Translated by Cy Kim. In *All Trees*, 2nd ed., 1–20. Tree Press.",
    IEEE: "A. Roe, “Oaks,” in *All trees*, 2nd ed. Tree Press, 2002, pp. 1–20.",
    differs: {
      Chicago: {
        shown: "Roe, Ann. 2002. “Oaks.” In *All Trees*, translated by Cy Kim, 2nd ed., 1–20. Tree Press.",
        why: why.order,
      },
    },
  },
  {
    entry:
      "@inbook{a, author={Roe, Ann}, title={All trees}, chapter=3, pages={10--20}, publisher={Tree Press}, year=2001}",
    APA: "Roe, A. (2001). *All trees* (pp. 10–20). Tree Press.",
    Chicago: "Roe, Ann. 2001. Chap. 3 in *All Trees*, 10–20. Tree Press.",
    IEEE: "A. Roe, *All trees*. Tree Press, 2001, ch. 3, pp. 10–20.",
    differs: {
      Chicago: {
        shown: "Roe, Ann. 2001. *All Trees*. Tree Press.",
        why: "The style has no pages for books.",
      },
      IEEE: {
        shown: "A. Roe, *All trees*. Tree Press, 2001, pp. 10–20.",
        why: "The style has no chapter for books.",
      },
    },
  },
  ...["inproceedings", "conference"].map(
    (type): Reference => ({
      entry: `@${type}{a, author={Roe, Ann}, title={Young forests}, booktitle={Proceedings of Woods}, editor={Li, Bo}, pages={1--9}, publisher={Tree Press}, year=2003, month=jul}`,
      APA: "Roe, A. (2003). Young forests. In B. Li (Ed.), *Proceedings of Woods* (pp. 1–9). Tree Press.",
      Chicago:
        "Roe, Ann. 2003. “Young Forests.” In *Proceedings of Woods*, edited by Bo Li, 1–9. Tree Press.",
      IEEE: "A. Roe, “Young forests,” in *Proceedings of Woods*, B. Li, Ed., Tree Press, Jul. 2003, pp. 1–9.",
    }),
  ),
  {
    entry:
      "@inproceedings{a, author={Roe, Ann}, title={Young forests}, booktitle={Proceedings of Woods}, series={Tree Notes}, volume=12, pages={1--9}, publisher={Tree Press}, year=2003}",
    APA: "Roe, A. (2003). Young forests. In *Proceedings of Woods* (Vol. 12, pp. 1–9). Tree Press.",
    Chicago: "Roe, Ann. 2003. “Young Forests.” In *Proceedings of Woods*, 1–9. Tree Notes 12. Tree Press.",
    IEEE: "A. Roe, “Young forests,” in *Proceedings of Woods* (Tree Notes, vol. 12), Tree Press, 2003, pp. 1–9.",
  },
  {
    entry:
      "@inproceedings{a, author={Roe, Ann}, title={Young forests}, booktitle={Proceedings of Woods}, pages={1--9}, publisher={Tree Press}, year=2003}",
    APA: "Roe, A. (2003). Young forests. In *Proceedings of Woods* (pp. 1–9). Tree Press.",
    Chicago: "Roe, Ann. 2003. “Young Forests.” In *Proceedings of Woods*, 1–9. Tree Press.",
    IEEE: "A. Roe, “Young forests,” in *Proceedings of Woods*, Tree Press, 2003, pp. 1–9.",
  },
  ...["@phdthesis{a, school=", "@thesis{a, type={phdthesis}, institution="].map(
    (start): Reference => ({
      entry: `${start}{University of Trees}, author={Roe, Ann}, title={Large steps}, year=2007}`,
      APA: "Roe, A. (2007). *Large steps* [Unpublished doctoral dissertation]. University of Trees.",
      Chicago: "Roe, Ann. 2007. “Large Steps.” PhD diss., University of Trees.",
      IEEE: "A. Roe, “Large steps,” Ph.D. dissertation, University of Trees, 2007.",
      differs: {
        APA: {
          shown: "Roe, A. (2007). *Large steps* [Doctoral dissertation]. University of Trees.",
          why: "An entry without a URL does not say that the thesis is unpublished.",
        },
      },
    }),
  ),
  {
    entry:
      "@mastersthesis{a, school={University of Trees}, address={Marburg}, author={Roe, Ann}, title={Small steps}, year=2005}",
    APA: "Roe, A. (2005). *Small steps* [Master’s thesis]. University of Trees.",
    Chicago: "Roe, Ann. 2005. “Small Steps.” Master’s thesis, University of Trees.",
    IEEE: "A. Roe, “Small steps,” Master’s thesis, University of Trees, Marburg, 2005.",
  },
  ...["@techreport{a, ", "@report{a, type={techreport}, "].map(
    (start): Reference => ({
      entry: `${start}author={Roe, Ann}, title={Tree report}, institution={Tree Institute}, number={TR-12}, year=2009}`,
      APA: "Roe, A. (2009). *Tree report* (Technical Report No. TR-12). Tree Institute.",
      Chicago: "Roe, Ann. 2009. *Tree Report*. Technical Report TR-12. Tree Institute.",
      IEEE: "A. Roe, “Tree report,” Tree Institute, Tech. Rep. TR-12, 2009.",
    }),
  ),
  {
    entry:
      "@manual{a, author={Roe, Ann}, title={Tree tool}, organization={Tool Makers}, edition={2}, year=2004}",
    APA: "Roe, A. (2004). *Tree tool* (2nd ed.). Tool Makers.",
    Chicago: "Roe, Ann. 2004. *Tree Tool*. 2nd ed. Tool Makers.",
    IEEE: "A. Roe, *Tree tool*, 2nd ed., Tool Makers, 2004.",
    differs: {
      IEEE: {
        shown: "A. Roe, “Tree tool,” 2nd ed., Tool Makers, 2004.",
        why: "CSL has no type for manuals, and reports have quotes.",
      },
    },
  },
  ...["misc", "bibnote", "customa"].map(
    (type): Reference => ({
      entry: `@${type}{a, author={Roe, Ann}, title={Tree poster}, howpublished={Tree Hall}, year=2006}`,
      APA: "Roe, A. (2006). *Tree poster*. Tree Hall.",
      Chicago: "Roe, Ann. 2006. “Tree Poster.” Tree Hall.",
      IEEE: "A. Roe, “Tree poster.” Tree Hall, 2006.",
    }),
  ),
  {
    entry:
      "@misc{a, author={Roe, Ann}, title={Tree page}, howpublished={Available at \\url{https://example.org/x}}, year=2006}",
    APA: "Roe, A. (2006). *Tree page*. https://example.org/x",
    Chicago: "Roe, Ann. 2006. “Tree Page.” https://example.org/x.",
    IEEE: "A. Roe, “Tree page.” 2006. [Online]. Available: https://example.org/x",
  },
  {
    entry:
      "@misc{a, author={Roe, Ann}, title={Early trees}, eprint={2001.00001}, archiveprefix={arXiv}, year=2020}",
    APA: "Roe, A. (2020). *Early trees*. arXiv. https://arxiv.org/abs/2001.00001",
    Chicago: "Roe, Ann. 2020. “Early Trees.” arXiv. https://arxiv.org/abs/2001.00001.",
    IEEE: "A. Roe, “Early trees,” 2020, *arXiv*:2001.00001.",
    differs: {
      IEEE: {
        shown:
          "A. Roe, “Early trees,” 2020, *arXiv*:2001.00001. [Online]. Available: https://arxiv.org/abs/2001.00001",
        why: "The link stays.",
      },
    },
  },
  ...["online", "electronic", "www"].map(
    (type): Reference => ({
      entry: `@${type}{a, author={Roe, Ann}, title={Tree page}, organization={Tree Site}, url={https://example.org/p}, date={2020-02-03}, urldate={2021-11-12}}`,
      APA: "Roe, A. (2020, February 3). *Tree page*. Tree Site. https://example.org/p",
      Chicago: "Roe, Ann. 2020. “Tree Page.” Tree Site. February 3, 2020. https://example.org/p.",
      IEEE: "A. Roe. “Tree page.” Tree Site. Accessed: Nov. 12, 2021. [Online]. Available: https://example.org/p",
    }),
  ),
  {
    entry:
      "@patent{a, author={Roe, Ann}, title={Tree engine}, number={1234567}, type={patentus}, date={2015-03-14}}",
    APA: "Roe, A. (2015). *Tree engine* (U.S. Patent No. 1234567).",
    Chicago: "Roe, Ann. 2015. Tree engine. US Patent 1,234,567, issued March 14, 2015.",
    IEEE: "A. Roe, “Tree engine,” U.S. Patent 1234567, Mar. 14, 2015.",
    differs: {
      Chicago: {
        shown: "Roe, Ann. 2015. Tree engine. US Patent 1234567, issued March 14, 2015.",
        why: "The number is as the entry has it.",
      },
    },
  },
  {
    entry:
      "@dataset{a, author={Roe, Ann}, title={Trees of Europe}, publisher={Tree Archive}, version={2.1}, date={2019}, doi={10.1000/d}}",
    APA: "Roe, A. (2019). *Trees of Europe* (Version 2.1) [Data set]. Tree Archive. https://doi.org/10.1000/d",
    Chicago: "Roe, Ann. 2019. “Trees of Europe.” Version 2.1. Tree Archive. https://doi.org/10.1000/d.",
    IEEE: "A. Roe, “Trees of Europe.” Tree Archive, 2019. doi: 10.1000/d.",
  },
  {
    entry:
      "@software{a, author={Roe, Ann}, title={Treekit}, publisher={Tree Hub}, version={1.0}, date={2021}, url={https://example.org/t}}",
    APA: "Roe, A. (2021). *Treekit* (Version 1.0) [Computer software]. Tree Hub. https://example.org/t",
    Chicago: "Roe, Ann. 2021. *Treekit*. V. 1.0. Tree Hub. https://example.org/t.",
    IEEE: "A. Roe, *Treekit*. (2021). Tree Hub. [Online]. Available: https://example.org/t",
  },
  {
    entry:
      "@unpublished{a, author={Roe, Ann}, title={Tree draft}, note={Manuscript in preparation}, year=2010}",
    APA: "Roe, A. (2010). *Tree draft* [Manuscript in preparation].",
    Chicago: "Roe, Ann. 2010. “Tree Draft.” Manuscript in preparation.",
    IEEE: "A. Roe, “Tree draft,” manuscript in preparation, 2010.",
  },
  {
    entry:
      "@inreference{a, author={Roe, Ann}, title={Oak}, booktitle={Book of Trees}, editor={Li, Bo}, publisher={Tree Press}, date={2015}}",
    APA: "Roe, A. (2015). Oak. In B. Li (Ed.), *Book of Trees*. Tree Press.",
    Chicago: "Roe, Ann. 2015. “Oak.” In *Book of Trees*, edited by Bo Li. Tree Press.",
    IEEE: "A. Roe, “Oak,” in *Book of Trees*, B. Li, Ed. Tree Press, 2015.",
  },
];
