// Loads the comments when a reader asks for them or has scrolled down to them, and nothing before.
(() => {
  const container = document.querySelector(".comments > [data-src]");
  if (!container) return;
  const link = container.querySelector("a");

  function load() {
    observer.disconnect();
    container.removeEventListener("click", ask);
    const { src, pageUrl, pageIdentifier, ...data } = container.dataset;
    window.disqus_config = function () {
      this.page.url = pageUrl;
      this.page.identifier = pageIdentifier;
    };
    const script = document.createElement("script");
    script.src = src;
    Object.assign(script.dataset, data);
    // The link stays if the script is blocked. Only the link goes: the service may have filled the container already.
    script.addEventListener("load", () => link?.remove());
    container.after(script);
  }

  function ask(event) {
    event.preventDefault();
    load();
  }

  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) load();
  });
  observer.observe(container);
  container.addEventListener("click", ask);
})();
