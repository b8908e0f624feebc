/** Works that the tests of citations cite. */
export const works = `
@article{hu2021a, author={Hu, Edward and Shen, Yan and Wallis, Phil}, title={First thing}, journal={Tests}, year=2021, volume=3, pages={1--9}, doi={10.1000/1}}
@article{hu2021b, author={Hu, Edward and Shen, Yan and Wallis, Phil}, title={Second thing}, journal={Tests}, year=2021, volume=4, pages={11--19}}
@book{yang2019, author={Yang, Greg and Li, Bo}, title={Of others}, publisher={Press}, year=2019}
@book{roe, author={Roe, Ann}, title={A book}, publisher={Press}, year=2018}
@misc{anon, title={Nobody's report}, year=2017}
`;

/** Each form of a citation in pandoc's syntax. */
export const forms = [
  "[@yang2019]",
  "[see @hu2021a, pp. 3-5; @yang2019]",
  "@yang2019",
  "@hu2021b [p. 3]",
  "[-@roe]",
  "[@hu2021a; @hu2021b]",
  "[@roe, chap. 2 and others]",
  "@anon",
] as const;
