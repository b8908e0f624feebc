// Light or dark as the reader chose it, before the page is first shown, and the button to choose. What a reader chose is
// remembered as long as it differs from what the page starts with.
(() => {
  const root = document.documentElement;
  const { start } = document.currentScript.dataset;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const key = "indigo-theme";
  let chosen = remembered();

  const first = () => (start === "auto" ? (system.matches ? "dark" : "light") : start);
  const current = () => chosen ?? first();

  // Storage may be forbidden, which is an error to ask for it.
  function remembered() {
    try {
      return ["light", "dark"].find((theme) => theme === localStorage.getItem(key));
    } catch {}
  }

  function remember() {
    try {
      if (chosen) localStorage.setItem(key, chosen);
      else localStorage.removeItem(key);
    } catch {}
  }

  function show() {
    if (chosen) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    const button = document.querySelector(".theme-switch");
    button?.setAttribute("aria-pressed", current() === "dark");
    button?.removeAttribute("hidden");
    document.querySelectorAll('meta[name="theme-color"]').forEach((meta, index) => {
      meta.dataset.media ??= meta.media;
      meta.media = chosen ? ((index === 1) === (chosen === "dark") ? "all" : "not all") : meta.dataset.media;
    });
    // Comments that are not loaded yet.
    const comments = document.querySelector(".giscus > [data-theme]");
    if (comments) comments.dataset.theme = chosen ?? (start === "auto" ? "preferred_color_scheme" : start);
  }

  show();
  system.addEventListener("change", show);
  addEventListener("storage", (event) => {
    if (event.key && event.key !== key) return;
    chosen = remembered();
    show();
  });
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".theme-switch")) return;
    const other = current() === "dark" ? "light" : "dark";
    chosen = other === first() ? undefined : other;
    remember();
    show();
  });
})();
