import type { Entry } from "./entry.ts";

/**
 * Entries that stand for a kind of fault each: a title and an author in BibTeX, and what a reader sees of them. Other
 * fields are in `rest`.
 */
const rows: [
  title: string,
  shown: string | undefined,
  author: string,
  names: string | undefined,
  rest?: string,
][] = [
  // Characters, accents and commands
  [String.raw`{\^{}}18 and {\~{}}450 \textasciitilde{} x`, "^18 and ~450 ~ x", "Roe, Ann", "Ann Roe"],
  [String.raw`\euro{} 5, \S 4, \pounds 3, 20\degree`, "€ 5, §4, £3, 20°", "{\\relax Yu}. Roe", "Yu. Roe"],
  [
    String.raw`\SI{5}{\meter} and \num{1e5} and \ang{30}`,
    "5 m and 1 × 105 and 30°",
    " Ann Roe and Bo Li ",
    "Ann Roe; Bo Li",
  ],
  [
    String.raw`\foreignlanguage{german}{Über} \texorpdfstring{$a$}{a}-algebras`,
    "Über a-algebras",
    "Roe, Ann, and Li, Bo, and Kim, Cy",
    "Ann Roe; Bo Li; Cy Kim",
  ],
  [
    String.raw`Fran{\c}ois and his \unknowncommand{words}`,
    "François and his words",
    "Fran{\\c c}ois Roe",
    "François Roe",
  ],
  [String.raw`{\textbackslash}emph\{A\} study`, "A study", "Roe, Ann$^*$ and Bo Li*†", "Ann Roe; Bo Li"],
  [String.raw`$\Cal{B}$ and $\germ{sl}$ and \(\scr K\)`, undefined, "Roe, A. and Li, B.", "A. Roe; B. Li"],
  [
    String.raw`Nested $\mathop{\hbox{$\times$}}$ products`,
    undefined,
    "鈴木, 花子 and 王, 五",
    "鈴木花子; 王五",
  ],
  [
    String.raw`Roots $\sqrt[3]{x}$ and $\sqrt[n]{x+1}$`,
    undefined,
    "Roe, Ann JR. and Li, Bo JR",
    "Ann Roe, JR.; Bo Li, JR",
  ],
  [
    String.raw`Ions: \ce{SO4^2-} and \ce{H2O}`,
    "Ions: SO42− and H2O",
    "Barnes, Ann and {The Imaginary Collaboration}",
    "Ann Barnes; The Imaginary Collaboration",
  ],
  [
    String.raw`{\amp} or {\rsquo} or {\ndash} as entities`,
    "& or ’ or – as entities",
    "Ann Roe and Bo Li",
    "Ann Roe; Bo Li",
  ],
  [
    String.raw`Tie~after~tie, thin\,space, hy\-phen, it\/alic`,
    "Tie after tie, thin space, hyphen, italic",
    "Roe, Ann and others",
    "Ann Roe",
  ],
  [
    String.raw`{\it Old italics} and {\bf bold} and {\sc small caps}`,
    "Old italics and bold and small caps",
    "O'Neil, Ann",
    "Ann O'Neil",
  ],
  [
    String.raw`\emph{Drosophila}’s \textit{wing}’s growth`,
    "Drosophila’s wing’s growth",
    "{\\O}rsted, Ann",
    "Ann Ørsted",
  ],
  [
    String.raw`\'Etude, na\"{\i}ve, \v{C}apek, \H{o}, \k{a}, \u{g}, \r{a}, \d{s}, \.{z}`,
    "Étude, naïve, Čapek, ő, ą, ğ, å, ṣ, ż",
    String.raw`\v{C}apkov\'y, Tom\'a\v{s}`,
    "Tomáš Čapkový",
  ],
  [
    String.raw`\L{}\'od\'z, \O, \ss, \AE, \oe, \aa, \i, \l`,
    "Łódź, Ø, ß, Æ, œ, å, ı, ł",
    String.raw`Zmy\'slona, \L{}ucja`,
    "Łucja Zmyślona",
  ],
  [
    String.raw`Accents {\"{o}}, \"o, {\"o}, \"{o}, {\" o}`,
    "Accents ö, ö, ö, ö, ö",
    String.raw`{\"O}zr{\"u}k, {\c C}a{\u g}la`,
    "Çağla Özrük",
  ],
  [
    String.raw`Vietnamese: Nguy{\~{\^e}}n, \'{\^o}, \d{\^{e}}`,
    "Vietnamese: Nguyễn, ố, ệ",
    "Nguyễn, Văn An",
    "Văn An Nguyễn",
  ],
  // Markup of HTML, JATS and databases
  [
    "<p>Tags: CO<sub>2</sub>, <i>in vivo</i>, N&nbsp;= 5</p>",
    "Tags: CO2, in vivo, N = 5",
    "Roe, &Eacute;mile",
    "Émile Roe",
  ],
  [
    "MAGIC<sup>V</sup> <scp>caps</scp> <section>of a section</section> <mark>kept</mark>",
    "MAGICV caps of a section kept",
    "Roe, Ann",
    "Ann Roe",
  ],
  [
    '<ASTROBJ>NGC 99</ASTROBJ> has 3 &sun; and <SUB>low</SUB> <ASTROBJ type="x">M 9</ASTROBJ>',
    "NGC 99 has 3 ☉ and low M 9",
    "Roe, Ann",
    "Ann Roe",
  ],
  [
    "&lt;i&gt;Escaped&lt;/i&gt; &amp;amp; twice &amp;ndash; &#8220;quoted&#8221; &#x3b1;",
    "Escaped & twice – “quoted” α",
    "Roe, Ann",
    "Ann Roe",
  ],
  [
    "$<$i$>$Mendeley$<$/i$>$ and {\\textless}sub{\\textgreater}2{\\textless}/sub{\\textgreater} and $\\textless$b$\\textgreater$bold$\\textless$/b$\\textgreater$",
    "Mendeley and 2 and bold",
    "Roe, Ann",
    "Ann Roe",
  ],
  [
    '<jats:title>A title</jats:title> <jats:italic toggle="yes">kept</jats:italic> <mml:math><mml:mi>x</mml:mi></mml:math>',
    "A title kept x",
    "Roe, Ann",
    "Ann Roe",
  ],
  [
    '<bold>Bold</bold>, <italic>it</italic>, <sc>sc</sc>, <monospace>mono</monospace>, <ext-link>link</ext-link>, <named-content content-type="x">named</named-content>',
    "Bold, it, sc, mono, link, named",
    "Roe, Ann",
    "Ann Roe",
  ],
  ["p<0.05, a<b and c>d, 2<x<3, <10 and >5", "p<0.05, a<b and c>d, 2<x<3, <10 and >5", "Roe, Ann", "Ann Roe"],
  [
    "<title-group><article-title>Grouped</article-title><subtitle>Sub</subtitle></title-group>",
    undefined,
    "Roe, Ann",
    "Ann Roe",
  ],
  [
    "<font color='red'>Red</font> <span style=\"font-size: 12px\">big</span> <o:p></o:p><st1:place>Utopia</st1:place>",
    "Red big Utopia",
    "Roe, Ann",
    "Ann Roe",
  ],
  // Quotes and dashes
  [
    "”Word” and ``TeX'' and `single' and \"straight\"",
    '”Word” and “TeX” and ‘single’ and "straight"',
    "O’Madeup, Mary-ann",
    "Mary-ann O’Madeup",
  ],
  ["A---B--C-D – E — F", "A—B–C-D – E — F", "Smith-jones, Anne-marie", "Anne-marie Smith-jones"],
  ["It’s <i>x</i>’s and “<i>y</i>” and <i>“z”</i>", "It’s x’s and “y” and “z”", "Roe, Ann", "Ann Roe"],
  ["{{{Braces}} {in} {{braces}}} {A}n{O}d{D}one", "Braces in braces AnOdDone", "{Roe}, {Ann}", "Ann Roe"],
  // Names
  [
    "Names: a whole list in braces",
    "Names: a whole list in braces",
    "{Ann Roe and Bo Li}",
    "Ann Roe and Bo Li",
  ],
  ["Names: initials last", "Names: initials last", "ROE M. and LI B.", "M. ROE; B. LI"],
  [
    "Names: suffix in capitals",
    "Names: suffix in capitals",
    "Roe, JR., Ann and Bo Li JR",
    "Ann Roe, JR.; Bo Li, JR",
  ],
  ["Names: with a nickname", "Names: with a nickname", "Ann (Annie) Roe and Li, Bo (Bob)", undefined],
  [
    "Names: separated by commas",
    "Names: separated by commas",
    "Ann Roe, Bo Li, Cy Kim",
    "Ann Roe; Bo Li; Cy Kim",
  ],
  ["Names: separated by semicolons", "Names: separated by semicolons", "Roe, Ann; Li, Bo", "Ann Roe; Bo Li"],
  ["Names: separated by ampersands", "Names: separated by ampersands", "Ann Roe \\& Bo Li", "Ann Roe; Bo Li"],
  ["Names: et al.", "Names: et al.", "Roe, Ann and et al.", "Ann Roe"],
  [
    "Names: particles",
    "Names: particles",
    "al-Madeup, Muhammad and de' Medici, Ann and van der Verzonnen, Zoe",
    "Muhammad al-Madeup; Ann de' Medici; Zoe van der Verzonnen",
  ],
  // Other fields
  ["Macro in a journal", "Macro in a journal", "Roe, Ann", "Ann Roe", "journal = {\\aap\\ in press}"],
  ["Macro with a comma", "Macro with a comma", "Roe, Ann", "Ann Roe", "journal = {{\\apj}, submitted}"],
  [
    "Identifiers as they are pasted",
    "Identifiers as they are pasted",
    "Roe, Ann",
    "Ann Roe",
    "journal = {J}, issn = {ISSN: 1234-5679}, isbn = {ISBN-13: 978-0-306-40615-7}, doi = {DOI 10.1000/pasted}",
  ],
  [
    "Invalid identifiers",
    "Invalid identifiers",
    "Roe, Ann",
    "Ann Roe",
    "journal = {J}, issn = {1234-5678 (print)}, isbn = {n/a}",
  ],
  [
    "Links in a note",
    "Links in a note",
    "Roe, Ann",
    "Ann Roe",
    'journal = {J}, note = {See \\href{https://example.org/a_b}{the \\emph{page}} and <a href="https://example.org">more</a>; code: \\url{https://example.org/~roe/c_d}}',
  ],
  [
    "Empty fields",
    "Empty fields",
    "Roe, Ann",
    "Ann Roe",
    "journal = {}, volume = {{}}, number = {~}, pages = {--}, doi = {}, url = {}, note = {\\ }, publisher = {{ }}",
  ],
  [
    "Numbers in other forms",
    "Numbers in other forms",
    "Roe, Ann",
    "Ann Roe",
    "journal = {J}, volume = {Vol. 5}, number = {No. 3}, pages = {pp. 1 -- 10}",
  ],
  [
    "Ends with a full stop.",
    "Ends with a full stop.",
    "Roe, Ann",
    "Ann Roe",
    "journal = {J.}, note = {Note.}",
  ],
  [
    "Ends with a question?",
    "Ends with a question?",
    "Roe, Ann",
    "Ann Roe",
    "journal = {J}, publisher = {Roe \\& Co.}",
  ],
  [
    "No journal but a publisher",
    "No journal but a publisher",
    "Roe, Ann",
    "Ann Roe",
    "publisher = {{Li Press}}",
  ],
  ["Only a title", "Only a title", "", undefined],
];

/** One entry for each kind of fault. */
export const oddEntries = (): Entry[] =>
  rows.map(([title, shown, author, names, rest = "journal = {J. Odd.}"], index) => {
    const key = `odd-${index + 1}`;
    return {
      key,
      source: `@article{${key},\n  title = {${title}},\n  author = {${author}},\n  year = 2020,\n  ${rest}\n}\n`,
      title: shown,
      authors: names?.split("; "),
    };
  });

/** Works whose readers see braces or a backslash, as their authors mean them. */
export const syntaxEntries = (): Entry[] =>
  [
    [String.raw`The backslash (\textbackslash) in file names`, "The backslash (\\) in file names"],
    [String.raw`Functions into \{0, 1\} and back`, "Functions into {0, 1} and back"],
    [String.raw`Maps into $\{0,1\}^n$`, "Maps into {0,1}ⁿ"],
    [String.raw`The {\textless}canvas{\textgreater} element`, "The <canvas> element"],
  ].map(([title, shown], index) => ({
    key: `syntax-${index + 1}`,
    source: `@misc{syntax-${index + 1},\n  title = {${title}},\n  author = {Roe, Ann},\n  year = 2021\n}\n`,
    title: shown,
    authors: ["Ann Roe"],
  }));

/** What readers see of these that looks like syntax left over. */
export const meantSyntax: readonly string[] = ["(\\)", "{0, 1}", "{0,1}", "<canvas>"];
