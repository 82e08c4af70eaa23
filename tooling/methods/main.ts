import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { generateMethods } from "./generate.ts";

const folder = fileURLToPath(new URL("../../packages/b24-client/src/methods/generated/", import.meta.url));

await mkdir(folder, { recursive: true });
for (const [name, content] of generateMethods()) await writeFile(folder + name, content);
