import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { bundleWorkflowCode } from "@temporalio/worker";

import { WORKFLOWS_ENTRY } from "./temporal/run-flows.ts";

// Run as a program by `build`: bundles the workflows, and so proves that they hold nothing the sandbox refuses.
const target = fileURLToPath(new URL("../dist/workflows.js", import.meta.url));
const { code } = await bundleWorkflowCode({ workflowsPath: WORKFLOWS_ENTRY });
await mkdir(dirname(target), { recursive: true });
await writeFile(target, code);
