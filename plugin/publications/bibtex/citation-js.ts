/// <reference path="./citation-js.d.ts" />
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";

/** Citation.js with its plugin for BibTeX and BibLaTeX, which parse.ts calls for each entry. */
export const citation = plugins;

/** The plugin's tables of LaTeX commands and entry types. */
export const { constants, types } = plugins.config.get("@bibtex");
