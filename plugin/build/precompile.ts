// Run by `npm run build`, after the TypeScript is compiled.

import { iconSources } from "../accounts/icon.js";
import { precompileStyles } from "../appearance/theme-styles.js";
import { precompileIcons } from "../icons/icon-sets.js";
import { precompileCsl } from "../publications/cite/csl-styles.js";
import { precompileResumeSchema } from "../sections/cv/schema.js";
import { precompileLayouts } from "../templates/compiled-layouts.js";

await precompileStyles();
precompileLayouts();
precompileCsl();
precompileIcons(iconSources);
precompileResumeSchema();
