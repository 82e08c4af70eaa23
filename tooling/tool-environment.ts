import { delimiter, join } from "node:path";

/** The environment in which the repository's own tools are found, and none of them reports home. */
export function toolEnvironment(repository: string, environment: Record<string, string | undefined>) {
  const own = join(repository, "node_modules", ".bin");
  const standIns = join(repository, "tooling", "bin");
  return {
    PATH: [own, environment.PATH ?? "", standIns].join(delimiter),
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    // The packages were installed before; turbo asking pnpm for each task must not install again.
    pnpm_config_verify_deps_before_run: "false",
  };
}
