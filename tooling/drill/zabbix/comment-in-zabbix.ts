import { AppError } from "@botdeck/core";
import { z } from "zod";

import { STEP_TIMEOUT_MS, type WatchedMachine } from "./watched-machine.ts";
import type { ZabbixApi } from "./zabbix-api.ts";
import { isPosted, updatesOf } from "./zabbix-problem.ts";

/** Bits of what somebody did, as `event.acknowledge` has them. */
const ADD_MESSAGE = 4;

/**
 * Somebody writes a comment beside a problem in Zabbix, which is posted as everything is that people do there.
 *
 * @throws AppError `conflict` with Zabbix's own reason when it does not post it.
 */
export async function commentInZabbix(
  eventId: string,
  { api, machine }: { api: ZabbixApi; machine: Pick<WatchedMachine, "took"> },
): Promise<void> {
  const comment = { eventids: [eventId], action: ADD_MESSAGE, message: "I look at it" };
  await api.call("event.acknowledge", comment, z.unknown());
  const isSo = async () => {
    const updates = await updatesOf(api, eventId);
    return updates.length > 0 && updates.every(isPosted);
  };
  if ((await machine.took(performance.now(), isSo)) !== null) return;
  const reasons = (await updatesOf(api, eventId)).map(({ status, error }) => `status ${status} ${error}`.trim());
  const told = reasons.join("; ") || "it has nothing to post";
  throw new AppError("conflict", `Zabbix did not post the comment within ${STEP_TIMEOUT_MS} ms: ${told}`);
}
