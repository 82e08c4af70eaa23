import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { bundleWorkflowCode } from "@temporalio/worker";

import { WORKFLOW_BUNDLE } from "./temporal/workflow-bundle.ts";

// Run as a program by `build`: bundles the workflows, and so proves that they hold nothing the sandbox refuses.
const target = fileURLToPath(new URL("../dist/workflows.js", import.meta.url));
const { code } = await bundleWorkflowCode(WORKFLOW_BUNDLE);
await mkdir(dirname(target), { recursive: true });
await writeFile(target, code);
