/** What an entry of a bibliography gives in each output. Texts are without markup. */
export interface Fault {
  /** What is odd about it. */
  what: string;
  /** The entry; its key is `key` with the number of the row. */
  entry: string;
  title?: string;
  /** The names, family name first. */
  authors?: string[];
  /** Texts in its references. */
  reference?: string[];
  /** Addresses that its page links. */
  links?: string[];
  /** Texts on its page. */
  page?: string[];
  /** What is in no output. */
  nowhere?: string[];
}

const entry = (fields: string, type = "article"): string =>
  `@${type}{KEY, ${/\btitle\s*=/.test(fields) ? "" : "title = {A title}, "}${/\bauthor\s*=/.test(fields) ? "" : "author = {Roe, Ann}, "}${/\b(year|date)\s*=/.test(fields) ? "" : "year = 2020, "}${fields}}`;

/** The kinds of faults that real bibliographies show, with what is wanted of each. */
export const faults: readonly Fault[] = [
  {
    what: "1 true and months without braces",
    entry: entry("selected = true, month = June, journal = {J}"),
    reference: ["2020"],
  },
  {
    what: "1 pages and words without braces",
    entry: entry("pages = 1-2, rating = high, journal = {J}"),
    reference: ["1–2"],
  },
  {
    what: "3a hyphens and particles",
    entry: entry("author = {Anne-marie Roe and Jin-ho Lee and Omar al-Khwarizmi}"),
    authors: ["Roe, Anne-marie", "Lee, Jin-ho", "al-Khwarizmi, Omar"],
  },
  {
    what: "3b commas before and",
    entry: entry("author = {Roe, Ann, and Li, Bo, and Kim, Cy}"),
    authors: ["Roe, Ann", "Li, Bo", "Kim, Cy"],
  },
  {
    what: "3c space around names",
    entry: entry("author = {\n Ann Roe and\n Bo Li\n}"),
    authors: ["Roe, Ann", "Li, Bo"],
  },
  {
    what: "3d Han names",
    entry: entry("author = {鈴木, 花子 and 王, 五}"),
    authors: ["鈴木, 花子", "王, 五"],
    reference: ["鈴木花子"],
  },
  {
    what: "3e spacing, marks and numbers",
    entry: entry(
      String.raw`author = {de'\hspace{0pt} Medici, Lea and Roe, Ann$^*$ and Bo Li 0002 and et al.}`,
    ),
    authors: ["de' Medici, Lea", "Roe, Ann", "Li, Bo"],
    nowhere: ["0pt", "0002"],
  },
  { what: "4 a year in a text", entry: entry("year = {To appear in 2024}"), reference: ["2024"] },
  { what: "4 a year with a letter", entry: entry("year = {2020a}"), reference: ["2020"] },
  { what: "4 under submission", entry: entry("year = {Under submission}"), page: ["Under submission"] },
  {
    what: "5 escapes in URLs",
    entry: entry("url = {https://example.org/10.1000%2Fxyz?q=a\\%2Bb}"),
    links: ["https://example.org/10.1000%2Fxyz?q=a%2Bb"],
    nowhere: ["%252F", "%252B"],
  },
  {
    what: "6 a journal as a macro",
    entry: entry("journal = {\\mnras}"),
    reference: ["Monthly Notices of the Royal Astronomical Society"],
  },
  {
    what: "8 names with commas only",
    entry: entry("author = {Ann Roe, Bo Li, Cy Kim, Di Ito}"),
    authors: ["Roe, Ann", "Li, Bo", "Kim, Cy", "Ito, Di"],
  },
  {
    what: "8 names with semicolons",
    entry: entry("author = {Ann Roe; Bo Li}"),
    authors: ["Roe, Ann", "Li, Bo"],
  },
  { what: "8 names with &", entry: entry("author = {Ann Roe \\& Bo Li}"), authors: ["Roe, Ann", "Li, Bo"] },
  {
    what: "8b odd commands",
    entry: entry(String.raw`title = {By Fran{\c}ois, $a\mathop{\hbox{$\times$}}b$}`),
    page: ["ois"],
  },
  {
    what: "9 HTML and entities",
    entry: entry("title = {A &amp; B with CO<sub>2</sub>}, abstract = {<p>N&nbsp;= 5</p>}"),
    title: "A & B with CO2",
    page: ["N = 5"],
    nowhere: ["&amp;amp;", "&lt;sub", "&lt;p&gt;"],
  },
  {
    what: "10 a DOI as an address",
    entry: entry("doi = {http://doi.acm.org/10.1145/1.2}"),
    links: ["https://doi.org/10.1145/1.2"],
    nowhere: ["doi.acm.org"],
  },
  {
    what: "10 a DOI with its name",
    entry: entry("doi = {DOI 10.1000/abc}"),
    links: ["https://doi.org/10.1000/abc"],
  },
  {
    what: "11 several URLs",
    entry: entry("url = {https://example.org/a https://example.org/b}"),
    links: ["https://example.org/a", "https://example.org/b"],
    nowhere: ["%20"],
  },
  {
    what: "12 a URL without a scheme",
    entry: entry("url = {www.example.org/x}"),
    links: ["https://www.example.org/x"],
  },
  {
    what: "12 code without a scheme",
    entry: entry("code = {github.com/roe/code}"),
    links: ["https://github.com/roe/code"],
  },
  {
    what: "13 circumflex and tilde",
    entry: entry(String.raw`title = {10\^{}18 and \~{}450}`),
    title: "10^18 and ~450",
  },
  { what: "14 a raised mark", entry: entry(String.raw`title = {A note\({}^{\mbox{1}}\)}`), page: ["A note"] },
  {
    what: "14 units and languages",
    entry: entry(
      String.raw`title = {At \SI{5}{\meter}, \foreignlanguage{german}{Über} \texorpdfstring{a}{b} 5 \euro{}}`,
    ),
    page: ["Über"],
    nowhere: ["foreignlanguage", "texorpdf"],
  },
  { what: "15 a crossref to nothing", entry: entry("crossref = {nothing}", "inproceedings") },
  {
    what: "16 series without volume",
    entry: entry("journal = {J}, series = {3rd ser.}, pages = {1--20}"),
    nowhere: [", ,"],
  },
  {
    what: "16 an article number",
    entry: entry("journal = {J}, volume = 5, articleno = {107}"),
    reference: ["107"],
  },
  {
    what: "16 inbook",
    entry: entry("chapter = {3}, publisher = {Press}, pages = {1--20}", "inbook"),
    nowhere: ["In , 1"],
  },
  {
    what: "17 pubstate",
    entry: entry("journal = {J}, pubstate = {inpress}"),
    reference: ["press"],
    nowhere: ["Inpress"],
  },
  {
    what: "17 a title with a full stop",
    entry: entry("title = {It ends.}, journal = {J}"),
    nowhere: [".,”", ".."],
  },
  {
    what: "17 pages with colons",
    entry: entry("journal = {J}, pages = {88:1----88:4}"),
    reference: ["88:1–88:4"],
    nowhere: ["----"],
  },
  {
    what: "18 arXiv as a volume",
    entry: entry("journal = {CoRR}, volume = {abs/2001.01234}"),
    links: ["https://arxiv.org/abs/2001.01234"],
  },
  {
    what: "18 arXiv as an address",
    entry: entry("eprint = {https://arxiv.org/abs/2001.01235}", "misc"),
    links: ["https://arxiv.org/abs/2001.01235"],
  },
  {
    what: "18 a link in a note",
    entry: entry(String.raw`note = {See \href{https://example.org/n}{the notes}}`),
    page: ["the notes"],
    nowhere: ["\\href"],
  },
  {
    what: "19 private fields",
    entry: entry(
      "file = {C:\\\\Users\\\\hidden\\\\x.pdf}, owner = {hidden}, mendeley-groups = {hidden}, bdsk-file-1 = {hidden}, keywords = {kept}",
    ),
    nowhere: ["hidden"],
  },
  {
    what: "marks of a reference manager among the keywords",
    entry: entry(
      String.raw`journal = {J}, keywords = {\#nosource, looms, _unread, /read, ⛔ No DOI found, C\#, .NET}`,
    ),
    page: ["looms", ".NET"],
    nowhere: ["nosource", "_unread", "/read,", "⛔"],
  },
  {
    what: "21 notes",
    entry: entry("annotation = {Equal contribution}, note = {Best paper}, additional_info = {Extended}"),
    page: ["Equal contribution", "Best paper", "Extended"],
  },
];
