import { isRunning, signalGroup, waitUntil } from "@botdeck/local-stack";

import { readRunRecord } from "./start-system.ts";

const GONE_WITHIN_MS = 10_000;

/**
 * Kills a part of a started system with all its processes, as a failing machine does. The start brings up another one by
 * itself, no sooner than a second later.
 *
 * @returns What tells whether another one runs by now.
 * @throws Error when no such part runs.
 */
export async function killPart(home: string, name: string): Promise<{ isReplaced(): boolean }> {
  const killed = readRunRecord(home)?.parts[name];
  if (killed === undefined || !isRunning(killed)) throw new Error(`No ${name} runs on ${home}`);
  signalGroup(killed.pid, "SIGKILL");
  if (!(await waitUntil(() => !isRunning(killed), { timeoutMs: GONE_WITHIN_MS }))) {
    throw new Error(`The ${name} of ${home} lives on`);
  }
  return {
    isReplaced() {
      const now = readRunRecord(home)?.parts[name];
      return now !== undefined && now.pid !== killed.pid && isRunning(now);
    },
  };
}
