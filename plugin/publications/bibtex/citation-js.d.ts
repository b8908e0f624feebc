/** The part of Citation.js that the theme uses; it ships no declarations. @see https://citation.js.org/api/ */
declare module "@citation-js/core" {
  export const plugins: {
    input: { data(input: unknown, type: string): unknown };
    config: {
      get(plugin: "@bibtex"): {
        constants: Record<
          | "commands"
          | "mathCommands"
          | "diacritics"
          | "formattingCommands"
          | "formattingEnvs"
          | "argumentCommands"
          | "mathScriptFormatting"
          | "defaultStrings",
          Record<string, unknown>
        >;
        types: Record<"bibtex" | "biblatex", { source: Record<string, string> }>;
      };
    };
  };
}

declare module "@citation-js/plugin-bibtex";
