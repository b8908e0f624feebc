import { suite } from "uvu";
import * as assert from "uvu/assert";
import { publicationDate } from "../../plugin/publications/csl/dates.ts";
import {
  type ArchiveName,
  archiveId,
  archives,
  doisIn,
  doiUrl,
  readIdentifiers,
  readUrls,
  urlsIn,
} from "../../plugin/publications/identifiers/index.ts";

// The names and works are made up. Expected values follow from the documentation of each archive.

const test = suite("identifiers and links");

const dois: [value: string, ...expected: string[]][] = [
  ["10.1000/182", "10.1000/182"],
  ["  10.1000/182\n", "10.1000/182"],
  ["{10.1000/182}", "10.1000/182"],
  ["doi:10.1000/182", "10.1000/182"],
  ["DOI: 10.1000/182", "10.1000/182"],
  ["DOI 10.1000/182.", "10.1000/182"],
  ["doi10.1000/182", "10.1000/182"],
  ["https://doi.org/10.1000/182", "10.1000/182"],
  ["HTTPS://DOI.ORG/10.1000/AbC", "10.1000/AbC"],
  ["http://dx.doi.org/10.1000/182", "10.1000/182"],
  ["https://doi.org/doi:10.1000/182", "10.1000/182"],
  ["https://doi.org/https://doi.org/10.1000/182", "10.1000/182"],
  ["http://doi.acm.org/10.1145/1.2", "10.1145/1.2"],
  ["doi.acm.org/10.1145/1.2", "10.1145/1.2"],
  ["doi.org/10.1000/x", "10.1000/x"],
  ["dx.doi.org/10.1000/x", "10.1000/x"],
  ["http//doi.org/10.1000/x", "10.1000/x"],
  ["\\url{https://doi.org/10.1000/x}", "10.1000/x"],
  ["\\href{https://doi.org/10.1000/x}{10.1000/x}", "10.1000/x"],
  ['<a href="https://doi.org/10.1000/x">10.1000/x</a>', "10.1000/x"],
  ["https://dl.acm.org/doi/10.1145/1234.567", "10.1145/1234.567"],
  ["https://dl.acm.org/doi/abs/10.1145/1234.567?download=true", "10.1145/1234.567"],
  ["https://dl.acm.org/doi/pdf/10.1145/1234.567", "10.1145/1234.567"],
  ["https://link.springer.com/article/10.1007/s00-1", "10.1007/s00-1"],
  ["https://link.springer.com/content/pdf/10.1007/s00-1.pdf", "10.1007/s00-1"],
  ["https://link.springer.com/chapter/10.1007%2F978-3-0_1", "10.1007/978-3-0_1"],
  ["https://onlinelibrary.wiley.com/doi/abs/10.1002/x.1", "10.1002/x.1"],
  ["https://onlinelibrary.wiley.com/doi/10.1002/x.1/abstract", "10.1002/x.1"],
  ["https://www.frontiersin.org/articles/10.3389/f.2020.1/full", "10.3389/f.2020.1"],
  ["https://iopscience.iop.org/article/10.1088/1-2/3/meta", "10.1088/1-2/3"],
  ["https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf", "10.1101/2020.01.01.123456"],
  ["https://www.medrxiv.org/content/10.1101/2020.01.01.20123456v1", "10.1101/2020.01.01.20123456v1"],
  [
    "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.1&type=printable",
    "10.1371/journal.pone.1",
  ],
  ["10.1007/978-3\\_12", "10.1007/978-3_12"],
  ["10.1007/978-3{\\_}12", "10.1007/978-3_12"],
  ["10.1000/a\\&b", "10.1000/a&b"],
  ["10.1000/a&amp;b", "10.1000/a&b"],
  ["10.1000%2Fxyz", "10.1000/xyz"],
  ["https://doi.org/10.1000%2Fxyz", "10.1000/xyz"],
  ["10.1000/a, 10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/a;10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/a,10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/a https://doi.org/10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/a and 10.1000/A", "10.1000/a"],
  ["10.1000/10.2000/x", "10.1000/10.2000/x"],
  ["(10.1000/a)", "10.1000/a"],
  ["<10.1000/a>", "10.1000/a"],
  ["10.1016/S0140-6736(20)30183-5", "10.1016/S0140-6736(20)30183-5"],
  [
    "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
    "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
  ],
  [
    "10.1002/(SICI)1097-4571(199806)49:8&lt;693::AID-ASI4&gt;3.0.CO;2-O",
    "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
  ],
  [
    "10.1002/(SICI)1097-4571(199806)49:8{\\textless}693::AID-ASI4{\\textgreater}3.0.CO;2-O",
    "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
  ],
  [
    "https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O",
    "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
  ],
  ["10.1000/ xyz", "10.1000/xyz"],
  ["10.1000/x\u200by", "10.1000/xy"],
  ["10.1000.10/123456", "10.1000.10/123456"],
  ["10/abc123", "10/abc123"],
  ["https://doi.org/10/ABC123", "10/abc123"],
  ["10.1/x", "10.1/x"],
  ["foo"],
  ["TBA"],
  ["10.1000/"],
  ["https://doi.org/"],
  ["https://example.org/paper"],
];
for (const [value, ...expected] of dois) {
  test(`DOI in ${value}`, () => assert.equal(doisIn(value, { isField: true }), expected));
}

test("the URL of a DOI encodes what would end it", () => {
  assert.is(doiUrl("10.1000/a#b?c<d>"), "https://doi.org/10.1000/a%23b%3Fc%3Cd%3E");
});

const arxivs: [fields: Record<string, string>, expected: string | undefined][] = [
  [{ arxiv: "2001.01234" }, "2001.01234"],
  [{ arxiv: "arXiv:2001.01234v2 [cs.CL]" }, "2001.01234v2"],
  [{ arxiv: "https://arxiv.org/abs/2001.01234" }, "2001.01234"],
  [{ arxivid: "2001.01234" }, "2001.01234"],
  [{ eprint: "2001.01234" }, "2001.01234"],
  [{ eprint: "arXiv:2001.01234v2 [cs.CL]" }, "2001.01234v2"],
  [{ eprint: "https://arxiv.org/abs/2001.01234" }, "2001.01234"],
  [{ eprint: "http://arxiv.org/pdf/2001.01234v1.pdf" }, "2001.01234v1"],
  [{ eprint: "abs/2001.01234" }, "2001.01234"],
  [{ eprint: "hep-th/9901001" }, "hep-th/9901001"],
  [{ eprint: "math.GT/0309136" }, "math.GT/0309136"],
  [{ eprint: "9901001", archiveprefix: "hep-th" }, "hep-th/9901001"],
  [{ eprint: "9901001", archiveprefix: "arXiv", primaryclass: "hep-th" }, "hep-th/9901001"],
  [{ eprint: "2001.01234", eprinttype: "ARXIV" }, "2001.01234"],
  [{ eprint: "2001.01234", archiveprefix: "{arXiv}" }, "2001.01234"],
  [{ eprint: "2001.01234", eprinttype: "hal" }, undefined],
  [{ eprint: "0704.0001", archiveprefix: "arxiv.org" }, "0704.0001"],
  [{ eprint: "2013.01234" }, undefined],
  [{ journal: "CoRR", volume: "abs/2001.01234" }, "2001.01234"],
  [{ journal: "ArXiv", volume: "abs/2001.01234" }, "2001.01234"],
  [{ journal: "CoRR", volume: "cs.LG/0012345" }, "cs.LG/0012345"],
  [{ volume: "abs/2001.01234" }, "2001.01234"],
  [{ journal: "arXiv preprint arXiv:2001.01234" }, "2001.01234"],
  [{ journal: "arXiv e-prints", number: "arXiv:2001.01234" }, "2001.01234"],
  [{ number: "arXiv:2001.01234" }, "2001.01234"],
  [{ volume: "2001", number: "01234" }, undefined],
  [{ doi: "10.48550/arXiv.2001.01234" }, "2001.01234"],
  [{ doi: "https://doi.org/10.48550/ARXIV.2001.01234" }, "2001.01234"],
  [{ doi: "arXiv:2001.01234" }, "2001.01234"],
  [{ url: "https://doi.org/10.48550/arXiv.2001.01234" }, "2001.01234"],
  [{ url: "https://export.arxiv.org/pdf/2001.01234v3.pdf" }, "2001.01234v3"],
  [{ url: "http://xxx.lanl.gov/abs/hep-th/9901001" }, "hep-th/9901001"],
  [{ url: "https://example.org/2001.01234" }, undefined],
  [{ note: "arXiv:2001.01234" }, "2001.01234"],
  [{ note: "Preprint, available at https://arxiv.org/abs/2001.01234" }, "2001.01234"],
  [{ note: "Comment on arXiv:2001.01234" }, undefined],
  [{ howpublished: "arXiv:2001.01234" }, "2001.01234"],
  [{ slaccitation: "%%CITATION = HEP-TH/9901001;%%" }, "hep-th/9901001"],
  [{ slaccitation: "%%CITATION = PHRVA,D12,345;%%" }, undefined],
];
for (const [fields, expected] of arxivs) {
  test(`arXiv in ${JSON.stringify(fields)}`, () => assert.is(readIdentifiers(fields).ids.arxiv, expected));
}

const ofArchives: [fields: Record<string, string>, name: ArchiveName, id: string, url: string][] = [
  [{ hal: "hal-01234567v2" }, "hal", "hal-01234567v2", "https://hal.science/hal-01234567v2"],
  [{ hal_id: "HAL-01234567" }, "hal", "hal-01234567", "https://hal.science/hal-01234567"],
  [{ eprint: "tel-01234567", eprinttype: "HAL" }, "hal", "tel-01234567", "https://hal.science/tel-01234567"],
  [{ hal: "inria-00123456" }, "hal", "inria-00123456", "https://hal.science/inria-00123456"],
  [
    { url: "https://hal.archives-ouvertes.fr/hal-01234567/document" },
    "hal",
    "hal-01234567",
    "https://hal.science/hal-01234567",
  ],
  [
    { url: "https://theses.hal.science/tel-01234567" },
    "hal",
    "tel-01234567",
    "https://hal.science/tel-01234567",
  ],
  [{ inspirehep_id: "1234567" }, "inspirehepId", "1234567", "https://inspirehep.net/literature/1234567"],
  [
    { url: "https://inspirehep.net/record/1234567" },
    "inspirehepId",
    "1234567",
    "https://inspirehep.net/literature/1234567",
  ],
  [
    { url: "https://openreview.net/forum?id=rk_3-85ee" },
    "openreview",
    "rk_3-85ee",
    "https://openreview.net/forum?id=rk_3-85ee",
  ],
  [
    { url: "https://openreview.net/pdf?id=rkE3y85ee" },
    "openreview",
    "rkE3y85ee",
    "https://openreview.net/forum?id=rkE3y85ee",
  ],
  [{ openreview: "rkE3y85ee" }, "openreview", "rkE3y85ee", "https://openreview.net/forum?id=rkE3y85ee"],
  [{ pmid: "12345678" }, "pmid", "12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"],
  [{ pmid: "PMID: 12345678" }, "pmid", "12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"],
  [
    { eprint: "12345678", eprinttype: "pubmed" },
    "pmid",
    "12345678",
    "https://pubmed.ncbi.nlm.nih.gov/12345678/",
  ],
  [
    { url: "http://www.ncbi.nlm.nih.gov/pubmed/12345678" },
    "pmid",
    "12345678",
    "https://pubmed.ncbi.nlm.nih.gov/12345678/",
  ],
  [{ note: "PMID: 12345678" }, "pmid", "12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"],
  [{ pmcid: "PMC1234567" }, "pmcid", "PMC1234567", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/"],
  [{ pmc: "1234567" }, "pmcid", "PMC1234567", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/"],
  [
    { url: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/" },
    "pmcid",
    "PMC1234567",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/",
  ],
  [{ eprint: "1234567", eprinttype: "jstor" }, "jstor", "1234567", "https://www.jstor.org/stable/1234567"],
  [
    { url: "http://www.jstor.org/stable/1234567" },
    "jstor",
    "1234567",
    "https://www.jstor.org/stable/1234567",
  ],
  [
    { url: "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1234567" },
    "ssrn",
    "1234567",
    "https://ssrn.com/abstract=1234567",
  ],
  [
    { mrnumber: "MR1234567 (98b:12345)" },
    "mathscinet",
    "MR1234567",
    "https://mathscinet.ams.org/mathscinet-getitem?mr=MR1234567",
  ],
  [
    { mrnumber: "123456" },
    "mathscinet",
    "MR0123456",
    "https://mathscinet.ams.org/mathscinet-getitem?mr=MR0123456",
  ],
  [{ zblnumber: "Zbl 1234.56789" }, "zbmath", "1234.56789", "https://zbmath.org/?q=an:1234.56789"],
  [
    { adsurl: "http://adsabs.harvard.edu/abs/2020Test..123..456R" },
    "ads",
    "2020Test..123..456R",
    "https://ui.adsabs.harvard.edu/abs/2020Test..123..456R/abstract",
  ],
  [
    { adsurl: "https://ui.adsabs.harvard.edu/abs/2020A%26A...123A.456R" },
    "ads",
    "2020A&A...123A.456R",
    "https://ui.adsabs.harvard.edu/abs/2020A%26A...123A.456R/abstract",
  ],
  [{ hdl: "2027/1234" }, "handle", "2027/1234", "https://hdl.handle.net/2027/1234"],
  [{ url: "http://hdl.handle.net/2027/1234" }, "handle", "2027/1234", "https://hdl.handle.net/2027/1234"],
  [
    { urn: "urn:nbn:de:0000-1234" },
    "urn",
    "urn:nbn:de:0000-1234",
    "https://nbn-resolving.org/urn:nbn:de:0000-1234",
  ],
  [
    { swhid: `swh:1:rev:${"0123456789".repeat(4)}` },
    "swhid",
    `swh:1:rev:${"0123456789".repeat(4)}`,
    `https://archive.softwareheritage.org/swh:1:rev:${"0123456789".repeat(4)}`,
  ],
];
for (const [fields, name, id, url] of ofArchives) {
  test(`${name} in ${JSON.stringify(fields)}`, () => {
    assert.is(readIdentifiers(fields).ids[name], id);
    assert.is(archives[name].url(id), url);
    assert.is(archiveId(archives[name], id), id, "again");
    assert.is(archiveId(archives[name], url), id, "from its own URL");
  });
}

/** A local file or page is in brackets; a value that is left out gives nothing. */
const urls: [value: string, ...expected: string[]][] = [
  ["https://example.org/x", "https://example.org/x"],
  ["http://example.org", "http://example.org"],
  ["HTTPS://Example.org/X", "HTTPS://Example.org/X"],
  ["https://a.example/x https://b.example/y", "https://a.example/x", "https://b.example/y"],
  ["https://a.example/x,https://b.example/y", "https://a.example/x", "https://b.example/y"],
  ["https://a.example/x;https://b.example/y", "https://a.example/x", "https://b.example/y"],
  ["https://a.example/x,\nhttps://b.example/y", "https://a.example/x", "https://b.example/y"],
  ["https://a.example/x and https://b.example/y", "https://a.example/x", "https://b.example/y"],
  [
    "https://a.example/x | www.example.org | github.com/x",
    "https://a.example/x",
    "https://www.example.org",
    "https://github.com/x",
  ],
  ["\\url{https://a.example/x}, \\url{https://b.example/y}", "https://a.example/x", "https://b.example/y"],
  ["https://a.example/x https://a.example/x", "https://a.example/x"],
  ["https://example.org/a,b;c", "https://example.org/a,b;c"],
  [
    "https://web.archive.org/web/2020/https://example.org/",
    "https://web.archive.org/web/2020/https://example.org/",
  ],
  ["https://example.org/?u=https://example.net/", "https://example.org/?u=https://example.net/"],
  ["www.example.org/x", "https://www.example.org/x"],
  ["WWW.example.museum", "https://WWW.example.museum"],
  ["github.com/x", "https://github.com/x"],
  ["x.github.io", "https://x.github.io"],
  ["example.org", "https://example.org"],
  ["example.org:8080/x", "https://example.org:8080/x"],
  ["//example.org/x", "https://example.org/x"],
  ["doi.org/10.1000/x", "https://doi.org/10.1000/x"],
  ["10.1000/xyz", "https://doi.org/10.1000/xyz"],
  ["doi:10.1000/xyz", "https://doi.org/10.1000/xyz"],
  ["http://doi.acm.org/10.1145/1.2", "https://doi.org/10.1145/1.2"],
  ["hdl:2027/1234", "https://hdl.handle.net/2027/1234"],
  ["paper.pdf", "[paper.pdf]"],
  ["my paper, 2020.pdf", "[my paper, 2020.pdf]"],
  ["my\\_paper.pdf", "[my_paper.pdf]"],
  ["talk.key", "[talk.key]"],
  ["slides.pptx", "[slides.pptx]"],
  ["script.py", "[script.py]"],
  ["paper.ps", "[paper.ps]"],
  ["README.md", "[README.md]"],
  ["docs/paper.pdf", "[docs/paper.pdf]"],
  ["/assets/x.pdf", "[/assets/x.pdf]"],
  ["/projects/x/", "[/projects/x/]"],
  ["mailto:roe@example.org", "mailto:roe@example.org"],
  ['doi:<a href="https://doi.org/10.1000/2">10.1000/2</a>', "https://doi.org/10.1000/2"],
  ["<a href='https://example.org/x' target='_blank'>x</a>", "https://example.org/x"],
  ["hhttps://example.org/x", "https://example.org/x"],
  ["htpp://example.org/x", "http://example.org/x"],
  ["htps://example.org/x", "https://example.org/x"],
  ["ttps://example.org/x", "https://example.org/x"],
  ["http//example.org/x", "http://example.org/x"],
  ["https:/example.org/x", "https://example.org/x"],
  ["https:///example.org/x", "https://example.org/x"],
  ["http:\\\\example.org\\x", "http://example.org/x"],
  ["https;//example.org/x", "https://example.org/x"],
  ["http://https://example.org/x", "https://example.org/x"],
  ["http:// example.org/x", "http://example.org/x"],
  ["http:x"],
  ["https://"],
  ["\\url{https://example.org/a\\_b\\%20c\\&d\\#e}", "https://example.org/a_b%20c&d#e"],
  ["https://example.org/{\\textasciitilde}roe", "https://example.org/~roe"],
  ["https://example.org/$\\sim$roe", "https://example.org/~roe"],
  ["https://example.org/\\~{}roe", "https://example.org/~roe"],
  ["https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2"],
  ["<https://example.org/x>", "https://example.org/x"],
  ["[text](https://example.org/x_(y))", "https://example.org/x_(y)"],
  ["URL: https://example.org/x", "https://example.org/x"],
  ["https://example.org/x.", "https://example.org/x"],
  ["https://example.org/x,", "https://example.org/x"],
  ["(https://example.org/x)", "https://example.org/x"],
  ["https://example.org/x)", "https://example.org/x"],
  ["https://example.org/x_(y)", "https://example.org/x_(y)"],
  ["https://example.org/very/\n   long.pdf", "https://example.org/very/long.pdf"],
  ["https://example.org/a-\n  b", "https://example.org/a-b"],
  ["https://example.org/my paper.pdf", "https://example.org/my%20paper.pdf"],
  ["https://example.org/ (accessed 2020-01-02)", "https://example.org/"],
  ["https://example.org/x last visited May 2020", "https://example.org/x"],
  ["https://example.org/10.1000%2Fxyz", "https://example.org/10.1000%2Fxyz"],
  ["https://example.org/2020A%26A", "https://example.org/2020A%26A"],
  ["https://example.org/?q=a\\%2Bb", "https://example.org/?q=a%2Bb"],
  ["https://example.org/100%", "https://example.org/100%25"],
  ["https://müller.example/ä", "https://müller.example/ä"],
  ["https://xn--mller-kva.example/", "https://xn--mller-kva.example/"],
  ["https://example.org/x\u200b\u00ad", "https://example.org/x"],
  ["ftp://example.org/x"],
  ["javascript:alert(1)"],
  ["java\tscript:alert(1)"],
  ["data:text/html,x"],
  ["vbscript:x"],
  ["file:///C:/x.pdf"],
  ["C:\\x\\y.pdf"],
  ["https://roe:secret@example.org/x"],
  ["https://roe@example.org/x"],
  ["roe@example.org"],
  ["TBA"],
  ["n/a"],
  ["localhost"],
];
for (const [value, ...expected] of urls) {
  test(`URL in ${JSON.stringify(value)}`, () => {
    const { urls: found, local, problems } = readUrls(value);
    assert.equal(local === undefined ? found.map(({ url }) => url) : [`[${local}]`], expected);
    assert.is(problems.length > 0, expected.length === 0, problems.join("\n"));
  });
}

test("no password is repeated in a message", () => {
  for (const value of [
    "https://roe:secret@example.org/x",
    "ftp://roe:secret@example.org/",
    "htp:/roe:secret@a/x",
  ])
    assert.not.match(JSON.stringify(readUrls(value)), "secret");
});

const notes: [note: string, ...expected: string[]][] = [
  ["Code at \\url{https://example.org/x\\_y}.", "https://example.org/x_y"],
  ["\\href{https://example.org/}{The \\emph{code}}", "The code: https://example.org/"],
  ["See https://a.example/x (also www.example.org).", "https://a.example/x", "https://www.example.org"],
  ["Best paper. Dr. Roe et al. in v2.0"],
];
for (const [note, ...expected] of notes) {
  test(`URL in the note ${note}`, () =>
    assert.equal(
      urlsIn(note).map(({ url, label }) => (label ? `${label}: ${url}` : url)),
      expected,
    ));
}

test("a DOI in a note is the work's only if the note is nothing else", () => {
  assert.is(readIdentifiers({ note: "doi: 10.1000/x" }).ids.doi, "10.1000/x");
  assert.is(readIdentifiers({ note: "https://doi.org/10.1000/x" }).ids.doi, "10.1000/x");
  assert.is(readIdentifiers({ note: "Erratum: 10.1000/x" }).ids.doi, undefined);
  assert.is(readIdentifiers({ note: "Data: https://doi.org/10.1000/x" }).ids.doi, undefined);
});

test("the first DOI is the work's, others are links", () => {
  const { ids, links } = readIdentifiers({
    doi: "10.1000/a, 10.1000/b",
    ee: "https://dl.acm.org/doi/10.1000/a",
  });
  assert.is(ids.doi, "10.1000/a");
  assert.is(ids.url, "https://dl.acm.org/doi/10.1000/a");
  assert.equal(links, [{ label: "DOI", url: "https://doi.org/10.1000/b" }]);
  assert.is(readIdentifiers({ ee: "https://doi.org/10.1000/a" }).ids.doi, "10.1000/a");
});

test("what is left out or understood has a message with its field", () => {
  assert.equal(readIdentifiers({ doi: "foo" }).problems, [
    { field: "doi", message: 'must be a DOI such as "10.1000/182", but it is "foo"; it is left out.' },
  ]);
  assert.equal(readIdentifiers({ doi: "https://example.org/x" }).hints, [
    {
      field: "doi",
      message: 'must be a DOI such as "10.1000/182", but it is "https://example.org/x"; it is read as a URL.',
    },
  ]);
  assert.equal(readIdentifiers({ url: "ftp://example.org/x" }).problems, [
    {
      field: "url",
      message: 'names "ftp://example.org/x", but browsers no longer open FTP; it is left out.',
    },
  ]);
  assert.equal(readIdentifiers({ url: "htpp://example.org/x" }).hints, [
    { field: "url", message: 'is read as "http://example.org/x"; it is "htpp://example.org/x".' },
  ]);
});

const dates: [text: string, ...expected: number[]][] = [
  ["2019", 2019],
  ["May 2019", 2019, 5],
  ["Sept. 2019", 2019, 9],
  ["3 May 2019", 2019, 5, 3],
  ["May 3rd, 2019", 2019, 5, 3],
  ["2019 Nov 5", 2019, 11, 5],
  ["2019-05", 2019, 5],
  ["2019-05-03", 2019, 5, 3],
  ["2019-05-03T10:00:00Z", 2019, 5, 3],
  ["2019-05/2019-07", 2019, 5],
  ["2019/2020", 2019],
  ["1982/83", 1982],
  ["2019-21", 2019],
  ["2019~", 2019],
  ["2019?", 2019],
  ["[2019]", 2019],
  ["c. 2019", 2019],
  ["2019a", 2019],
  ["Spring 2019", 2019],
  ["March/April 2019", 2019, 3],
  ["05/2019", 2019, 5],
  ["23/05/2019", 2019, 5, 23],
  ["05/23/2019", 2019, 5, 23],
  ["03/05/2019", 2019],
  ["Market report 2019", 2019],
  ["201X"],
  ["soon"],
  [""],
];
for (const [text, ...expected] of dates) {
  test(`date ${text}`, () => {
    const { year, month, day } = publicationDate({ issued: { raw: text } });
    assert.equal(
      [year, month, day].filter((part) => part !== undefined),
      expected,
    );
  });
}

test.run();
