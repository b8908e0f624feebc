// Run by `npm run build`, after the TypeScript is compiled.
import { precompileCsl } from "./bibliography/citation-styles.js";
import { precompileIcons } from "./compiled-icons.js";
import { precompileStyles } from "./compiled-styles.js";
import { iconSources } from "./icons.js";

await precompileStyles();
precompileCsl();
precompileIcons(iconSources);
