/** How a command with arguments is shown. */
export interface CommandShape {
  /** How many arguments in braces it has. */
  count: number;
  /** Which of them is shown, from 1; 0 for none. */
  shown: number;
  /** Whether the one that is shown is a URL or a file name, in which LaTeX's characters have no meaning. */
  isVerbatim?: boolean;
}

const shape = (names: string, count: number, shown: number, more: Partial<CommandShape> = {}) =>
  names.split(" ").map((name): [string, CommandShape] => [name, { count, shown, ...more }]);

/** The commands whose arguments are shown as they are, or left out. Arguments in brackets are left out. */
export const commandShapes: ReadonlyMap<string, CommandShape> = new Map([
  ...shape(
    "footnote footnotetext thanks index label ref eqref pageref autoref cref Cref cite citep citet citealt citealp citeauthor citeyear parencite textcite autocite nocite noopsort sortnoop noop NOOP SortNoop nosort selectlanguage color pagecolor hspace vspace phantom hphantom vphantom includegraphics footnotemark ding marginpar todo tnotetext tnoteref fnref corref input include usepackage bibliographystyle pagestyle thispagestyle addtocounter pdfbookmark hyphenation hypersetup tag setlength stepcounter",
    1,
    0,
  ),
  // As the tree has the start of an environment
  ...["tabular", "minipage", "multicols", "list"].flatMap((name) => shape(`begin-${name}`, 1, 0)),
  ...["CJK", "CJK*", "tabular*"].flatMap((name) => shape(`begin-${name}`, 2, 0)),
  ...shape("setcounter addtolength fontsize", 2, 0),
  ...shape(
    "textrm textup textnormal textsf texttt textmd textlf textsw mbox hbox vbox text fbox makebox framebox mathrm mathsf mathtt mathnormal mathcal mathscr mathfrak mathbb operatorname underline uline uuline sout st hl ul overline bibnamefont bibfnamefont bibnamesfont natexlab NatexLab bibsection tnote ensuremath raise lower mathop mathord mathrel mathbin mathclose mathopen ensuretext textlatin textgreek textcyrillic textenglish textgerman textfrench textspanish textitalian textrussian texthebrew textarabic foreign latintext accessdate bibstring citenamefont bibinfonumber eprintfont smash acs ac acf acl acp gls Gls glspl acrshort acrlong acrfull",
    1,
    1,
  ),
  ...shape("url path nolinkurl burl file filename textpath", 1, 1, { isVerbatim: true }),
  ...shape(
    "href href@noop hyperlink hypertarget bibinfo textcolor colorbox foreignlanguage foreigntextquote textlang raisebox parbox scalebox rotatebox Eprint bibfield adjustbox",
    2,
    2,
  ),
  ...shape("texorpdfstring tooltip pdftooltip ruby", 2, 1),
  ...shape("resizebox fcolorbox multicolumn discretionary", 3, 3),
]);

/** Commands that define others: with their definition they are left out. */
export const definitions = new Set(
  "newcommand renewcommand providecommand DeclareRobustCommand DeclareMathOperator newenvironment renewenvironment def gdef edef xdef let NewDocumentCommand".split(
    " ",
  ),
);
