/**
 * The macros for journals in astronomy, which the .bib files of NASA's Astrophysics Data System have.
 *
 * @see https://ui.adsabs.harvard.edu/help/actions/journal-macros
 */
export const journals: ReadonlyMap<string, string> = new Map(
  `
  actaa Acta Astronomica
  aap Astronomy and Astrophysics
  aapr Astronomy and Astrophysics Reviews
  aapt Astronomical and Astrophysical Transactions
  aaps Astronomy and Astrophysics Supplement Series
  aas American Astronomical Society Meeting Abstracts
  aj The Astronomical Journal
  ajph Australian Journal of Physics
  an Astronomische Nachrichten
  ao Applied Optics
  aplett Astrophysics Letters and Communications
  apj The Astrophysical Journal
  apjl The Astrophysical Journal Letters
  apjlett The Astrophysical Journal Letters
  apjs The Astrophysical Journal Supplement Series
  apjsupp The Astrophysical Journal Supplement Series
  applopt Applied Optics
  apspr Astrophysics Space Physics Research
  apss Astrophysics and Space Science
  araa Annual Review of Astronomy and Astrophysics
  areps Annual Review of Earth and Planetary Sciences
  arep Astronomy Reports
  astl Astronomy Letters
  aspc Astronomical Society of the Pacific Conference Series
  azh Astronomicheskii Zhurnal
  baas Bulletin of the American Astronomical Society
  bac Bulletin of the Astronomical Institutes of Czechoslovakia
  bain Bulletin of the Astronomical Institutes of the Netherlands
  caa Chinese Astronomy and Astrophysics
  cjaa Chinese Journal of Astronomy and Astrophysics
  dps AAS/Division for Planetary Sciences Meeting Abstracts
  epsl Earth and Planetary Science Letters
  expa Experimental Astronomy
  fcp Fundamentals of Cosmic Physics
  gca Geochimica et Cosmochimica Acta
  grl Geophysical Research Letters
  iaucirc International Astronomical Union Circulars
  icarus Icarus
  ijmpd International Journal of Modern Physics D
  jaavso Journal of the American Association of Variable Star Observers
  jcap Journal of Cosmology and Astroparticle Physics
  jcomph Journal of Computational Physics
  jcp The Journal of Chemical Physics
  jgr Journal of Geophysical Research
  jhep Journal of High Energy Physics
  jqsrt Journal of Quantitative Spectroscopy and Radiative Transfer
  jrasc Journal of the Royal Astronomical Society of Canada
  lnp Lecture Notes in Physics
  lrr Living Reviews in Relativity
  maps Meteoritics and Planetary Science
  memras Memoirs of the Royal Astronomical Society
  memsai Memorie della Società Astronomica Italiana
  mnras Monthly Notices of the Royal Astronomical Society
  na New Astronomy
  nar New Astronomy Reviews
  nat Nature
  natas Nature Astronomy
  natastron Nature Astronomy
  nphysa Nuclear Physics A
  pasa Publications of the Astronomical Society of Australia
  pasj Publications of the Astronomical Society of Japan
  pasp Publications of the Astronomical Society of the Pacific
  pra Physical Review A
  prb Physical Review B
  prc Physical Review C
  prd Physical Review D
  pre Physical Review E
  prl Physical Review Letters
  prx Physical Review X
  physrep Physics Reports
  physscr Physica Scripta
  planss Planetary and Space Science
  pnas Proceedings of the National Academy of Sciences
  procspie Proceedings of the SPIE
  psj The Planetary Science Journal
  qjras Quarterly Journal of the Royal Astronomical Society
  raa Research in Astronomy and Astrophysics
  rmp Reviews of Modern Physics
  rmxaa Revista Mexicana de Astronomía y Astrofísica
  rnaas Research Notes of the AAS
  rpph Reports on Progress in Physics
  sci Science
  skytel Sky and Telescope
  solphys Solar Physics
  sovast Soviet Astronomy
  ssr Space Science Reviews
  zap Zeitschrift für Astrophysik
  `
    .trim()
    .split("\n")
    .map((line): [string, string] => {
      const [macro = "", ...words] = line.trim().split(" ");
      return [macro, words.join(" ")];
    }),
);
