// Finds pages as a reader types. Pagefind is loaded when the field is first used, and nothing before.
const form = document.querySelector('form[role="search"]');
const field = form?.querySelector('input[type="search"]');
const results = document.querySelector(".search-results");
const [status, list, more] = ["status", "found", "more"].map((name) => results?.querySelector(`.${name}`));

const atOnce = 10;
const pause = 250; // milliseconds without a key after which words are looked for

let loading;
let attempts = 0;
let asked = "";
let timer;

const fill = (words, ...values) => words.replace(/%(\d)/g, (place, number) => values[number - 1] ?? place);

/** Loads Pagefind from its folder next to that of this file, so that it is found under a path prefix. */
function load() {
  loading ??= start();
  return loading;
}

async function start() {
  const url = new URL("../pagefind/pagefind.js", import.meta.url);
  // A browser remembers that a module could not be loaded: another attempt needs another URL.
  if (attempts > 0) url.search = `attempt=${attempts}`;
  attempts += 1;
  const pagefind = await import(url.href);
  await pagefind.init();
  return pagefind;
}

/** An excerpt is HTML of Pagefind's; only its text is taken, and what is marked in it. */
function excerpt(html) {
  const paragraph = document.createElement("p");
  paragraph.className = "excerpt";
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    if (node.nodeName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      paragraph.append(mark);
    } else paragraph.append(node.textContent);
  }
  return paragraph;
}

function entry({ url, meta, excerpt: html }) {
  const title = document.createElement("h3");
  title.className = "title";
  title.textContent = meta.title || url;
  const link = document.createElement("a");
  link.className = "url";
  link.href = url;
  link.append(title);
  const item = document.createElement("li");
  item.className = "item";
  item.append(link, excerpt(html));
  return item;
}

/** Shows the next of what was found, unless other words were asked for meanwhile. */
async function show(found, query) {
  const next = await Promise.all(found.slice(0, atOnce).map((result) => result.data()));
  if (query !== asked) return;
  const entries = next.map(entry);
  list.append(...entries);
  const rest = found.slice(atOnce);
  more.hidden = rest.length === 0;
  more.onclick = async () => {
    const shown = list.childElementCount;
    await show(rest, query);
    // The button may be gone; the keyboard goes on with what it brought.
    list.children[shown]?.querySelector("a").focus();
  };
}

/** Looks for the words in the field, and keeps them in the page's address, so that it can be linked to. */
async function find() {
  clearTimeout(timer);
  const query = field.value.trim();
  if (query === asked) return;
  asked = query;
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
  status.textContent = query ? results.dataset.searching : "";
  try {
    const found = query ? (await (await load()).search(query)).results : [];
    if (query !== asked) return;
    list.replaceChildren();
    await show(found, query);
    if (query !== asked || !query) return;
    const { found: some, nothing } = results.dataset;
    status.textContent = found.length > 0 ? fill(some, query, found.length) : fill(nothing, query);
  } catch {
    // Whoever asks again tries again.
    loading = undefined;
    asked = "";
    status.textContent = results.dataset.failed;
  }
}

if (field && results) {
  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, pause);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
  field.value = new URL(location.href).searchParams.get("q") ?? field.value;
  find();
}
