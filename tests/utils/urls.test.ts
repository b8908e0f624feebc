import { test } from "uvu";
import * as assert from "uvu/assert";
import { rootUrl } from "../../plugin/eleventy/site-files.ts";
import { otherPages } from "../../plugin/navigation/navigation.ts";
import { configFileName } from "../../plugin/utils/config-file-name.ts";
import { suggestion } from "../../plugin/utils/errors.ts";
import { link, siteUrl } from "../../plugin/utils/schema-values.ts";
import { absoluteUrl, addPrefix } from "../../plugin/utils/urls.ts";

test("an address from the root gets the prefix once, others stay", () => {
  assert.is(addPrefix("/about/", "/sub/"), "/sub/about/");
  assert.is(addPrefix("/", "/sub/"), "/sub/");
  assert.is(addPrefix("/sub/about/", "/sub/"), "/sub/about/");
  assert.is(addPrefix("/sub", "/sub/"), "/sub");
  assert.is(addPrefix("/subject/", "/sub/"), "/sub/subject/");
  for (const other of [
    "about/",
    "../about/",
    "#top",
    "?q",
    "//host/x",
    "https://host/x",
    "mailto:a@b.c",
    "",
  ]) {
    assert.is(addPrefix(other, "/sub/"), other);
  }
});

test("a full address has site, prefix and page once each", () => {
  assert.is(absoluteUrl("/a/", "https://x.org", "/"), "https://x.org/a/");
  assert.is(absoluteUrl("/", "https://x.org", "/"), "https://x.org/");
  assert.is(absoluteUrl("/a/", "https://x.org", "/sub/"), "https://x.org/sub/a/");
  assert.is(absoluteUrl("/a/", "https://x.org/sub", "/sub/"), "https://x.org/sub/a/");
  assert.is(absoluteUrl("/a/", "https://x.org/sub", "/"), "https://x.org/sub/a/");
});

test("a file's address has its signs encoded, one elsewhere stays", () => {
  assert.is(rootUrl("assets/me.jpg"), "/assets/me.jpg");
  assert.is(rootUrl("/assets/me.jpg"), "/assets/me.jpg");
  assert.is(rootUrl("a b/ü#?.jpg"), "/a%20b/%C3%BC%23%3F.jpg");
  assert.is(rootUrl("https://x.org/a b.jpg"), "https://x.org/a b.jpg");
});

test("a link may not run script, however it is written", () => {
  const refused = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\u0001javascript:alert(1)",
    "java\nscript:alert(1)",
  ];
  for (const bad of [...refused, "data:text/html,x", "vbscript:x", "file:///etc/passwd", "", " "]) {
    assert.not(link.safeParse(bad).success, JSON.stringify(bad));
  }
  // Of another host only in some browsers, on some pages or by mistake.
  for (const bad of [
    "//x.org/a.jpg",
    "\\\\x.org\\a.jpg",
    "/\t/x.org",
    "https:x.org",
    "http:/x.org",
    "\u0001https:x.org",
  ]) {
    assert.not(link.safeParse(bad).success, JSON.stringify(bad));
  }
  for (const good of [
    "https://x.org/?a=b#c",
    "http://x.org",
    "mailto:a@b.c",
    "tel:+1",
    "/a/",
    "a/b.pdf",
    "#top",
    "../",
  ]) {
    assert.is(link.parse(good), good);
  }
});

test("a site's address is one of the web, without a slash at its end", () => {
  assert.is(siteUrl.parse("https://x.org/"), "https://x.org");
  assert.is(siteUrl.parse("http://localhost:8080/sub//"), "http://localhost:8080/sub");
  for (const bad of ["x.org", "//x.org", "ftp://x.org", "https://", "https://x.org?a", "/"]) {
    assert.not(siteUrl.safeParse(bad).success, bad);
  }
});

test("a page is left out of its own navigation, however its address is written", () => {
  const items = ["/", "/about", "/about/", "/about/index.html", "/about-us/"].map((url) => ({
    label: url,
    url,
  }));
  const urls = (url: string | false) => otherPages(items, url).map((item) => item.url);
  assert.equal(urls("/about/"), ["/", "/about-us/"]);
  assert.equal(urls("/"), ["/about", "/about/", "/about/index.html", "/about-us/"]);
  assert.is(urls(false).length, 5);
});

test("a slip is met with the nearest name, anything else with none", () => {
  const known = ["title", "bio", "url", "picture", "x"];
  assert.is(suggestion("tilte", known), ' Did you mean "title"?');
  assert.is(suggestion("Title", known), ' Did you mean "title"?');
  assert.is(suggestion("picure", known), ' Did you mean "picture"?');
  assert.is(suggestion("zz", known), "");
  assert.is(suggestion("colour", known), "");
  assert.is(suggestion("tilte", []), "");
});

test("the config is found as the command line names it", () => {
  assert.is(configFileName(["node", "eleventy", "--config=my.config.ts"]), "my.config.ts");
  assert.is(configFileName(["node", "eleventy", "--config", "my.config.ts"]), "my.config.ts");
  assert.is(configFileName(["node", "eleventy", "--quiet"]), "eleventy.config.js");
});

test.run();
