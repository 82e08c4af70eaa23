import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Names one process for good: the system reuses a pid, but not a pid together with the moment it started. */
export type ProcessIdentity = { pid: number; startedAt: string };

/** The identity of a running process, or null when no process has that pid. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  const startedAt = process.platform === "linux" ? startTicks(pid) : startDate(pid);
  return startedAt === null ? null : { pid, startedAt };
}

/** True while that very process runs; false also when its pid belongs to somebody else by now. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

/** The command line of a process, or null when there is none. */
export function commandLineOf(pid: number): string | null {
  if (process.platform !== "linux") return askPs(pid, "command=");
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return null;
  }
}

/** The pid of a process's parent, or null when there is no such process. */
export function parentOf(pid: number): number | null {
  const parent = process.platform === "linux" ? statFields(pid)?.[1] : askPs(pid, "ppid=");
  return parent == null ? null : Number(parent);
}

function startTicks(pid: number): string | null {
  const fields = statFields(pid);
  // A zombie only waits for its parent to notice; nothing of it runs.
  return fields === null || fields[0] === "Z" ? null : (fields[19] ?? null);
}

function startDate(pid: number): string | null {
  return askPs(pid, "lstart=");
}

// proc(5), from field 3 on: state, ppid, …, starttime as field 22. The name in field 2 may hold spaces and brackets.
function statFields(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

function askPs(pid: number, field: string): string | null {
  try {
    return execFileSync("ps", ["-o", field, "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
