import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("./owner-main.ts", import.meta.url));
let started = 0;

/** Another process with a spool in the folder, which appends without end, and drains into a file if it is given one. */
export async function startOwner(folder: string, takenFile = "") {
  const child = spawn(process.execPath, [MAIN, folder, `owner${started++}`, takenFile], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "close");
  const acknowledged: string[] = [];
  const waiting = new Set<() => void>();
  let isOpen = false;
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line === "open") isOpen = true;
    else acknowledged.push(line);
    for (const check of waiting) check();
  });

  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (!condition()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
      void ended.then(() => reject(new Error("the owner of the spool ended too early")));
    });
  await until(() => isOpen);

  return {
    untilAcknowledged: (count: number) => until(() => acknowledged.length >= count),
    /** Kills it at once; gives what it had acknowledged, in that order. */
    async kill(): Promise<string[]> {
      child.kill("SIGKILL");
      await ended;
      return acknowledged;
    },
  };
}
