import type { Reference } from "./types-table.ts";

/**
 * References to issues, parts of books, reports, theses, patents, standards, laws and letters: APA's Publication Manual,
 * sections 10.1 to 10.6, 11.4 to 11.9; Chicago Manual of Style, sections 14.100 to 14.120, 14.187, 14.213 to 14.225, 14.258,
 * 14.259 and 14.269 to 14.290; IEEE Reference Guide, "Books", "Reports", "Theses", "Patents", "Standards", "Unpublished".
 */
export const documentReferences: Reference[] = [
  {
    // An issue with a title of its own: APA 10.1, example 12; Chicago 14.187.
    entry:
      "@periodical{a, editor={Roe, Ann}, title={Journal of Trees}, issuetitle={Special oaks}, volume=12, number=3, date={2020-03}}",
    APA: "Roe, A. (Ed.). (2020). Special oaks [Special issue]. *Journal of Trees*, *12*(3).",
    Chicago: "Roe, Ann, ed. 2020. “Special Oaks.” Special issue, *Journal of Trees* 12 (3).",
    IEEE: "A. Roe, Ed., “Special oaks,” *Journal of Trees*, vol. 12, no. 3, Mar. 2020.",
    differs: {
      Chicago: {
        shown: "Roe, Ann, ed. 2020. “Special Oaks.” Special issue. *Journal of Trees* 12 (3).",
        why: "The style writes what a work is as a sentence.",
      },
    },
  },
  {
    entry: "@periodical{a, editor={Roe, Ann}, title={Journal of Trees}, volume=12, number=3, year=2020}",
    APA: "Roe, A. (Ed.). (2020). *Journal of Trees*, *12*(3).",
    Chicago: "Roe, Ann, ed. 2020. *Journal of Trees*. Vol. 12, no. 3.",
    IEEE: "A. Roe, Ed., *Journal of Trees*, vol. 12, no. 3, 2020.",
  },
  {
    entry: "@periodical{a, title={Journal of Trees}, volume=12, number=3, year=2020}",
    APA: "*Journal of Trees*. (2020). *12*(3).",
    Chicago: "*Journal of Trees*. 2020. Vol. 12, no. 3.",
    IEEE: "*Journal of Trees*, vol. 12, no. 3, 2020.",
  },
  ...["suppperiodical", "review"].map(
    (type): Reference => ({
      entry: `@${type}{a, author={Li, Bo}, title={Oaks again}, journal={Tree Letters}, volume=2, number=1, pages={1--2}, year=2001}`,
      APA: "Li, B. (2001). Oaks again. *Tree Letters*, *2*(1), 1–2.",
      Chicago: "Li, Bo. 2001. “Oaks Again.” *Tree Letters* 2 (1): 1–2.",
      IEEE: "B. Li, “Oaks again,” *Tree Letters*, vol. 2, no. 1, pp. 1–2, 2001.",
    }),
  ),
  {
    // A book in a collection: APA 10.3; Chicago 14.119. IEEE: "Title of Published Book", volume.
    entry:
      "@bookinbook{a, author={Roe, Ann}, title={Oaks}, booktitle={Works}, editor={Kim, Cy}, volume=2, pages={1--99}, publisher={Tree Press}, year=2001}",
    APA: "Roe, A. (2001). Oaks. In C. Kim (Ed.), *Works* (Vol. 2, pp. 1–99). Tree Press.",
    Chicago: "Roe, Ann. 2001. “Oaks.” In *Works*, edited by Cy Kim, 2:1–99. Tree Press.",
    IEEE: "A. Roe, “Oaks,” in *Works*, vol. 2, C. Kim, Ed. Tree Press, 2001, pp. 1–99.",
  },
  {
    // Chicago 14.110: "by Ann Roe", of the book whose introduction it is.
    entry:
      "@suppbook{a, author={Li, Bo}, title={Introduction}, booktitle={Works}, bookauthor={Roe, Ann}, pages={1--9}, publisher={Tree Press}, year=2001}",
    APA: "Li, B. (2001). Introduction. In A. Roe, *Works* (pp. 1–9). Tree Press.",
    Chicago: "Li, Bo. 2001. “Introduction.” In *Works*, by Ann Roe, 1–9. Tree Press.",
    IEEE: "B. Li, “Introduction,” in *Works*. Tree Press, 2001, pp. 1–9.",
  },
  {
    // An entry without an author: APA 10.3, example 47; Chicago 14.232.
    entry:
      "@inreference{a, title={Oak}, booktitle={Book of Trees}, edition=3, volume=2, pages={4--5}, publisher={Tree Press}, date={2015}}",
    APA: "Oak. (2015). In *Book of Trees* (3rd ed., Vol. 2, pp. 4–5). Tree Press.",
    Chicago: "“Oak.” 2015. In *Book of Trees*, 3rd ed., 2:4–5. Tree Press.",
    IEEE: "“Oak,” in *Book of Trees*, 3rd ed., vol. 2. Tree Press, 2015, pp. 4–5.",
  },
  ...["reference", "collection", "proceedings"].map(
    (type): Reference => ({
      // APA 9.12; Chicago 15.34: what has neither author nor editor begins with its title.
      entry: `@${type}{a, title={Book of Trees}, publisher={Tree Press}, address={Marburg}, year=2015}`,
      APA: "*Book of Trees*. (2015). Tree Press.",
      Chicago: "*Book of Trees*. 2015. Marburg: Tree Press.",
      IEEE: "*Book of Trees*. Marburg: Tree Press, 2015.",
    }),
  ),
  {
    entry: "@mvbook{a, author={Roe, Ann}, title={All trees}, volumes=3, publisher={Tree Press}, year=2001}",
    APA: "Roe, A. (2001). *All trees* (Vols. 1–3). Tree Press.",
    Chicago: "Roe, Ann. 2001. *All Trees*. 3 vols. Tree Press.",
    IEEE: "A. Roe, *All trees*, 3 vols. Tree Press, 2001.",
  },
  {
    entry: "@commentary{a, author={Li, Bo}, title={Notes on trees}, publisher={Tree Press}, year=2001}",
    APA: "Li, B. (2001). *Notes on trees*. Tree Press.",
    Chicago: "Li, Bo. 2001. *Notes on Trees*. Tree Press.",
    IEEE: "B. Li, *Notes on trees*. Tree Press, 2001.",
  },
  {
    // APA 9.29: no publisher that is the author. Chicago 14.84 keeps it.
    entry:
      "@report{a, type={resreport}, author={{Tree Institute}}, title={Tree report}, institution={Tree Institute}, number=3, year=2009, url={https://example.org/r}}",
    APA: "Tree Institute. (2009). *Tree report* (Research Report No. 3). https://example.org/r",
    Chicago: "Tree Institute. 2009. *Tree Report*. Research Report 3. Tree Institute. https://example.org/r.",
    IEEE: "Tree Institute, “Tree report,” Tree Institute, Res. Rep. 3, 2009. [Online]. Available: https://example.org/r",
  },
  {
    entry:
      "@techreport{a, type={Working Paper}, author={Roe, Ann}, title={Tree report}, institution={Tree Institute}, address={Marburg}, number=12, year=2009, month=5}",
    APA: "Roe, A. (2009). *Tree report* (Working Paper No. 12). Tree Institute.",
    Chicago: "Roe, Ann. 2009. *Tree Report*. Working Paper 12. Marburg: Tree Institute.",
    IEEE: "A. Roe, “Tree report,” Tree Institute, Marburg, Working Paper 12, May 2009.",
  },
  {
    entry: "@report{a, author={Roe, Ann}, title={Tree report}, institution={Tree Institute}, year=2009}",
    APA: "Roe, A. (2009). *Tree report*. Tree Institute.",
    Chicago: "Roe, Ann. 2009. *Tree Report*. Tree Institute.",
    IEEE: "A. Roe, “Tree report,” Tree Institute, 2009.",
  },
  {
    entry:
      "@manual{a, title={Tree tool}, organization={Tool Makers}, address={Marburg}, edition=2, version={3.1}, year=2004}",
    APA: "*Tree tool* (Version 3.1, 2nd ed.). (2004). Tool Makers.",
    Chicago: "*Tree Tool*. 2004. Version 3.1. 2nd ed. Marburg: Tool Makers.",
    IEEE: "*Tree tool*, 2nd ed., Tool Makers, Marburg, 2004.",
    differs: {
      IEEE: {
        shown: "“Tree tool,” 2nd ed., Tool Makers, Marburg, 2004.",
        why: "CSL has no type for manuals, and reports have quotes.",
      },
    },
  },
  {
    // Published online: APA 10.6, example 65, has the university in brackets. Chicago 14.215: "PhD diss."
    entry:
      "@phdthesis{a, author={Roe, Ann}, title={Large steps}, school={University of Trees}, year=2007, url={https://example.org/t}}",
    APA: "Roe, A. (2007). *Large steps* [Doctoral dissertation, University of Trees]. https://example.org/t",
    Chicago: "Roe, Ann. 2007. “Large Steps.” PhD diss., University of Trees. https://example.org/t.",
    IEEE: "A. Roe, “Large steps,” Ph.D. dissertation, University of Trees, 2007. [Online]. Available: https://example.org/t",
  },
  ...["@thesis{a, type={bathesis}, institution=", "@bachelorsthesis{a, school="].map(
    (start): Reference => ({
      entry: `${start}{University of Trees}, author={Roe, Ann}, title={First steps}, year=2003}`,
      APA: "Roe, A. (2003). *First steps* [Bachelor’s thesis]. University of Trees.",
      Chicago: "Roe, Ann. 2003. “First Steps.” Bachelor’s thesis, University of Trees.",
      IEEE: "A. Roe, “First steps,” Bachelor’s thesis, University of Trees, 2003.",
    }),
  ),
  {
    // A kind of its own is as the author writes it.
    entry:
      "@thesis{a, type={Habilitation}, author={Roe, Ann}, title={Large steps}, institution={University of Trees}, year=2007}",
    APA: "Roe, A. (2007). *Large steps* [Habilitation]. University of Trees.",
    Chicago: "Roe, Ann. 2007. “Large Steps.” Habilitation, University of Trees.",
    IEEE: "A. Roe, “Large steps,” Habilitation, University of Trees, 2007.",
  },
  {
    // APA 11.8, Chicago 14.258: kind and number. IEEE: with a period at the end.
    entry:
      "@patent{a, author={Roe, Ann and Li, Bo}, title={Tree engine}, number={EP1234567}, type={patenteu}, date={2015-03-14}}",
    APA: "Roe, A., & Li, B. (2015). *Tree engine* (European Patent No. EP1234567).",
    Chicago: "Roe, Ann, and Bo Li. 2015. Tree engine. European Patent EP1234567, issued March 14, 2015.",
    IEEE: "A. Roe and B. Li, “Tree engine,” European Patent EP1234567, Mar. 14, 2015.",
  },
  {
    // The country says whose patent it is.
    entry:
      "@patent{a, author={Roe, Ann}, title={Tree engine}, number={1,234,567}, location={countryus}, year=2015}",
    APA: "Roe, A. (2015). *Tree engine* (U.S. Patent No. 1,234,567).",
    Chicago: "Roe, Ann. 2015. Tree engine. US Patent 1,234,567, issued 2015.",
    IEEE: "A. Roe, “Tree engine,” U.S. Patent 1,234,567, 2015.",
  },
  {
    entry:
      "@patent{a, author={Roe, Ann}, title={Tree engine}, number={12 345}, type={patreqde}, date={2015-03}}",
    APA: "Roe, A. (2015). *Tree engine* (German Patent request No. 12 345).",
    Chicago: "Roe, Ann. 2015. Tree engine. German Patent request 12 345, issued March 2015.",
    IEEE: "A. Roe, “Tree engine,” German Patent request 12 345, Mar. 2015.",
  },
  {
    // Chicago 14.259; IEEE, "Standards": title in italics, number, date.
    entry:
      "@standard{a, author={{Tree Standards Body}}, title={Measuring trees}, number={TSB 1234}, publisher={Tree Standards Body}, year=2020}",
    APA: "Tree Standards Body. (2020). *Measuring trees* (No. TSB 1234).",
    Chicago: "Tree Standards Body. 2020. *Measuring Trees*. TSB 1234. Tree Standards Body.",
    IEEE: "Tree Standards Body, *Measuring trees*, TSB 1234, 2020.",
  },
  {
    // APA 11.9: name, date, number. Chicago 14.290 and IEEE have laws in notes only.
    entry: "@legal{a, title={Treaty of trees}, date={1999-02-03}, number={T-1}}",
    APA: "Treaty of Trees, February 3, 1999, No. T-1.",
    Chicago: "“Treaty of Trees.” 1999.",
    IEEE: "“Treaty of trees.” Feb. 3, 1999.",
  },
  {
    // APA 11.5.
    entry: "@legislation{a, title={Tree Act}, number={12}, year=1998}",
    APA: "Tree Act, Pub. L. No. 12 (1998).",
    Chicago: "*Tree Act*. 1998.",
    IEEE: "*Tree Act*. 1998.",
  },
  {
    // APA 11.4; Chicago 14.276.
    entry:
      "@jurisdiction{a, title={Roe v. Li}, volume=347, journal={U.S.}, pages={483}, institution={Supreme Court}, year=1954}",
    APA: "Roe v. Li, 347 U.S. 483 (1954).",
    Chicago: "Roe v. Li, 347 U.S. 483 (1954).",
    IEEE: "*Roe v. Li*, vol. 347. Supreme Court, 1954, p. 483.",
    differs: {
      Chicago: {
        shown: "Roe v. Li. 1954, 347 U.S. 483.",
        why: "The style has the year after the name in all references.",
      },
    },
  },
  {
    // Chicago 14.111: letters with their full date.
    entry: "@letter{a, author={Li, Bo}, title={Letter to Ann Roe}, date={1901-02-03}}",
    APA: "Li, B. (1901, February 3). *Letter to Ann Roe* [Personal communication].",
    Chicago: "Li, Bo. 1901. “Letter to Ann Roe,” February 3, 1901.",
    IEEE: "B. Li, “Letter to Ann Roe,” Feb. 3, 1901.",
  },
  {
    // IEEE, "Unpublished": "unpublished".
    entry: "@unpublished{a, author={Roe, Ann}, title={Tree draft}, year=2010}",
    APA: "Roe, A. (2010). *Tree draft*.",
    Chicago: "Roe, Ann. 2010. “Tree Draft.”",
    IEEE: "A. Roe, “Tree draft,” unpublished, 2010.",
  },
  {
    entry: "@unpublished{a, author={Roe, Ann}, title={Tree draft}, note={Submitted to Tree Letters}}",
    APA: "Roe, A. (n.d.). *Tree draft* [Submitted to Tree Letters].",
    Chicago: "Roe, Ann. n.d. “Tree Draft.” Submitted to Tree Letters.",
    IEEE: "A. Roe, “Tree draft,” submitted to Tree Letters.",
  },
  ...["unpublished", "inproceedings"].map(
    (type): Reference => ({
      // A talk: Chicago 14.217; IEEE, "presented at the …"; APA 10.5 with its place.
      entry: `@${type}{a, author={Roe, Ann}, title={Tree talk}, eventtitle={Tree Days}, venue={Marburg}, year=2020}`,
      APA: "Roe, A. (2020). *Tree talk*. Tree Days, Marburg.",
      Chicago: "Roe, Ann. 2020. “Tree Talk.” Presented at the Tree Days, Marburg.",
      IEEE: "A. Roe, “Tree talk,” presented at the Tree Days, Marburg, 2020.",
    }),
  ),
];
