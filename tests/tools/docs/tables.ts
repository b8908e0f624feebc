import { writeFileSync } from "node:fs";
import path from "node:path";
import { docs } from "../../support/docs.ts";
import { withTables } from "../../support/reference.ts";
import { root } from "../../support/site.ts";

// Writes the tables of the documentation that describe code: those between `<!-- table: NAME -->` and `<!-- end -->`.

for (const [name, text] of Object.entries(docs)) {
  const written = await withTables(text);
  if (written !== text) writeFileSync(path.join(root, name), written);
}
