import { AppError } from "@botdeck/core";

import { timeUntil } from "../alerts/watch-chat.ts";
import type { ZabbixApi } from "./zabbix-api.ts";
import { openProblem } from "./zabbix-problem.ts";

export const STEP_TIMEOUT_MS = 60_000;
/** How long a page may take that should not come, in milliseconds: several times what one takes that should. */
const WRONG_PAGE_MS = 10_000;

/** Loads of the machine that Zabbix watches. */
export const [BUSY, IDLE] = [95, 5];

export type WatchedMachine = {
  /**
   * Sends a load, until Zabbix says that a problem is there, or over.
   *
   * @returns When, by `performance.now()`.
   * @throws AppError `conflict` when Zabbix sees none: that would measure nothing of ours.
   */
  becomes(load: number): Promise<number>;
  /** How long something took from a moment on, in milliseconds; null when it did not come in time. */
  took(since: number, check: () => Promise<boolean>): Promise<number | null>;
  /** Waits for what should not come as long as it would take if it did. */
  unlessCame(check: () => Promise<boolean>): Promise<void>;
};

export function createWatchedMachine({
  api,
  send,
  signal,
}: {
  api: ZabbixApi;
  send: (load: number) => Promise<boolean>;
  signal: AbortSignal;
}): WatchedMachine {
  const took = (since: number, check: () => Promise<boolean>) =>
    timeUntil(since, check, { timeoutMs: STEP_TIMEOUT_MS, signal });
  return {
    took,
    async unlessCame(check) {
      await timeUntil(performance.now(), check, { timeoutMs: WRONG_PAGE_MS, signal });
    },
    async becomes(load) {
      const isBusy = load === BUSY;
      await send(load);
      const isSo = async () => ((await openProblem(api)) !== null) === isBusy;
      if ((await took(performance.now(), isSo)) === null) {
        throw new AppError("conflict", `Zabbix saw no ${isBusy ? "problem" : "end"} within ${STEP_TIMEOUT_MS} ms`);
      }
      return performance.now();
    },
  };
}
