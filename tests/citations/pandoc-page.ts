/** Works of each kind, with what tells them apart: the same authors and year, the same family name, no year, no author. */
export const works = `@article{adams2020, author={Adams, Ada}, title={Of one thing}, journal={Journal of Tests}, year=2020, volume=3, number=2, pages={1--9}, doi={10.1000/a.1}}
@article{baker2021, author={Baker, Ben and Cole, Cy}, title={Of two things: an {NMR} study}, journal={Journal of Tests}, year=2021, volume=4, pages={11--19}}
@article{dunn2021a, author={Dunn, Di and Eder, Ed and Fox, Fay}, title={Of three things}, journal={Letters}, year=2021, volume=5, pages={e17}}
@article{dunn2021b, author={Dunn, Di and Eder, Ed and Fox, Fay}, title={Of four things}, journal={Letters}, year=2021, volume=6, pages={21--29}}
@book{gray1999, author={Gray, Gus}, title={A Book of Tests}, publisher={Test Press}, address={Paris}, year=1999, edition=2}
@incollection{hall2005, author={Hall, Hal}, title={A chapter}, booktitle={Handbook of Tests}, editor={Ives, Ida and Jung, Jo}, publisher={Test Press}, year=2005, pages={100--120}}
@inproceedings{king2015, author={King, Kai and Li, Lu and Mo, Mia and Ng, Nia and Oh, Obi and Pei, Pam and Quo, Que}, title={Seven authors of a paper}, booktitle={Proceedings of the 3rd Conference on Tests}, year=2015, pages={33--44}, publisher={ACM}}
@phdthesis{ross2012, author={Ross, Ray}, title={A thesis of tests}, school={University of Tests}, year=2012}
@techreport{team2018, author={{The Test Team}}, title={A report}, institution={Institute of Tests}, year=2018, number={TR-7}}
@misc{anon2017, title={Nobody's report}, year=2017}
@online{site2022, author={Sung, Su}, title={A page of the web}, url={https://example.org/page}, year=2022, urldate={2023-01-05}}
@article{vandam, author={van Dam, Vic}, title={With a particle}, journal={Journal of Tests}, year=2003, volume=1, pages={5--6}}
@article{smitha, author={Smith, Ann}, title={Of the one Smith}, journal={Journal of Tests}, year=2010, volume=1, pages={1--2}}
@article{smithb, author={Smith, Bob}, title={Of the other Smith}, journal={Journal of Tests}, year=2010, volume=1, pages={3--4}}
@article{adams2019, author={Adams, Ada}, title={An earlier thing}, journal={Journal of Tests}, year=2019, volume=2, pages={7--8}}
@article{umlaut, author={M{\\"u}ller, J{\\"o}rg and {\\O}rsted, {\\AA}se}, title={{\\"U}ber \\emph{Drosophila} und $x^2$}, journal={Annalen}, year=1901, volume=17, pages={1--2}}
@unpublished{draft, author={Tan, Tia}, title={A draft}, note={Submitted}, year=2024}
@article{nodate, author={Una, Uma}, title={Without a date}, journal={Journal of Tests}}
@book{edited, editor={Vogt, Val and Wu, Wei}, title={Edited tests}, publisher={Test Press}, year=2011}
@article{many, author={Xi, A. and Xi, B. and Xi, C. and Xi, D. and Xi, E. and Xi, F. and Xi, G. and Xi, H. and Xi, I. and Xi, J. and Xi, K. and Xi, L. and Xi, M. and Xi, N. and Xi, O. and Xi, P. and Xi, Q. and Xi, R. and Xi, S. and Xi, T. and Xi, U. and Xi, V.}, title={Very many authors}, journal={Journal of Tests}, year=2016, volume=9, pages={1--2}}
`;

/** Citations, and what pandoc 2.17 writes for them in the styles "apa" and "ieee" of CSL. */
export const recorded: readonly [citation: string, apa: string, ieee: string][] = [
  ["[@adams2020]", "(Adams, 2020)", "[1]"],
  ["[@baker2021]", "(Baker & Cole, 2021)", "[2]"],
  ["[@dunn2021a]", "(Dunn et al., 2021b)", "[3]"],
  ["[@dunn2021b]", "(Dunn et al., 2021a)", "[4]"],
  ["[@dunn2021a; @dunn2021b]", "(Dunn et al., 2021b, 2021a)", "[3], [4]"],
  ["[@gray1999, p. 3]", "(Gray, 1999, p. 3)", "[5, p. 3]"],
  ["[@gray1999, pp. 3-5]", "(Gray, 1999, pp. 3–5)", "[5, pp. 3–5]"],
  ["[@gray1999, chap. 2]", "(Gray, 1999, Chapter 2)", "[5, Ch. 2]"],
  ["[see @hall2005]", "(see Hall, 2005)", "see [6]"],
  [
    "[see @hall2005, pp. 101-103 and elsewhere]",
    "(see Hall, 2005, pp. 101–103 and elsewhere)",
    "see [6, pp. 101–103] and elsewhere",
  ],
  ["[@king2015; @ross2012]", "(King et al., 2015; Ross, 2012)", "[7], [8]"],
  ["[@team2018, sec. 4]", "(The Test Team, 2018, Section 4)", "[9, Sec. 4]"],
  ["[@anon2017]", "(Nobody's Report, 2017)", "[10]"],
  ["[@site2022]", "(Sung, 2022)", "[11]"],
  ["[@vandam]", "(Dam, 2003)", "[12]"],
  ["[@smitha]", "(A. Smith, 2010)", "[13]"],
  ["[@smithb; @smitha]", "(A. Smith, 2010; B. Smith, 2010)", "[13], [14]"],
  ["[@adams2019; @adams2020]", "(Adams, 2019, 2020)", "[1], [15]"],
  ["[@adams2020; @adams2019; @baker2021]", "(Adams, 2019, 2020; Baker & Cole, 2021)", "[1], [2], [15]"],
  ["[@umlaut]", "(Müller & Ørsted, 1901)", "[16]"],
  ["[@draft]", "(Tan, 2024)", "[17]"],
  ["[@nodate]", "(Una, n.d.)", "[18]"],
  ["[@edited]", "(Vogt & Wu, 2011)", "[19]"],
  ["[@many]", "(Xi et al., 2016)", "[20]"],
  ["@adams2020", "Adams (2020)", "[1]"],
  ["@baker2021 [p. 12]", "Baker & Cole (2021, p. 12)", "[2, p. 12]"],
  ["@dunn2021a", "Dunn et al. (2021b)", "[3]"],
  ["@team2018 [sec. 2]", "The Test Team (2018, Section 2)", "[9, Sec. 2]"],
  ["@vandam", "Dam (2003)", "[12]"],
  ["@anon2017", "Nobody's Report (2017)", "[10]"],
  ["@smitha", "A. Smith (2010)", "[13]"],
  ["@king2015 [fig. 3]", "King et al. (2015, Figure 3)", "[7, Fig. 3]"],
  ["[-@adams2020]", "(2020)", "[1]"],
  ["[-@gray1999, p. 7]", "(1999, p. 7)", "[5, p. 7]"],
  [
    "[see also @baker2021; compare @gray1999, pp. 3, 7-9]",
    "(see also Baker & Cole, 2021; compare Gray, 1999, pp. 3, 7–9)",
    "see also [2], compare [5, pp. 3, 7–9]",
  ],
  ["[@hall2005, ch. 2, with more]", "(Hall, 2005, ch. 2, with more)", "[6, Ch. 2], with more"],
  [
    "[e.g., @ross2012; @site2022; @draft]",
    "(e.g., Ross, 2012; Sung, 2022; Tan, 2024)",
    "e.g., [8], [11], [17]",
  ],
  ["[*cf.* @edited, vol. 2]", "(cf. Vogt & Wu, 2011, Volume 2)", "cf. [19, Vol. 2]"],
  ["[@many, 17]", "(Xi et al., 2016, p. 17)", "[20, p. 17]"],
  [
    "[@umlaut, p. iv; @nodate, para. 3]",
    "(Müller & Ørsted, 1901, p. iv; Una, n.d., para. 3)",
    "[16, p. iv], [18, Para. 3]",
  ],
];
