import { fileURLToPath } from "node:url";

import type { BundleOptions } from "@temporalio/worker";

/** Workflow sources; bundled at start when no prebuilt bundle is given. */
const WORKFLOWS_ENTRY = fileURLToPath(new URL("../workflows/index.ts", import.meta.url));

type Webpack = Parameters<NonNullable<BundleOptions["webpackConfigHook"]>>[0];

/**
 * The SDK writes workflows for runtimes of 2017, which knew no `\p{L}`: each becomes a list of all letters there are, and
 * every workflow that starts reads them all.
 */
function forThisRuntime(config: Webpack): Webpack {
  for (const rule of config.module?.rules ?? []) {
    const use = typeof rule === "object" && rule !== null ? rule.use : null;
    const options = typeof use === "object" && use !== null && "options" in use ? use.options : null;
    const isSwc = typeof options === "object" && options !== null && "jsc" in options;
    if (isSwc) Object.assign(options.jsc as object, { target: "es2022" }); // safe: swc-loader's own options
  }
  return config;
}

/** How workflows are bundled, here and at build time. */
export const WORKFLOW_BUNDLE = {
  workflowsPath: WORKFLOWS_ENTRY,
  webpackConfigHook: forThisRuntime,
} as const satisfies BundleOptions;
