import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in these, whatever the machine. */
const TICKS_PER_S = 100;

export type Process = { pid: number; parentPid: number; cpuS: number };

/**
 * Processor time that a process and all its descendants have taken so far, in seconds: of Postgres that is every
 * backend, the writer of the log among them. NaN where there is no /proc.
 */
export function processorTimeS(pid: number): number {
  const family = familyOf(pid);
  return family.length === 0 ? Number.NaN : family.reduce((sum, each) => sum + each.cpuS, 0);
}

/** A process and all its descendants; none where there is no /proc. */
export function familyOf(pid: number): Process[] {
  const processes = allProcesses();
  const pids = new Set([pid]);
  // A child has a parent that is older, but its number may be lower; so until nothing is added.
  for (let size = 0; size !== pids.size;) {
    size = pids.size;
    for (const each of processes) if (pids.has(each.parentPid)) pids.add(each.pid);
  }
  return processes.filter((each) => pids.has(each.pid));
}

function allProcesses(): Process[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readProcess);
  } catch {
    return [];
  }
}

function readProcess(name: string): Process[] {
  try {
    // The second field is the command in brackets and may hold spaces; the fields are counted after it.
    const fields = (readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1) ?? "").split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(name), parentPid: Number(fields[1]), cpuS: ticks / TICKS_PER_S }];
  } catch {
    return [];
  }
}
