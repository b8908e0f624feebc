import { factsOf } from "./site/pages.js";

const factsOfPage = ({ page }) =>
  page.inputPath.endsWith(".md") ? factsOf(page.inputPath.replace("./", "")) : {};

export default {
  layout: "page",
  showHeader: "small",
  toc: "side",
  eleventyComputed: {
    title: (data) => factsOfPage(data).title ?? data.title,
    description: (data) => factsOfPage(data).description ?? data.description,
  },
};
