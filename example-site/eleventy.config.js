import indigo from "eleventy-plugin-indigo";

export default function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy("assets");
  eleventyConfig.addPlugin(indigo, {
    title: "Edward Hu",
    bio: "A research scientist building more capable language models",
    description:
      "Edward Hu, research scientist: selected publications on language models, scaling and robust reasoning.",
    url: "https://example.org",
    picture: "assets/portrait.svg",
    citationStyle: "ieee",
    social: { github: "edwardjhu" },
    authors: {
      edward: {
        name: "Edward Hu",
        bio: "A research scientist building more capable language models",
        picture: "assets/portrait.svg",
      },
      indigo: {
        name: "The Indigo maintainers",
        bio: "We keep the theme that you are looking at",
        url: "https://github.com/sergiokopplin/indigo",
      },
    },
  });
}
