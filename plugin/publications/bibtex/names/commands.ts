/** What LaTeX commands mean in a list of names. Commands that are not here belong to the text of a name. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Commands that set space between words. */
export const spaces: ReadonlySet<string> = new Set([
  "\\ ",
  ...set(
    String.raw`\  \, \; \: \> \\ \quad \qquad \space \enspace \enskip \thinspace \medspace \thickspace \nobreakspace \newline \par \linebreak`,
  ),
]);

/** Commands that set nothing. */
export const invisible = set(
  String.raw`\! \- \/ \@ \relax \null \protect \nobreak \allowbreak \noindent \unskip \leavevmode \bibnamedelima \bibinitperiod`,
);

/** Commands that set nothing and have an argument. */
export const invisibleWithArgument = set(
  String.raw`\noopsort \sortnoop \noop \sortas \label \index \vspace \kern \hskip \phantom \hphantom \vphantom`,
);

/** Commands whose argument is about a person and no part of their name; it is left out with a hint. */
export const aboutPersons = set(
  String.raw`\thanks \footnote \footnotetext \orcid \orcidlink \orcidID \orcidicon \email \mail \affil \affiliation \institute \address`,
);

/** Commands whose argument is a mark. */
export const marksWithArgument = set(
  String.raw`\textsuperscript \textsu \sup \inst \fnref \fnmark \footnotemark \authormark \corref \affmark`,
);

/** Commands that are marks, and their characters. */
export const markCharacters: Readonly<Record<string, string>> = {
  "\\*": "*",
  "\\#": "#",
  "\\ast": "*",
  "\\star": "*",
  "\\textasteriskcentered": "*",
  "\\dag": "†",
  "\\dagger": "†",
  "\\textdagger": "†",
  "\\ddag": "‡",
  "\\ddagger": "‡",
  "\\textdaggerdbl": "‡",
  "\\S": "§",
  "\\textsection": "§",
  "\\P": "¶",
  "\\textparagraph": "¶",
  "\\|": "‖",
  "\\parallel": "‖",
  "\\bullet": "•",
  "\\textbullet": "•",
  "\\sharp": "#",
  "\\Letter": "✉",
  "\\Envelope": "✉",
};

/** Commands whose argument is a part of the name, with no other meaning than its font. */
export const fonts = set(
  String.raw`\textbf \textit \emph \textsl \textsc \textrm \textsf \texttt \textmd \textup \textnormal \underline \uline \uuline \uwave \ul \hl \mbox \hbox \fbox \text \mkbibbold \mkbibemph \mkbibitalic \nocase \selfname`,
);

/** Commands whose second argument is a part of the name. */
export const fontsOfSecond = set(String.raw`\textcolor \href \bibinfo \colorbox \color@box \foreignlanguage`);

/** Commands that change the font of what follows. */
export const switches = set(
  String.raw`\it \bf \sc \rm \sf \tt \em \sl \itshape \bfseries \scshape \slshape \upshape \mdseries \rmfamily \sffamily \ttfamily \normalfont \boldmath \small \large`,
);

/** Commands that are letters: their letter case is that of their names. */
export const letters = set(
  String.raw`\o \O \l \L \ae \AE \oe \OE \aa \AA \ss \SS \i \j \dh \DH \dj \DJ \th \TH \ng \NG`,
);

/** Commands that separate names. */
export const ands = set(String.raw`\and \And \AND`);
