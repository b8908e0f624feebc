// Draws the diagrams of a page, in the colours that the page has.
{
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark =
    colorScheme === "dark" || (colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  mermaid.initialize({
    startOnLoad: false,
    theme: isDark ? "dark" : "default",
    // What a diagram may not set for itself: the usual, and what goes into the styles of the page as it is.
    secure: [
      ...["secure", "securityLevel", "startOnLoad", "maxTextSize", "suppressErrorRendering", "maxEdges"],
      ...["fontFamily", "altFontFamily", "themeCSS"],
    ],
  });
  mermaid.run({ querySelector: "pre.mermaid" });
}
