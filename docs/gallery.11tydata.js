import { pictures } from "./site/gallery.js";

// Without pictures there is no page: `npm run docs:pictures` takes them.
export default {
  title: "Gallery",
  description: "Every kind of page, in light and in dark.",
  pictures,
  width: "large",
  eleventyComputed: { permalink: pictures.length > 0 ? "/gallery/" : false },
};
