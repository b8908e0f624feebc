/** Reads a table of commands and characters: `name text`, separated by line breaks. */
function table(lines: string): [string, string][] {
  return lines
    .trim()
    .split("\n")
    .flatMap((line) => line.trim().split(/\s{2,}/))
    .map((pair) => {
      const [name = "", text = ""] = pair.split(" ");
      return [name, text] as [string, string];
    });
}

/** The commands that stand for a space, or for a place where a line may break. */
const spaces =
  "space quad qquad enspace enskip thinspace thickspace medspace nobreakspace newline linebreak pagebreak par newpage hfill hfil hss hfilneg vfill dotfill hrulefill item tab and bigskip medskip smallskip , ; : > cr tabularnewline break hline newblock";

/** The commands that show nothing. */
const nothing =
  "hskip vskip mskip kern mkern penalty linepenalty relax protect ignorespaces ignorespacesafterend unskip xspace null allowbreak nobreak nolinebreak nopagebreak noindent indent centering raggedright raggedleft sloppy fussy strut mathstrut leavevmode negthinspace - / @ ! ( ) [ ] + selectfont tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge bgroup egroup begingroup endgroup limits nolimits displaystyle textstyle scriptstyle scriptscriptstyle left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle textcompwordmark textcapitalcompwordmark nobreakdash nocorr long global maketitle frenchspacing boldmath unboldmath smash bibnamedelima bibnamedelimb bibnamedelimi bibinitperiod bibinitdelim bibinithyphendelim nopunct isdot unspace midsentence nonumber notag expandafter noexpand";

/**
 * The characters that commands stand for.
 *
 * @see https://ctan.org/pkg/comprehensive
 */
export const characters: ReadonlyMap<string, string> = new Map([
  ...spaces.split(" ").map((name): [string, string] => [name, " "]),
  ...nothing.split(" ").map((name): [string, string] => [name, ""]),
  [" ", " "],
  ["\n", " "],
  ["\t", " "],
  ["\\", " "],
  // Between two ranges of pages; `\bibrangedash` is within one.
  ["bibrangessep", ", "],
  ["bibrangedash", "–"],
  // BibLaTeX's punctuation
  ["addspace", " "],
  ["adddot", "."],
  ["addperiod", "."],
  ["addcomma", ","],
  ["addcolon", ":"],
  ["addsemicolon", ";"],
  ["hyp", "-"],
  ...table(`
    & &   % %   $ $   # #   _ _   { {   } }   | ‖   lbrace {   rbrace }   lbrack [   rbrack ]   textbraceleft {   textbraceright }
    textbackslash \\   backslash \\   textasciitilde ~   texttildelow ˷   asciitilde ~   textasciicircum ^   textasciigrave \`   textasciiacute ´
    textdollar $   textunderscore _   textpercent %   textnumbersign #   textampersand &   textbar |   textbardbl ‖   vert |   slash /   textslash /
    textless <   textgreater >   lq ‘   rq ’   textquotesingle '   textquotedbl "   textquoteleft ‘   textquoteright ’   textquotedblleft “
    textquotedblright ”   quotesinglbase ‚   quotedblbase „   glqq „   grqq “   glq ‚   grq ‘   flqq «   frqq »   flq ‹   frq ›   guilsinglleft ‹
    guilsinglright ›   guillemotleft «   guillemotright »   guillemetleft «   guillemetright »   og «   fg »   dq "   ldq “   rdq ”
    ldots …   dots …   dotsc …   dotso …   textellipsis …   textendash –   textemdash —   endash –   emdash —   textminus −   hyphen -
    S §   P ¶   textsection §   textparagraph ¶   dag †   ddag ‡   textdagger †   textdaggerdbl ‡   textbullet •   textopenbullet ◦
    textperiodcentered ·   textasteriskcentered *   textreferencemark ※   copyright ©   textcopyright ©   textregistered ®   texttrademark ™   textservicemark ℠   textcircledP ℗
    pounds £   textsterling £   euro €   texteuro €   EUR €   EURtm €   textyen ¥   yen ¥   textcent ¢   cent ¢   textcurrency ¤   textwon ₩
    textflorin ƒ   textlira ₤   textnaira ₦   textpeso ₱   textdong ₫   textbaht ฿   textcolonmonetary ₡
    textdegree °   degree °   degrees °   textcelsius ℃   celsius ℃   textmu µ   micro µ   textohm Ω   textmho ℧   textnumero №   No №   textperthousand ‰
    permil ‰   promille ‰   textpertenthousand ‱   textdiscount ⁒   textestimated ℮   textrecipe ℞   textmusicalnote ♪   textmarried ⚭   textdivorced ⚮
    textonesuperior ¹   texttwosuperior ²   textthreesuperior ³   textordfeminine ª   textordmasculine º   textonehalf ½   textonequarter ¼
    textthreequarters ¾   textfractionsolidus ⁄   texttimes ×   textdiv ÷   textpm ±   textlnot ¬   textsurd √   textbrokenbar ¦   textinterrobang ‽
    textinterrobangdown ⸘   textexclamdown ¡   textquestiondown ¿   exclamdown ¡   questiondown ¿   textleftarrow ←   textrightarrow →   textuparrow ↑   textdownarrow ↓
    textlangle 〈   textrangle 〉   textlquill ⁅   textrquill ⁆   textbigcircle ◯   textblank ␢   textvisiblespace ␣   textasciidieresis ¨   textasciimacron ¯
    textasciicaron ˇ   textasciibreve ˘   textacutedbl ˝   textgravedbl ˵   textprime ′   prime ′   arcmin ′   arcsec ″   arcdeg °   Rightarrow ⇒
    ss ß   SS ẞ   o ø   O Ø   l ł   L Ł   ae æ   AE Æ   oe œ   OE Œ   aa å   AA Å   i ı   j ȷ   imath ı   jmath ȷ   dh ð   DH Ð   th þ   TH Þ   dj đ   DJ Đ   ng ŋ   NG Ŋ
    ij ĳ   IJ Ĳ   textdh ð   textDH Ð   textthorn þ   textThorn Þ   texteth ð   eth ð   thorn þ   Thorn Þ   Dstroke Đ   dstroke đ   hbar ħ   Hwithstroke Ħ   hwithstroke ħ   textschwa ə   textltailn ɲ   texthtd ɗ
    ohorn ơ   Ohorn Ơ   OHORN Ơ   uhorn ư   Uhorn Ư   UHORN Ư   abreve ă   Abreve Ă   ABREVE Ă   acircumflex â   Acircumflex Â   ACIRCUMFLEX Â   ecircumflex ê   Ecircumflex Ê
    ECIRCUMFLEX Ê   ocircumflex ô   Ocircumflex Ô   OCIRCUMFLEX Ô   ayn ʿ   hamza ʾ   textrevapostrophe ʽ   textquotestraightbase ‚
    TeX TeX   LaTeX LaTeX   LaTeXe LaTeX2e   BibTeX BibTeX   BibLaTeX BibLaTeX   XeTeX XeTeX   XeLaTeX XeLaTeX   LuaTeX LuaTeX   LuaLaTeX LuaLaTeX   pdfTeX pdfTeX   pdfLaTeX pdfLaTeX   AmS AmS
    AmSTeX AmSTeX   AMS AMS   MF METAFONT   MP METAPOST   PS PostScript   eTeX ε-TeX   ConTeXt ConTeXt   KOMAScript KOMA-Script   JabRef JabRef   SLiTeX SliTeX   PiCTeX PiCTeX
    checkmark ✓   Mars ♂   Venus ♀   male ♂   female ♀   mars ♂   venus ♀   Sun ☉   sun ☉   astrosun ☉   earth ⊕   fh ʰ   fd ᵈ   fdg °   farcs ″   farcm ′   Cpp C++   CC C++   Csharp C#
  `),
]);
