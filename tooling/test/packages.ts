import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { z } from "zod";

const Manifest = z.object({
  name: z.string(),
  scripts: z.record(z.string(), z.string()).default({}),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

export type TestedPackage = {
  name: string;
  folder: string;
  /** True when its tests may start a Temporal server. */
  usesTemporal: boolean;
};

/** Those that take minutes, the longest first: begun late, one of them would run alone at the end. */
const LONGEST = ["@botdeck/console", "@botdeck/worker", "@botdeck/e2e", "@botdeck/tooling"];

/**
 * The packages that have tests, in the order in which to run them: the longest first, then those that need no Temporal
 * server before those that do. It may still be built while the first two run.
 *
 * @param filters Parts of package names; none means all.
 */
export function findTestedPackages(repository: string, filters: readonly string[]): TestedPackage[] {
  const manifests = globSync(["{apps,packages}/*/package.json", "tooling/package.json"], { cwd: repository });
  return manifests
    .map((path) => join(repository, path))
    .map((path) => ({ folder: dirname(path), ...Manifest.parse(JSON.parse(readFileSync(path, "utf8"))) }))
    .filter(({ folder, scripts }) => scripts.test !== undefined && hasTests(folder))
    .filter(({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)))
    .map(({ name, folder, dependencies, devDependencies }) => ({
      name,
      folder,
      usesTemporal:
        "@botdeck/local-stack" in { ...dependencies, ...devDependencies } || name === "@botdeck/local-stack",
    }))
    .toSorted(
      (one, other) =>
        placeOf(one) - placeOf(other) ||
        Number(one.usesTemporal) - Number(other.usesTemporal) ||
        one.name.localeCompare(other.name),
    );
}

const placeOf = ({ name }: TestedPackage): number => (LONGEST.includes(name) ? LONGEST.indexOf(name) : LONGEST.length);

function hasTests(folder: string): boolean {
  const excluded = (path: string) => path === "node_modules" || path === "dist";
  return existsSync(folder) && globSync("**/*.test.{ts,tsx}", { cwd: folder, exclude: excluded }).length > 0;
}
