// Run by `npm run build`, after the TypeScript is compiled.
import { precompileStyles } from "./compiled-styles.js";

await precompileStyles();
