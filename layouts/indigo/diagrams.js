// Draws the diagrams of a page, in the colours that the page has.
{
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark =
    colorScheme === "dark" || (colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  mermaid.initialize({ startOnLoad: false, theme: isDark ? "dark" : "default" });
  mermaid.run({ querySelector: "pre.mermaid" });
}
