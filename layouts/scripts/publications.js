// Finds entries in a list of publications as a reader types: those with all words, in any order.
const list = document.querySelector(".publication-list:has(.find-in-list)");
const field = list.querySelector(".find-in-list input");
const status = list.querySelector(".find-in-list [role=status]");
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const entries = [...list.querySelectorAll(".publication")].map((element) => {
  const copy = element.cloneNode(true);
  copy.querySelector(".bibtex")?.remove();
  return [element, plain(copy.textContent)];
});

function update() {
  const words = plain(field.value).split(/\s+/);
  for (const [element, text] of entries) element.hidden = !words.every((word) => text.includes(word));
  // A group is shown if both the words and the filters leave something in it.
  for (const group of list.querySelectorAll(".publication-group")) {
    group.hidden = false;
    group.hidden = ![...group.querySelectorAll(".publication")].some((entry) => entry.checkVisibility());
  }
  const count = entries.filter(([element]) => element.checkVisibility()).length;
  status.textContent = field.value.trim() ? `${count} / ${entries.length}` : "";
}

list.addEventListener("input", update);
field.closest(".find-in-list").hidden = false;
// The browser may have kept words from an earlier visit.
update();
