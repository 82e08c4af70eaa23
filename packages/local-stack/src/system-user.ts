import { execFileSync } from "node:child_process";
import { chownSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

import { AppError } from "@botdeck/core";

import type { Command } from "./process-group.ts";

type SystemUser = { name: string; uid: number; gid: number };

const OTHERS_MAY_ENTER = 0o001;

/** The user Postgres runs as. Null: as whoever runs this. Postgres refuses root, so root lends it another user. */
export function postgresUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (found === undefined) {
    throw new AppError(
      "invalid",
      "Postgres cannot run as root and this system has no user named postgres or nobody. Run as a normal user.",
    );
  }
  return { name: String(found[0]), uid: Number(found[2]), gid: Number(found[3]) };
}

/**
 * The same command, run as `user`.
 *
 * When a folder on the way is closed to others (a checkout in /root, or in a fresh `mktemp -d`), the process keeps
 * the one capability that lets it pass, rather than that folder being opened to everybody.
 *
 * @param paths What the command has to reach.
 */
export function runAs(user: SystemUser | null, command: Command, paths: readonly string[]): Command {
  if (user === null) return command;
  const closed = paths.map(closedFolderAbove).find((folder) => folder !== null);
  if (closed === undefined) return { ...command, uid: user.uid, gid: user.gid };
  if (!hasSetpriv()) {
    throw new AppError(
      "invalid",
      `Postgres cannot run as root, and the user ${user.name} may not enter ${closed}. Run "chmod a+x ${closed}", or put the checkout elsewhere.`,
    );
  }
  return {
    ...command,
    file: "setpriv",
    args: [
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      "--clear-groups",
      "--inh-caps=+dac_override",
      "--ambient-caps=+dac_override",
      command.file,
      ...command.args,
    ],
  };
}

/** Makes a folder the user's own. */
export function giveTo(user: SystemUser | null, path: string): void {
  if (user !== null) chownSync(path, user.uid, user.gid);
}

function closedFolderAbove(path: string): string | null {
  const parent = dirname(path);
  if (parent === path) return null;
  return (statSync(parent).mode & OTHERS_MAY_ENTER) === 0 ? parent : closedFolderAbove(parent);
}

function hasSetpriv(): boolean {
  try {
    return execFileSync("setpriv", ["--help"], { encoding: "utf8" }).includes("--ambient-caps");
  } catch {
    return false;
  }
}
