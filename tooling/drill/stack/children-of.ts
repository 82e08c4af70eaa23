import { execFileSync } from "node:child_process";

/** The processes that a process has started and that still run. */
export function childrenOf(parentPid: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return rows
    .map((row) => row.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (pid !== undefined && ppid === parentPid ? [pid] : []));
}
