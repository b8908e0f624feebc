// Run by `npm run build`, after the TypeScript is compiled.
import { precompileCsl } from "./bibliography/citation-styles.js";
import { precompileStyles } from "./compiled-styles.js";

await precompileStyles();
precompileCsl();
