// Run by `npm run build`, after the TypeScript is compiled.
import { precompileCsl } from "./bibliography/citation-styles.js";
import { precompileIcons } from "./compiled-icons.js";
import { precompileLayouts } from "./compiled-layouts.js";
import { precompileStyles } from "./compiled-styles.js";
import { iconSources } from "./icons.js";
import { precompileResumeSchema } from "./schemas/resume.js";

await precompileStyles();
precompileLayouts();
precompileCsl();
precompileIcons(iconSources);
precompileResumeSchema();
