import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("./owner-main.ts", import.meta.url));
let started = 0;

/** Another process with a spool in the folder, which appends so many records, and drains into a file if it is given one. */
export async function startOwner(folder: string, count: number, takenFile = "") {
  const child = spawn(process.execPath, [MAIN, folder, `owner${started++}`, String(count), takenFile], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "close");
  const acknowledged: string[] = [];
  const waiting = new Set<() => void>();
  let isOpen = false;
  let begun = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = `${begun}${chunk}`.split("\n");
    // A kill may cut the last line short, and half a name is another's name.
    begun = lines.pop() ?? "";
    isOpen ||= lines.includes("open");
    acknowledged.push(...lines.filter((line) => line !== "open"));
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
