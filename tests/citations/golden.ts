/** What each style makes of the forms in forms.ts, in English and in German, as text with `sup`. Checked against the styles' manuals. */
interface Golden {
  citations: { en: readonly string[]; de: readonly string[] };
  /** The first words of the references, in their order. */
  references: { en: readonly string[]; de: readonly string[] };
}

const numbered = ["Yang", "Hu", "Hu", "Roe", "Nobody"];

export const golden: Readonly<Record<string, Golden>> = {
  // APA 7, 8.11 to 8.17: "&" in parentheses, "and" in the sentence; three or more authors are "et al.".
  apa: {
    citations: {
      en: [
        "(Yang & Li, 2019)",
        "(see Hu et al., 2021a, pp. 3–5; Yang & Li, 2019)",
        "Yang and Li (2019)",
        "Hu et al. (2021b, p. 3)",
        "(2018)",
        "(Hu et al., 2021a, 2021b)",
        "(Roe, 2018, Chapter 2 and others)",
        "Nobody’s Report (2017)",
      ],
      de: [
        "(Yang & Li, 2019)",
        "(see Hu et al., 2021a, S. 3–5; Yang & Li, 2019)",
        "Yang und Li (2019)",
        "Hu et al. (2021b, S. 3)",
        "(2018)",
        "(Hu et al., 2021a, 2021b)",
        "(Roe, 2018, Kapitel 2 and others)",
        "Nobody’s report (2017)",
      ],
    },
    references: {
      en: [
        "Hu, E., Shen, Y., & Wallis, P. (2021a). First thing. Tests, 3, 1–9. https://doi.org/10.1000/1",
        "Hu, E., Shen, Y., & Wallis, P. (2021b). Second thing. Tests, 4, 11–19.",
        "Nobody’s report. (2017).",
        "Roe, A. (2018). A book. Press.",
        "Yang, G., & Li, B. (2019). Of others. Press.",
      ],
      de: [
        "Hu, E., Shen, Y., & Wallis, P. (2021a). First thing. Tests, 3, 1–9. https://doi.org/10.1000/1",
        "Hu, E., Shen, Y., & Wallis, P. (2021b). Second thing. Tests, 4, 11–19.",
        "Nobody’s report. (2017).",
        "Roe, A. (2018). A book. Press.",
        "Yang, G., & Li, B. (2019). Of others. Press.",
      ],
    },
  },
  // Chicago 17, 15.9 and 15.22 to 15.30: up to three authors are named; no comma before the year.
  chicago: {
    citations: {
      en: [
        "(Yang and Li 2019)",
        "(see Hu, Shen, and Wallis 2021a, 3–5; Yang and Li 2019)",
        "Yang and Li (2019)",
        "Hu, Shen, and Wallis (2021b, 3)",
        "(2018)",
        "(Hu, Shen, and Wallis 2021a; 2021b)",
        "(Roe 2018, chap. 2 and others)",
        "Nobody’s Report (2017)",
      ],
      de: [
        "(Yang und Li 2019)",
        "(see Hu, Shen, und Wallis 2021a, 3–5; Yang und Li 2019)",
        "Yang und Li (2019)",
        "Hu, Shen, und Wallis (2021b, 3)",
        "(2018)",
        "(Hu, Shen, und Wallis 2021a; 2021b)",
        "(Roe 2018, Kap. 2 and others)",
        "Nobody’s report (2017)",
      ],
    },
    references: {
      en: [
        "Hu, Edward, Yan Shen, and Phil Wallis. 2021a. “First Thing.” Tests 3:1–9. https://doi.org/10.1000/1.",
        "———. 2021b. “Second Thing.” Tests 4:11–19.",
        "“Nobody’s Report.” 2017.",
        "Roe, Ann. 2018. A Book. Press.",
        "Yang, Greg, and Bo Li. 2019. Of Others. Press.",
      ],
      de: [
        "Hu, Edward, Yan Shen, und Phil Wallis. 2021a. „First thing“. Tests 3:1–9. https://doi.org/10.1000/1.",
        "———. 2021b. „Second thing“. Tests 4:11–19.",
        "„Nobody’s report“. 2017.",
        "Roe, Ann. 2018. A book. Press.",
        "Yang, Greg, und Bo Li. 2019. Of others. Press.",
      ],
    },
  },
  // IEEE reference guide: numbers in brackets, in the order of the text; places within them.
  ieee: {
    citations: {
      en: [
        "[1]",
        "[1], see [2, pp. 3–5]",
        "Yang and Li [1]",
        "Hu et al. [3, p. 3]",
        "[4]",
        "[2], [3]",
        "[4, Ch. 2] and others",
        "Nobody’s Report [5]",
      ],
      de: [
        "[1]",
        "[1], see [2, S. 3–5]",
        "Yang und Li [1]",
        "Hu et al. [3, S. 3]",
        "[4]",
        "[2], [3]",
        "[4, Kap. 2] and others",
        "Nobody’s report [5]",
      ],
    },
    references: {
      en: [
        "G. Yang and B. Li, Of others. Press, 2019.",
        "E. Hu, Y. Shen, and P. Wallis, “First thing,” Tests, vol. 3, pp. 1–9, 2021, doi: 10.1000/1.",
        "E. Hu, Y. Shen, and P. Wallis, “Second thing,” Tests, vol. 4, pp. 11–19, 2021.",
        "A. Roe, A book. Press, 2018.",
        "“Nobody’s report.” 2017.",
      ],
      de: [
        "G. Yang und B. Li, Of others. Press, 2019.",
        "E. Hu, Y. Shen, und P. Wallis, „First thing“, Tests, Bd. 3, S. 1–9, 2021, doi: 10.1000/1.",
        "E. Hu, Y. Shen, und P. Wallis, „Second thing“, Tests, Bd. 4, S. 11–19, 2021.",
        "A. Roe, A book. Press, 2018.",
        "„Nobody’s report“. 2017.",
      ],
    },
  },
  // Vancouver (NLM, Citing Medicine): numbers in the order of the text; no places in citations.
  vancouver: {
    citations: {
      en: [
        "(1)",
        "(1,see 2)",
        "Yang and Li (1)",
        "Hu et al. (3)",
        "(4)",
        "(2,3)",
        "(4 and others)",
        "Nobody’s Report (5)",
      ],
      de: [
        "(1)",
        "(1,see 2)",
        "Yang und Li (1)",
        "Hu et al. (3)",
        "(4)",
        "(2,3)",
        "(4 and others)",
        "Nobody’s report (5)",
      ],
    },
    references: { en: numbered, de: numbered },
  },
  // Nature: raised numbers.
  nature: {
    citations: {
      en: [
        "<sup>1</sup>",
        "<sup>1,see 2</sup>",
        "Yang and Li<sup>1</sup>",
        "Hu et al.<sup>3</sup>",
        "<sup>4</sup>",
        "<sup>2,3</sup>",
        "<sup>4 and others</sup>",
        "Nobody’s Report<sup>5</sup>",
      ],
      de: [
        "<sup>1</sup>",
        "<sup>1,see 2</sup>",
        "Yang und Li<sup>1</sup>",
        "Hu et al.<sup>3</sup>",
        "<sup>4</sup>",
        "<sup>2,3</sup>",
        "<sup>4 and others</sup>",
        "Nobody’s report<sup>5</sup>",
      ],
    },
    references: { en: numbered, de: numbered },
  },
  // ACM: numbers in brackets, by the alphabet.
  acm: {
    citations: {
      en: [
        "[4]",
        "[see 1:3–5, 4]",
        "Yang and Li [4]",
        "Hu et al. [2:3]",
        "[3]",
        "[1, 2]",
        "[3:2 and others]",
        "Nobody’s Report [5]",
      ],
      de: [
        "[4]",
        "[see 1:3–5, 4]",
        "Yang und Li [4]",
        "Hu et al. [2:3]",
        "[3]",
        "[1, 2]",
        "[3:2 and others]",
        "Nobody’s report [5]",
      ],
    },
    references: {
      en: ["Edward Hu", "Edward Hu", "Ann Roe", "Greg Yang", "2017"],
      de: ["Edward Hu", "Edward Hu", "Ann Roe", "Greg Yang", "2017"],
    },
  },
};
