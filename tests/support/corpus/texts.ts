/** Titles of made-up works, in the markup of marked-text.ts. */
export const titles: readonly string[] = [
  "Growth of [i:Fictomyces roei] on CO[sub:2] at 5 °C & 30 % humidity",
  "A lower bound of [m:O(n^2)] for sorting [k:DNA] strands",
  "[q:Nobody reads this]: On titles – and subtitles",
  "Measuring Na[sup:+] flux in the kidney’s cells",
  "Über die Größe der Straßen in Łódź",
  "Is P ≠ NP? A survey of 1,000 answers",
  "The [k:ROE] of the 21[sup:st] century: a user’s guide",
  "Costs of $5 and more: prices in the C# market",
  "On [m:\\alpha]-stable processes and [m:\\mathbb{R}^d]-valued noise",
  "Étude d’un système à retard : l’œuvre de Roe",
  "x < 5 or y > 7? Thresholds in practice",
  "100% of users_with_underscores prefer ~50 ms",
  "Zur Theorie der „schönen“ Künste — ein Überblick",
  "Why [m:\\sqrt{2}] is irrational: 17 proofs",
  "Tính toán phân tán trên đồ thị lớn",
  "分布式系统中的一致性算法",
  "Оценка погрешности методов Монте-Карло",
  "نظرية الأعداد وتطبيقاتها",
  "The [i:in vitro] effect of TGF-β on αvβ3",
  "R&D in the South: 10 years after",
  "¿Qué es el tiempo? Una introducción",
  "State of the art… and beyond",
  "[k:ABLE] vs. [k:CAIN]: who’s who [k:in] 2020?",
  "Search for [m:B^0_s \\to \\mu^+\\mu^-] decays at [m:\\sqrt{s}=13] TeV",
  "Isotope ratios of [sup:14]C and [sup:18]O in 2 × 10[sup:3] samples",
  "Ἀνάλυσις and synthesis: Greek proofs revisited",
  "Naïve methods, random–regular graphs and Fröbel’s gifts",
  "Čapkový’s [k:Quintet No. 2]: an analysis",
  "機械学習による画像の分類",
  "한국어 문장의 구조",
  "Ocean temperatures 1982/83: El Niño’s return",
  "Learning to learn [k:(L2L)] in 3-D",
  "A. B. C. of N. N.: notes",
  "Quantum “spin” of [m:{}^{3}\\mathrm{He}]",
  "Yields of Σ[sub:i] and Δ[sub:j] ± 2 % in winter",
  "Sømme’s æsthetics and the Ångqvist school",
];

/** Titles whose reader sees a backslash or braces, as their authors mean it. */
export const titlesWithSyntax: readonly string[] = [
  "The backslash (\\) in file names",
  "Functions into {0, 1} and back",
];

/** Titles of made-up journals. */
export const journals: readonly string[] = [
  "Annals of Imaginary Results",
  "Journal of Roe & Li Studies",
  "Zeitschrift für erdachte Physik",
  "Revue d’études fictives",
  "Acta Fictitia: Series B",
  "The Made-Up Letters",
  "Вестник вымышленных наук",
  "Tạp chí Khoa học Giả định",
];

/** Titles of made-up conferences. */
export const conferences: readonly string[] = [
  "Proceedings of the 12th Conference on Nothing in Particular",
  "Advances in Invented Processing Systems 33",
  "2021 Symposium on Imaginary Software & Systems (SISS)",
  "Proc. of the ACME Workshop “Paper Tigers”",
];

/** Abstracts in the same markup. */
export const abstracts: readonly string[] = [
  "We show that [i:nothing] follows from p < 0.05 & n = 5; the rest is noise – mostly.",
  "Let [m:G=(V,E)] be a graph with |V| = n. We find [m:\\Theta(n\\log n)] colourings, and ask “why?”.",
  "H[sub:2]O and CO[sub:2] were mixed at 25 °C. Background: none. Results: 50 % of all samples dried.",
  "Nous décrivons l’état de l’art; il n’y en a pas. Coûts : 10 $ par mètre.",
  "A user’s view of 10[sup:6] events, in a [k:ROE] of its own.",
];

export const publishers: readonly string[] = ["Roe & Sons", "Éditions de l’Île", "Li Press", "Verlag Grün"];

export const keywords: readonly string[] = ["graphs", "R&D", "théorie des jeux", "naïve methods", "ice"];

/** A name: given names, particle, family name and suffix. */
export type Name = readonly [given: string, particle: string, family: string, suffix: string];

/** Names of nobody. */
export const people: readonly Name[] = [
  ["Ann", "", "Roe", ""],
  ["Bo", "", "Li", ""],
  ["Çağla", "", "Özrük", ""],
  ["Jean-Luc", "de", "Fictif", ""],
  ["Łucja", "", "Zmyślona", ""],
  ["Martin Q.", "", "Kingmade", "Jr."],
  ["Søren", "", "Ångqvist", ""],
  ["José Inés", "", "Pérez Niñero", ""],
  ["Mary-ann", "", "O’Madeup", ""],
  ["Zoë", "van der", "Verzonnen", ""],
  ["Dũng", "", "Nguyễnov", ""],
  ["Иван Петрович", "", "Вымыслов", ""],
  ["花子", "", "架空", ""],
  ["أمين", "", "الخيالي", ""],
  ["Ştefan", "", "Închipuit", ""],
  ["Tomáš", "", "Čapkový", ""],
  ["Renée", "", "L’Imaginaire", ""],
  ["R.", "", "Röe", "III"],
];
