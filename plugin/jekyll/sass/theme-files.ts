/**
 * The Sass of Indigo for Jekyll, relative to `_sass`. The plugin replaces these files.
 *
 * @see https://github.com/sergiokopplin/indigo/tree/gh-pages/_sass
 */
export const themeSass: readonly string[] = [
  "base/general.sass",
  "base/helpers.sass",
  "base/normalize.scss",
  "base/syntax-dark.sass",
  "base/syntax.sass",
  "base/variables-dark.sass",
  "base/variables.sass",
  "components/author.sass",
  "components/disqus.sass",
  "components/footer.sass",
  "components/header.sass",
  "components/nav.sass",
  "components/others.sass",
  "components/pagination.sass",
  "components/related.sass",
  "components/share.sass",
  "components/side-by-side.sass",
  "components/social-links.sass",
  "components/spoiler.sass",
  "pages/home-blog-projects.sass",
  "pages/page.sass",
  "pages/post.sass",
  "pages/tags.sass",
];
