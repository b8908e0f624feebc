import { parse } from "@retorquere/bibtex-parser";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readBibtex } from "../../plugin/publications/bibtex/parse.ts";
import { formulaSource, plainTex, richText, verbatim } from "../../plugin/publications/bibtex/tex/index.ts";
import { isRenderable, mathMarkup, mathText } from "../../plugin/publications/csl/math-text.ts";
import { closeBracket, htmlText, openBracket, plainText } from "../../plugin/publications/csl/rich-text.ts";
import { processorTime } from "../support/processor-time.ts";
import { anyText, holds, textOf } from "../support/properties.ts";

const test = suite("LaTeX in the fields of a .bib file");
const tex = String.raw;

/** The text of a value, with formulas between `⟦⟧`, brackets as `‹›` and short tags. */
function shown(source: string, isTitle = false): string {
  const formulas: string[] = [];
  const { text } = richText(source, formulas, { isTitle });
  return text
    .replaceAll('<span style="font-variant: small-caps;">', "<sc>")
    .replaceAll(openBracket, "‹")
    .replaceAll(closeBracket, "›")
    .replace(/[\uE100-\uF8FF]/g, (character) => `⟦${formulas[character.charCodeAt(0) - 0xe100]}⟧`);
}

/** Tests that each value has its text. */
function table(name: string, cases: readonly (readonly [source: string, text: string])[]): void {
  test(name, () => {
    for (const [source, text] of cases) assert.is(shown(source), text, `${source}: ${shown(source)}`);
  });
}

table("styles", [
  [tex`\emph{a}`, "<i>a</i>"],
  [tex`\textit{a}`, "<i>a</i>"],
  [tex`\textsl{a}`, "<i>a</i>"],
  [tex`\mkbibemph{a}`, "<i>a</i>"],
  [tex`{\it a}`, "<i>a</i>"],
  [tex`{\em a}`, "<i>a</i>"],
  [tex`{\itshape a} b`, "<i>a</i> b"],
  [tex`{\sl a}`, "<i>a</i>"],
  [tex`{\em E. coli}: a`, "<i>E. coli</i>: a"],
  [tex`{\it a\/} b`, "<i>a</i> b"],
  [tex`a \it b`, "a <i>b</i>"],
  [tex`{\it a \rm b}`, "<i>a </i>b"],
  [tex`{\it a {\bf b} c}`, "<i>a <b>b</b> c</i>"],
  [tex`{\bf\it a}`, "<b><i>a</i></b>"],
  [tex`{\it\it a}`, "<i>a</i>"],
  [tex`\textbf{a}`, "<b>a</b>"],
  [tex`{\bfseries a}`, "<b>a</b>"],
  [tex`\textsc{Abc}`, "<sc>Abc</span>"],
  [tex`{\sc Abc}`, "<sc>Abc</span>"],
  [tex`\textsuperscript{2}`, "<sup>2</sup>"],
  [tex`1\up{er}`, "1<sup>er</sup>"],
  [tex`a\sp{b}`, "a<sup>b</sup>"],
  [tex`a\textsubscript{b}`, "a<sub>b</sub>"],
  [tex`a\sb{b}`, "a<sub>b</sub>"],
  [tex`\texttt{a}\textrm{b}\textup{c}\textnormal{d}`, "abcd"],
  [tex`\mbox{a b}\hbox{c}\text{d}`, "a bcd"],
  [tex`{\tt a}`, "a"],
  [tex`\emph{}b`, "b"],
  [tex`\emph x y`, "<i>x</i> y"],
  [tex`\emph{a \emph{b}}`, "<i>a <i>b</i></i>"],
  [tex`\emph {a}`, "<i>a</i>"],
  [tex`\underline{a}`, "a"],
  [tex`\uppercase{abc}`, "ABC"],
  [tex`\MakeUppercase{stra\ss e}`, "STRASSE"],
  [tex`\lowercase{\emph{ABC}}`, "<i>abc</i>"],
  [tex`\MakeUppercase{\textsc{a}}`, "<sc>A</span>"],
]);

table("accents", [
  ...[tex`\'e`, tex`\'{e}`, tex`{\'e}`, tex`{\'{e}}`, tex`\' e`, tex`{\' {e}}`, tex`{{\'e}}`, tex`{\'}e`].map(
    (each) => [each, "é"] as const,
  ),
  ...[tex`\'\i`, tex`\'{\i}`, tex`{\'\i}`, tex`{\'{\i}}`, tex`\'i`, tex`\'{i}`, tex`\'\i{}`].map(
    (each) => [each, "í"] as const,
  ),
  [tex`\"{\i}`, "ï"],
  [tex`\^\j`, "ĵ"],
  [tex`\v{c}`, "č"],
  [tex`\v c`, "č"],
  [tex`{\v c}`, "č"],
  [tex`{\v{S}}koda`, "Škoda"],
  [tex`\c{c}`, "ç"],
  [tex`{\c c}`, "ç"],
  [tex`\c{S}i\c{s}li`, "Şişli"],
  [tex`\u{g}`, "ğ"],
  [tex`\H{o}`, "ő"],
  [tex`\k{a}`, "ą"],
  [tex`\r{a}`, "å"],
  [tex`\.{z}`, "ż"],
  [tex`\.I`, "İ"],
  [tex`\.{i}`, "i"],
  [tex`\d{s}`, "ṣ"],
  [tex`\b{b}`, "ḇ"],
  [tex`\t{oo}`, "o͡o"],
  [tex`\=a`, "ā"],
  [tex`\~n`, "ñ"],
  ["\\`a", "à"],
  [tex`\"ouch`, "öuch"],
  [tex`\"{ou}`, "öu"],
  [tex`\G{a}`, "ȁ"],
  [tex`\f{a}`, "ȃ"],
  [tex`\U{a}`, "a̎"],
  [tex`\h{a}`, "ả"],
  [tex`\textcommabelow{s}`, "ș"],
  [tex`\hat{a}\bar x\tilde n`, "âx̄ñ"],
  [tex`\'{\^e}`, "ế"],
  [tex`\d{\^e}`, "ệ"],
  [tex`\^{\d e}`, "ệ"],
  [tex`Nguy\~{\^e}n`, "Nguyễn"],
  [tex`\'{\ae}`, "ǽ"],
  [tex`\'{\o}`, "ǿ"],
  [tex`\r{\a}`, ""],
  [tex`\"\emph{u}`, "<i>ü</i>"],
  [tex`\'{\emph{e}}`, "<i>é</i>"],
  [tex`M{\"}uller`, "Müller"],
  [tex`{\^{}}18`, "^18"],
  [tex`\^{}2`, "^2"],
  [tex`{\^}2`, "^2"],
  [tex`{\~{}}450`, "~450"],
  [tex`\~{}a`, "~a"],
  [tex`http://x/\~{}a`, "http://x/~a"],
  [tex`\'{}`, "'"],
  [tex`\={}`, ""],
  [tex`Fran{\c}ois`, "François"],
  [tex`a\'`, "a'"],
  [tex`\'1`, "'1"],
  [tex`G{\"o}del`, "Gödel"],
  [tex`Erd{\H{o}}s`, "Erdős"],
  [tex`{\'E}mile`, "Émile"],
  [tex`Mart{\'\i}nez`, "Martínez"],
  [tex`{\L}ukasiewicz`, "Łukasiewicz"],
  ["e\u0301", "é"],
]);

table("characters", [
  [tex`\ss \o re`, "ßøre"],
  [tex`{\o}re`, "øre"],
  [tex`\o{}re`, "øre"],
  [tex`S{\o}ren \O{}`, "Søren Ø"],
  [tex`\l\L\ae\AE\oe\OE\aa\AA`, "łŁæÆœŒåÅ"],
  [tex`{\i}{\j}`, "ıȷ"],
  [tex`\dh\DH\th\TH\dj\DJ\ng`, "ðÐþÞđĐŋ"],
  [tex`\& \% \$ \# \_`, "& % $ # _"],
  [tex`\{a\}`, "{a}"],
  [tex`a\textbackslash{}b`, "a\\b"],
  [tex`\textasciitilde{}x`, "~x"],
  [tex`\textasciicircum 2`, "^2"],
  [tex`\textdollar5`, "$5"],
  [tex`a\textunderscore b`, "a_b"],
  [tex`\textquotesingle\textquoteleft a\textquoteright`, "'‘a’"],
  [tex`\ldots{} \dots`, "… …"],
  [tex`\textellipsis`, "…"],
  [tex`\S 1 \P{} \dag`, "§1 ¶ †"],
  [tex`\copyright{} \textregistered{} \texttrademark`, "© ® ™"],
  [tex`\pounds 5 \euro{}5 \texteuro`, "£5 €5 €"],
  [tex`5\textdegree{}C 5\degree`, "5°C 5°"],
  [tex`5 \textmu m`, "5 µm"],
  ["``a''", "“a”"],
  ["`a' b", "‘a’ b"],
  ["don't `Abd", "don't `Abd"],
  ["the 1990's and `it's' too", "the 1990's and ‘it's’ too"],
  [",,a``", "„a“"],
  ["a,, b", "a,, b"],
  [tex`\glqq{}a\grqq`, "„a“"],
  [tex`\enquote{a \enquote{b}}`, "“a ‘b’”"],
  ["<<a>>", "«a»"],
  ["a << b", "a ‹‹ b"],
  ["1--2 a---b", "1–2 a—b"],
  ["a-b", "a-b"],
  ["Fig.~1", "Fig. 1"],
  ["http://x/~a", "http://x/~a"],
  ["?`Qu\\'e?", "¿Qué?"],
  [tex`a\,b\;c\:d\ e`, "a b c d e"],
  [tex`a\!b\-c\/d\@.`, "abcd."],
  [tex`a\\b\\[2pt]c\\*d`, "a b c d"],
  [tex`a\newline b\linebreak c\par d`, "a b c d"],
  [tex`a\hfill{}b`, "a b"],
  [tex`a\allowbreak b\nobreak{}c`, "abc"],
  [tex`\noindent a\protect\relax\null`, "a"],
  [tex`\LaTeX{} is`, "LaTeX is"],
  [tex`{\TeX}book`, "TeXbook"],
  [tex`\Alpha\alpha-helix`, "Αα-helix"],
  [tex`a $\times$ b \times{} c`, "a ⟦\\times⟧ b × c"],
  [tex`\pm 5 \rightarrow \leq`, "±5 →≤"],
  [tex`\char"E9 \char233`, "éé"],
  [tex`\char0`, ""],
  [tex`\ohorn\uhorn`, "ơư"],
  [tex`x^2 and a_b`, "x^2 and a_b"],
  ["50% of #1", "50% of #1"],
]);

table("lengths", [
  [tex`de'\hspace{0pt} Medici`, "de' Medici"],
  [tex`a\hspace*{1em}b`, "ab"],
  [tex`a\vspace{1ex} b`, "a b"],
  [tex`a\hskip1pt b`, "ab"],
  [tex`a\hskip 1pt plus 2pt minus 1pt b`, "ab"],
  [tex`a\kern-.1em b`, "ab"],
  [tex`a\kern .5 em{}b`, "ab"],
  [tex`a\penalty0 b\penalty-100 c`, "abc"],
  [tex`\raise.5ex\hbox{a}`, "a"],
  [tex`\raisebox{2pt}{a}`, "a"],
  [tex`\fontsize{1}{2}\selectfont a`, "a"],
]);

table("commands with arguments", [
  [tex`\href{http://x.example/a_b}{text}`, "text"],
  [tex`\href@noop{}{text}`, "text"],
  [tex`\url{http://x.example/~a_b%20}`, "http://x.example/~a_b%20"],
  [tex`\path{a_b}`, "a_b"],
  [tex`\texorpdfstring{a}{b}`, "a"],
  [tex`\texorpdfstring{$x$}{b}`, "⟦x⟧"],
  [tex`\foreignlanguage{german}{Über}`, "Über"],
  [tex`\selectlanguage{german} Über`, "Über"],
  [tex`\textcolor{red}{a} {\color{blue} b}`, "a b"],
  [tex`\textcolor[rgb]{1,0,0}{a}`, "a"],
  [tex`a\footnote{b}\thanks{c}\index{d}\label{e} f`, "a f"],
  [tex`a~\cite{b}`, "a"],
  [tex`a~\cite[p.~1]{b} c`, "a c"],
  [tex`{\noopsort{a}}b`, "b"],
  [tex`\bibinfo{title}{a} \bibnamefont{b} \bibfnamefont{c}`, "a b c"],
  [tex`2001\natexlab{a}`, "2001a"],
  [tex`\Eprint{http://x.example}{a}`, "a"],
  [tex`\verb|a_b\c|`, "a_b\\c"],
  [tex`\verb+a b+ c`, "a b c"],
  [tex`\begin{itemize}\item a \item b\end{itemize}`, "a b"],
  [tex`\begin{CJK}{UTF8}{gbsn}你好\end{CJK}`, "你好"],
  [tex`\begin{tabular}{cc}a & b\end{tabular}`, "a & b"],
  [tex`\newcommand{\x}[1]{y #1}a`, "a"],
  [tex`\newcommand\x{y}a`, "a"],
  [tex`\def\x#1{y}a`, "a"],
  [tex`\let\x=ya`, "a"],
  [tex`\includegraphics[width=1cm]{a.png}b`, "b"],
  [tex`\parbox{1cm}{a}`, "a"],
  [tex`\resizebox{1cm}{!}{a}`, "a"],
  [tex`\frac{1}{2} \sqrt{2}`, "1/2 √2"],
  [tex`\mathrm{AC} \mathbf{x}`, "AC <b>x</b>"],
  [tex`\SI{5}{\meter}`, "5 m"],
  [tex`\SI{5}{m}`, "5 m"],
  [tex`\qty{10}{\kilo\meter\per\hour}`, "10 km h<sup>−1</sup>"],
  [tex`\SI[mode=text]{5}{\micro\metre\squared}`, "5 µm<sup>2</sup>"],
  [tex`\SI{5}{m.s^{-1}}`, "5 m s<sup>−1</sup>"],
  [tex`\si{\square\centi\meter}`, "cm<sup>2</sup>"],
  [tex`\si{\meter\tothe{4}}`, "m<sup>4</sup>"],
  [tex`\SIrange{1}{2}{\GeV}`, "1–2 GeV"],
  [tex`\num{1e-5}`, "1 × 10<sup>−5</sup>"],
  [tex`\num{1 \pm 2}`, "1 ± 2"],
  [tex`\ang{45} \ang{1;2;3}`, "45° 1°2′3″"],
  [tex`\ce{H2O}`, "H<sub>2</sub>O"],
  [tex`\ce{SO4^2-} \ce{Na+}`, "SO<sub>4</sub><sup>2−</sup> Na<sup>+</sup>"],
  [tex`\ce{Ca(OH)2}`, "Ca(OH)<sub>2</sub>"],
  [tex`\ce{2H2 + O2 -> 2H2O}`, "2H<sub>2</sub> + O<sub>2</sub> → 2H<sub>2</sub>O"],
  [tex`\ce{^{13}C}`, "<sup>13</sup>C"],
  [tex`\isotope[13]{C}`, "<sup>13</sup>C"],
  [tex`\ion{Fe}{ii}`, "Fe II"],
]);

table("journals of astronomy", [
  [tex`\mnras`, "Monthly Notices of the Royal Astronomical Society"],
  [tex`{\mnras}`, "Monthly Notices of the Royal Astronomical Society"],
  [tex`{\apj}`, "The Astrophysical Journal"],
  [tex`\apjl, `, "The Astrophysical Journal Letters,"],
  [tex`\apjs`, "The Astrophysical Journal Supplement Series"],
  [tex`\aj`, "The Astronomical Journal"],
  [tex`\aap{}`, "Astronomy and Astrophysics"],
  [tex`\araa`, "Annual Review of Astronomy and Astrophysics"],
  [tex`\pasp`, "Publications of the Astronomical Society of the Pacific"],
  [tex`\prd`, "Physical Review D"],
  [tex`\prl`, "Physical Review Letters"],
  [tex`\nat`, "Nature"],
  [tex`\jcap`, "Journal of Cosmology and Astroparticle Physics"],
  [tex`\icarus`, "Icarus"],
  [tex`\solphys`, "Solar Physics"],
  [tex`\memsai`, "Memorie della Società Astronomica Italiana"],
]);

table("formulas", [
  ["$x^2$", "⟦x^2⟧"],
  ["$$x$$", "⟦x⟧"],
  [tex`\(x\)`, "⟦x⟧"],
  [tex`\[x\]`, "⟦x⟧"],
  [tex`\ensuremath{x_{1}}`, "⟦x_{1}⟧"],
  [tex`\begin{math}x\end{math}`, "⟦x⟧"],
  [tex`\begin{equation*}x\end{equation*}`, "⟦x⟧"],
  ["$a$$b$", "⟦a⟧⟦b⟧"],
  ["$a{$b$}$", "⟦a{b}⟧"],
  [tex`$\mbox{$x$}$`, tex`⟦\text{$x$}⟧`],
  [tex`$\{x\}$`, tex`⟦\{x\}⟧`],
  [tex`$5\$$`, tex`⟦5\$⟧`],
  ["one $ sign", "one $ sign"],
  ["$", "$"],
  ["{$}5", "$5"],
  [tex`\$5 and \$6`, "$5 and $6"],
  ["from $5 to $10", "from $5 to $10"],
  ["from $5 to $10 by $x$", "from $5 to $10 by ⟦x⟧"],
  ["H$_2$O", "H⟦_2⟧O"],
  [tex`\({}^{\mbox{1}}\)`, tex`⟦{}^{\text{1}}⟧`],
  [tex`$\Cal{B}$`, tex`⟦\mathcal{B}⟧`],
  [tex`$\germ{sl}$`, tex`⟦\mathfrak{sl}⟧`],
  [tex`$\scr K$`, tex`⟦\mathscr K⟧`],
  ["$50%$", tex`⟦50\%⟧`],
  ["$a&lt;b$", "⟦a<b⟧"],
  ["$a<b$ and $c>d$", "⟦a<b⟧ and ⟦c>d⟧"],
  [tex`{\textdollar}{\textbackslash}mathrm\{AC\}{\textdollar}`, tex`⟦\mathrm{AC}⟧`],
  ["$x^$", "x^"],
  [tex`$\nosuchthing{a}b$`, "ab"],
  [tex`$\def\x{y}\x$`, ""],
  [tex`\( unfinished`, "unfinished"],
  ["$ $", ""],
  ["a {$x} b$ c", "a $x b$ c"],
]);

table("HTML and character references", [
  ["<i>a</i>", "<i>a</i>"],
  ["<I>a</I>", "<i>a</i>"],
  ["<em>a</em><strong>b</strong>", "<i>a</i><b>b</b>"],
  ["<b class='x'>a</b>", "<b>a</b>"],
  ["MAGIC<sup>V</sup>", "MAGIC<sup>V</sup>"],
  ["CO<sub>2</sub>", "CO<sub>2</sub>"],
  ["CO<inf>2</inf>", "CO<sub>2</sub>"],
  ["<scp>Abc</scp>", "<sc>Abc</span>"],
  ['<span style="font-variant: small-caps;">Abc</span>', "<sc>Abc</span>"],
  ['<span class="x">a</span>', "a"],
  ["<p>a</p><p>b</p>", "a b"],
  ["a<br>b<br/>c<br />d", "a b c d"],
  ["<jats:p>a <jats:italic>b</jats:italic></jats:p>", "a <i>b</i>"],
  ["<jats:title>Abstract</jats:title><jats:p>a</jats:p>", "Abstract a"],
  ['<a href="https://x.example/">a</a>', "a"],
  ["<i>a", "a"],
  ["a</i>", "a"],
  ["<i>a <b>b</i> c</b>", "<i>a <b>b</b></i> c"],
  ["{<i>a}</i>", "a"],
  [tex`<i>\emph{a}</i>`, "<i><i>a</i></i>"],
  ["p<0.05", "p‹0.05"],
  ["a < b > c", "a ‹ b › c"],
  ["List<Foo>", "List‹Foo›"],
  ["a <- b", "a ‹- b"],
  ["a <b and c> d", "a ‹b and c› d"],
  ["a<script>alert(1)</script>b", "ab"],
  ["a<style>p{}</style>b", "ab"],
  ["<mml:math><mml:mi>x</mml:mi></mml:math>", "x"],
  ["<math><semantics><mi>x</mi><annotation>y</annotation></semantics></math>", "x"],
  ["a<!-- b -->c", "ac"],
  ["N&nbsp;= 5", "N = 5"],
  ["A &amp; B", "A & B"],
  [tex`A \&amp; B`, "A & B"],
  [tex`A {\&}amp; B`, "A & B"],
  ["A &amp;amp; B", "A & B"],
  ["&eacute;&#233;&#xE9;", "ééé"],
  ["&lt;Foo&gt;", "‹Foo›"],
  ["&lt;i&gt;a&lt;/i&gt;", "<i>a</i>"],
  ["&amp;lt;sub&amp;gt;2&amp;lt;/sub&amp;gt;", "<sub>2</sub>"],
  [tex`CO{\textless}sub{\textgreater}2{\textless}/sub{\textgreater}`, "CO<sub>2</sub>"],
  ["CO$<$sub$>$2$<$/sub$>$", "CO<sub>2</sub>"],
  [tex`{\textless}p{\textgreater}a{\textless}/p{\textgreater}`, "a"],
  [tex`the {\textless}canvas{\textgreater} element`, "the ‹canvas› element"],
  [tex`\textless T\textgreater{} x`, "‹T› x"],
  ["AT&T; &nosuch; & x", "AT&T; &nosuch; & x"],
  ["&#123;a&#125;&#92;", "{a}\\"],
  ["&#36;5 and &#36;6", "$5 and $6"],
]);

table("untidy input", [
  ["", ""],
  ["  a \n\t b  ", "a b"],
  ["{a}{b}c", "abc"],
  ["a}b{c", "abc"],
  ["{{{a}}}", "a"],
  ["a\\", "a"],
  ["a\u0000b\u0007c", "abc"],
  ["a\uE001b\uE100c\uF8FFd", "abcd"],
  [tex`\mycommand{strange} title`, "strange title"],
  [tex`a\mycommand b`, "a b"],
  [tex`a \mycommand[x]{b}{c}d`, "a bcd"],
  [tex`\constructor{a}\toString\hasOwnProperty{b}`, "ab"],
  [tex`\__proto__`, "__proto__"],
  [tex`{\textbackslash}textit\{abc\}`, "<i>abc</i>"],
  [tex`C:{\textbackslash}Qqq`, "C:\\Qqq"],
  [tex`\'{a`, "á"],
  [tex`\emph{a`, "<i>a</i>"],
]);

table("elements and character references of databases", [
  ["<ASTROBJ>NGC 1</ASTROBJ> and <ASTROBJ type='x'>M 9</ASTROBJ>", "NGC 1 and M 9"],
  ["a &lt;ASTROBJ&gt;b&lt;/ASTROBJ&gt;", "a b"],
  [
    "<unheard-of>a</unheard-of> <foo x=1> <foo/> <o:p></o:p><st1:place>b</st1:place> <ce:inf>2</ce:inf>",
    "a b <sub>2</sub>",
  ],
  ["<title-group><article-title>a</article-title><subtitle>b</subtitle></title-group>", "a b"],
  [
    "the <dialog> element, a<b and c>d, <0.05, <https://example.org/>",
    "the ‹dialog› element, a‹b and c›d, ‹0.05, ‹https://example.org/›",
  ],
  [
    "3 &sun; &gt; 2 &deg; &amp; &Eacute; &alpha; &hearts; &nosuchname; R&D; x",
    "3 ☉ › 2 ° & É α ♥ &nosuchname; R&D; x",
  ],
  [tex`{\amp} {\rsquo}s \ndash{} \eacute{}t\'e \hellip`, "& ’s – été …"],
  [tex`$\textless$i$\textgreater$a$\textless$/i$\textgreater$ $\lt$b$\gt$c$\lt$/b$\gt$`, "<i>a</i> <b>c</b>"],
  [tex`$\backslash$textit\{a\} and $\backslash$alpha`, "<i>a</i> and α"],
]);

table("quotes, journals, roots, ties and ends of ordinals", [
  ["''Word'' and (''b''), 5'' x 6''", "“Word” and (“b”), 5” x 6”"],
  ["”Word”", "”Word”"],
  [tex`\mnras in press`, "Monthly Notices of the Royal Astronomical Society in press"],
  [tex`{\aap\ in press}`, "Astronomy and Astrophysics in press"],
  [tex`{{\apj}, submitted}`, "The Astrophysical Journal, submitted"],
  [tex`\sqrt[3]{x} \sqrt[n]{x} \sqrt{2}`, "∛x ⁿ√x √2"],
  ["~5 m and ~50, a~5", "~5 m and ~50, a 5"],
  [
    tex`21$^{st}$, 2$^{\rm nd}$, XX$^e$, $x^{st}$`,
    "21<sup>st</sup>, 2<sup>nd</sup>, XX<sup>e</sup>, ⟦x^{st}⟧",
  ],
  [tex`1\bibrangedash 5\bibrangessep 7`, "1–5, 7"],
]);

test("formulas in the markup of publishers are formulas", () => {
  const cases: [source: string, text: string, formulas?: string][] = [
    [
      tex`an <inline-formula> <tex-math notation="LaTeX">$x^2$ </tex-math></inline-formula>-norm`,
      "an x²-norm",
      "x^2",
    ],
    [tex`<tex-math>\alpha</tex-math>`, "α", tex`\alpha`],
    [
      tex`<jats:alternatives><jats:tex-math>$$\alpha$$</jats:tex-math><mml:math><mml:mi>a</mml:mi></mml:math></jats:alternatives>-decay`,
      "α-decay",
      tex`\alpha`,
    ],
    [tex`<tex-math>\documentclass{minimal}\begin{document}$$x_1$$\end{document}</tex-math>`, "x₁", "x_1"],
    ["<mml:math><mml:msup><mml:mi>x</mml:mi> <mml:mn>2</mml:mn></mml:msup></mml:math>", "x²"],
    ["<math><msub><mi>B</mi><mi>s</mi></msub><mo>&lt;</mo><mo>{</mo></math>", "Bₛ<{"],
    ["<mml:math><mml:mi>x unclosed", "x unclosed"],
    ["<tex-math>x unclosed", "x unclosed"],
  ];
  for (const [source, text, formula] of cases) {
    const formulas: string[] = [];
    richText(source, formulas);
    assert.is(plainTex(source), text, source);
    assert.equal(formulas, formula === undefined ? [] : [formula], source);
  }
});

table("invisible characters, prices, BibLaTeX's punctuation, units and numbers of characters", [
  ["a\u00ADb\u200Bc\uFEFFd", "abcd"],
  ["5$ and 6$ and $x$", "5$ and 6$ and ⟦x⟧"],
  ["a $ b $ c", "a ⟦b⟧ c"],
  [tex`\mkbibparens{a}\addcolon\addspace b\adddot \mkbibbrackets{c}\isdot`, "(a): b.[c]"],
  [tex`\unit[5]{km}, \unit{\kilo\meter}, \unitfrac[3]{m}{s}`, "5 km, km, 3 m/s"],
  [tex`\symbol{65}\char{66}\char"43`, "ABC"],
  [tex`a\linebreak[3] b\hyp{}c \textalpha-\textbeta{}`, "a b-c α-β"],
]);

const formulaTexts: [tex: string, text: string][] = [
  ["O(n^2)", "O(n²)"],
  ["2^{n+1}", "2ⁿ⁺¹"],
  ["x^{k+l}", "x^(k+l)"],
  ["e^{i\\pi}", "e^(iπ)"],
  ["x^k", "x^k"],
  ["B^0_s\\to\\mu^+\\mu^-", "Bₛ⁰→μ⁺μ⁻"],
  ["\\sum_{i=1}^n x_{ij}^2", "∑ᵢ₌₁ⁿxᵢⱼ²"],
  ["\\frac{a+b}{2}", "(a+b)/2"],
  ["3\\frac12", "3 1/2"],
  ["\\sqrt[3]{x}", "∛x"],
  ["\\sqrt[n]{x+1}", "ⁿ√(x+1)"],
  ["\\sqrt{\\sqrt[5]{2}}", "√⁵√2"],
  ["n\\log n", "n log n"],
  ["2\\sin 2x", "2 sin 2x"],
  ["\\log\\log n", "log log n"],
  ["\\max_i x", "maxᵢ x"],
  ["\\lim_{n\\to\\infty}a_n", "lim_(n→∞) aₙ"],
  ["a\\bmod n", "a mod n"],
  ["\\hat{x}+\\bar y+\\vec v", "x̂+ȳ+v⃗"],
  ["5^\\circ\\mathrm{C}", "5°C"],
  ["5\\,\\mathrm{km}", "5 km"],
  ["{}^{14}\\mathrm{C}", "¹⁴C"],
  ["z^*", "z*"],
  ["f'(x)", "f′(x)"],
  ["\\binom nk", "(n k)"],
  ["\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}", "(a b; c d)"],
  ["\\underbrace{x}_{n}", "xₙ"],
  ["a<b", "a<b"],
];

test("formulas as text keep their exponents, indices, fractions, roots and functions", () => {
  for (const [source, text] of formulaTexts) assert.is(mathText(source), text.normalize("NFC"), source);
});

test("braces of a title protect its letter case, unless they are for an accent or a command", () => {
  for (const [source, text] of [
    ["The {DNA} of x", '<span class="nocase">DNA</span>'],
    ["{A} {S}tudy", '<span class="nocase">A</span>', '<span class="nocase">S</span>tudy'],
    ["Deep {Neural {Nets}}", '<span class="nocase">Neural Nets</span>'],
  ] as const)
    assert.ok(shown(source, true).includes(text), shown(source, true));
  for (const source of [
    "{All of it}",
    "{{All of it}}",
    tex`{\'E}tude`,
    tex`{\em E. coli}`,
    tex`\emph{Abc} d`,
    "a {1} b",
  ])
    assert.not.ok(shown(source, true).includes("nocase"), source);
  assert.is(shown("The {DNA} of x"), "The DNA of x");
});

test("commands that are unknown are named once", () => {
  for (const [source, names] of [
    [tex`\foo{a} \foo b \emph{c} \baz{d} \qux`, ["foo", "baz", "qux"]],
    [tex`Fran{\c}ois`, ["c"]],
    [tex`\constructor`, ["constructor"]],
    [tex`$\nosuchthing x$`, ["nosuchthing"]],
    [tex`\emph{a} \'e \mnras $\alpha$ \alpha \SI{1}{\meter} \footnote{\foo}`, []],
  ] as const)
    assert.equal(richText(source, []).unknown, names);
});

test("URLs and identifiers", () => {
  for (const [source, text] of [
    [tex`\url{http://x.example/a_b}`, "http://x.example/a_b"],
    [tex`{\url{http://x.example/a{b}c}}`, "http://x.example/abc"],
    [tex`\href{http://x.example/u\_v}{text}`, "http://x.example/u_v"],
    [tex`a\_b\%20c\&d\#e`, "a_b%20c&d#e"],
    [tex`\~{}x`, "~x"],
    [tex`/\~x`, "/~x"],
    [tex`{\textasciitilde}x`, "~x"],
    [tex`\textasciitilde x`, "~x"],
    [tex`$\sim$x`, "~x"],
    [tex`~x`, "~x"],
    [tex`a{\_}b\textunderscore c`, "a_b_c"],
    [tex`a$\_$b`, "a_b"],
    [tex`long\-word`, "longword"],
    ["<http://x.example>", "http://x.example"],
    ["10.1000/a<b>c", "10.1000/a<b>c"],
    [tex`10.1/{\textless}x{\textgreater}`, "10.1/<x>"],
    ["10.1000%2Fxyz", "10.1000%2Fxyz"],
    ["2020A%26A", "2020A%26A"],
    [tex`q=a\%2Bb`, "q=a%2Bb"],
    ["http://x?a=1&amp;b=2", "http://x?a=1&b=2"],
    ["http://x?a=1&b=2&copy=3", "http://x?a=1&b=2&copy=3"],
    ["{{a}}", "a"],
    [" a ", "a"],
    [tex`\path{a.pdf}`, "a.pdf"],
    ["\uE001a\u0000", "a"],
    ["a\\", "a"],
  ] as const)
    assert.is(verbatim(source), text, `${source}: ${verbatim(source)}`);
});

test("formulas of other times and packages can be set", () => {
  for (const source of [
    tex`\Cal{B}`,
    tex`\germ{sl}`,
    tex`\scr K`,
    tex`\Bbb Z`,
    tex`\bold{x}`,
    tex`\cal B`,
    tex`\mbox{$x$}`,
    tex`\hbox{a}`,
    tex`\mathop{\hbox{$\times$}}`,
    tex`{}^{\mbox{1}}`,
    tex`^{\mbox{1}}`,
    tex`\emph{x}`,
    tex`{\rm x}`,
    tex`\ensuremath{x}`,
    tex`\mathbbm{1}`,
    tex`\mathds 1`,
    tex`x\sp{2}\sb{1}`,
    tex`5\degree`,
    tex`5\textdegree C`,
    tex`\textmu m`,
    "50%",
    "a # b",
    "a & b",
    tex`\protect\alpha`,
    tex`x\/y`,
    tex`\hat\i`,
    tex`\textsuperscript{2}`,
    tex`M_{\odot}`,
    tex`10\textendash 20`,
    tex`a\lt b`,
    "a &lt; b",
    tex`\symbf{x}`,
    tex`\la 5`,
    tex`\textquoteright`,
    tex`\begin{array}{cc}a&b\end{array}`,
  ])
    assert.ok(isRenderable(formulaSource(source)), `${source}: ${formulaSource(source)}`);
});

test("a formula that can't be set is readable", () => {
  for (const source of [
    "x^",
    tex`\nosuchthing{x}`,
    tex`\left( \alpha`,
    tex`{`,
    tex`}`,
    tex`\text{a_b}`,
    "x_1_2",
    tex`\undefined`,
  ]) {
    assert.not.match(mathMarkup(source), /[\\{}]|ParseError|undefined/, source);
    const formulas: string[] = [];
    assert.not.match(
      htmlText(richText(`$${source}$`, formulas).text, formulas),
      /[\\{}]|ParseError|undefined/,
      source,
    );
  }
});

const words = textOf(
  "{",
  "}",
  "$",
  "\\(",
  "\\)",
  "\\'",
  "\\c",
  "\\emph{",
  "{\\it ",
  "\\textbf{",
  "\\foo",
  "\\href{",
  "\\SI{",
  "\\ce{",
  "\\frac",
  "\\begin{align}",
  "\\end{align}",
  "\\verb|",
  "<i>",
  "</i>",
  "<sup>",
  "</b>",
  "<p>",
  "<script>",
  "&amp;",
  "&lt;",
  "{\\textless}",
  "{\\textgreater}",
  "\\constructor",
  "\\alpha",
  "\\url{",
  "\\def\\x{",
  "[",
  "]",
  "x",
  "e",
  " ",
  "\\\\",
  "\\mnras",
  "''",
  "``",
  "--",
  "^",
  "_",
);

test("any value gives text without commands and braces, and markup that is closed", () => {
  // What writes a backslash or a brace on purpose is left out.
  const clean = fc
    .oneof(words, anyText)
    .filter(
      (text) => !/undefined|\\[{}]|verb|&(?:#|[lr]?c[ub]|bsol|bne|lbr|rbr|setm|smallsetm|Back)/i.test(text),
    );
  holds(
    clean,
    (source) => {
      const formulas: string[] = [];
      const { text } = richText(source, formulas);
      const open: string[] = [];
      for (const [, slash, name = ""] of text.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
        if (slash) assert.is(open.pop(), name, text);
        else open.push(name);
      }
      assert.equal(open, [], text);
      const plain = plainTex(source);
      assert.is(plain, plainText(text, formulas));
      assert.not.match(plain, /[\\{}]|undefined|ParseError/, plain);
      assert.is(text.normalize("NFC").length, text.length);
      verbatim(source);
    },
    2000,
  );
});

test("long values take linear time", () => {
  for (const part of [
    "{",
    "}",
    "\\'{",
    "\\'",
    "$ ",
    "$x$",
    "\\emph{",
    "<i>",
    "<math>",
    "<math><mi>x</mi>",
    "<tex-math>$x$ ",
    "<tex-math>x</tex-math><math>",
    "<x>a",
    "<x></x>",
    "''Word ",
    '<a x="',
    "<",
    "&amp;",
    "&",
    "\\\\[",
    "\\foo[",
    "<script>",
    "\\url{",
    "\\verb|",
    "\\(",
    "`a ",
    " ",
    "\\",
    "\\it\\rm ",
    "<<",
    "$\\x{$",
    "\\sqrt",
    "\\SI",
    "<!--",
    "\\ce{H2",
    "\\num{1e",
    "\\enquote{",
    "\\begin{align}",
    "{\\textless}i ",
    "{\\textbackslash}em ",
    "[",
    "\\def\\x",
    "\\newcommand",
    "{<i>",
    "'' ``",
    "---",
    "~",
    "&lt;",
  ]) {
    const source = part.repeat(Math.ceil(100_000 / part.length));
    const start = processorTime();
    plainTex(source);
    verbatim(source);
    const time = processorTime() - start;
    assert.ok(time < 12_000, `${Math.round(time)} ms for ${part}`);
  }
  plainTex(`${"{".repeat(100_000)}x${"}".repeat(100_000)}`);
});

/** Titles which another parser reads alike. */
const alike = [
  "A plain title",
  tex`{\'E}tude on na\"ive \oe uvres`,
  tex`Stra{\ss}e und \"Ubung`,
  tex`\c{S}i\c{s}li, \k{a}, \u{g}, \.{z}, \r{u}`,
  tex`{\AA}rhus \& {\O}resund`,
  tex`Erd{\H{o}}s and {\L}ukasiewicz`,
  tex`An \emph{in vitro} study`,
  tex`\textbf{Bold} and \textit{italic}`,
  "Pages 1--2 --- and ``quotes''",
  tex`5\% of \$100 \#1 a\_b`,
  tex`\v{C}apek and Dvo{\v{r}}{\'a}k`,
  tex`Gr{\"u}n \ss{} \ae{} \o{}`,
  tex`\ldots{} and so on`,
  tex`\textquoteleft a\textquoteright`,
  tex`\dh{} \th{}`,
  tex`Nguy{\~{\^e}}n`,
  tex`50\textdegree{} north`,
  tex`\textregistered{} \copyright{}`,
];

/** Returns a title as that parser reads it, with its tags in our form. */
function readElsewhere(title: string): string {
  const options = { sentenceCase: false, caseProtection: false } as object;
  const [entry] = parse(`@article{a, title = {${title}}}`, options).entries;
  return String(entry?.fields.title)
    .replace(/<\/?(?:span|bdi)[^>]*>/g, "")
    .replace(/\u00A0/g, " ")
    .normalize("NFC");
}

test("agrees with another parser on ordinary titles and names", () => {
  const names = [
    "Fran{\\c{c}}ois Vi{\\`e}te",
    tex`Jos\'e Mart{\'{i}}nez`,
    tex`G{\"o}tz {\v{Z}}i\v{z}ek`,
    tex`\'{I}\~{n}igo L{\"{o}}wy`,
    tex`Zbyn{\v e}k {\L}{\'o}d{\'z}`,
    tex`H{\aa}kon \O{}strem`,
    tex`J.~R. Roe-Doe`,
  ];
  for (const title of [...alike, ...names]) assert.is(shown(title), readElsewhere(title), title);
});

test("differs from another parser where it has no markup, or leaves LaTeX", () => {
  for (const [title, other, ours] of [
    // It puts the mark on the letter without a dot, which then has no dot and no precomposed form.
    [tex`na{\"\i}ve`, "naı̈ve", "naïve"],
    // It writes the characters for superscripts where Unicode has them.
    [tex`x\textsuperscript{2}`, "x²", "x<sup>2</sup>"],
    [tex`H\textsubscript{2}O`, "H₂O", "H<sub>2</sub>O"],
    // It leaves the command.
    [tex`{\TeX}`, tex`\TeX`, "TeX"],
  ] as const) {
    assert.is(readElsewhere(title), other.normalize("NFC"));
    assert.is(shown(title), ours);
  }
});

test("agrees with Citation.js on ordinary titles", () => {
  for (const title of alike.filter((each) => !each.includes("`"))) {
    const report = { problems: [], hints: [] };
    const [entry] = readBibtex(`@article{a, title = {${title}}, year = 2020}`, "a.bib", report);
    const formulas = entry?.formulas ?? [];
    assert.is(htmlText(richText(title, []).text), htmlText(String(entry?.csl.title), formulas), title);
  }
});

test.run();
