import { setTimeout as delay } from "node:timers/promises";

import { createOnce, listAll } from "@botdeck/b24-client";
import { z } from "zod";

import { leadOf } from "./lead.ts";
import { openOfficialSdk } from "./official-sdk.ts";
import { openOwnClient } from "./own-client.ts";
import { type Caller, type Outcome, type OwnCaller, Task } from "./task.ts";

/** Longer than any run: what waits here is measured, not refused. */
const PATIENCE_MS = 3_600_000;

/** Makes one call after another possible: how a process adds a lead and reads the deals. */
type Door = { add(number: number): Promise<unknown>; countDeals(): Promise<number>; close(): Promise<void> };

function openDoor(caller: Caller): Door {
  if (caller.client === "sdk") {
    const sdk = openOfficialSdk(caller);
    return {
      add: (number) => sdk.actions.v2.call.make({ method: "crm.lead.add", params: leadOf(number) }),
      async countDeals() {
        let count = 0;
        const params = { select: ["ID", "TITLE"] };
        const pages = sdk.actions.v2.fetchList.make({ method: "crm.deal.list", params, idKey: "ID" });
        for await (const page of pages) count += page.length;
        return count;
      },
      close: () => Promise.resolve(),
    };
  }
  const { client, close } = openOwnClient(caller);
  return {
    add: (number) =>
      createOnce(client, "crm.lead.add", leadOf(number), {
        lane: "crm",
        maxWaitMs: PATIENCE_MS,
        patienceMs: PATIENCE_MS,
      }),
    async countDeals() {
      let count = 0;
      const rows = listAll(client, "crm.deal.list", { select: ["ID", "TITLE"] }, { maxWaitMs: PATIENCE_MS });
      for await (const _row of rows) count += 1;
      return count;
    },
    close,
  };
}

async function run(task: Task): Promise<Outcome> {
  const startedAtMs = Date.now();
  const ended = (facts: Partial<Outcome>) => ({
    failed: 0,
    rows: 0,
    slowestMs: 0,
    ...facts,
    startedAtMs,
    endedAtMs: Date.now(),
  });
  switch (task.kind) {
    case "add": {
      const door = openDoor(task.caller);
      const numbers = Array.from({ length: task.count }, (_, index) => task.from + index);
      const settled = await Promise.allSettled(numbers.map((number) => door.add(number)));
      const outcome = ended({ failed: settled.filter(({ status }) => status === "rejected").length });
      await door.close();
      return outcome;
    }
    case "list": {
      const door = openDoor(task.caller);
      const outcome = ended({ rows: await door.countDeals() });
      await door.close();
      return outcome;
    }
    case "digest":
      await queueDigests(task.caller, task.count);
      return ended({});
    case "reply":
      return ended({ slowestMs: await answerSlowest(task) });
  }
}

async function queueDigests(caller: OwnCaller, count: number): Promise<void> {
  const { client, close } = openOwnClient(caller);
  const options = { lane: "digest", maxWaitMs: PATIENCE_MS } as const;
  const calls = Array.from({ length: count }, () => client.call("crm.deal.list", { start: 0 }, options));
  // The first answer says that the others are queued.
  await Promise.race(calls);
  process.stdout.write("queued\n");
  await Promise.allSettled(calls);
  await close();
}

async function answerSlowest({ caller, count, pauseMs }: Extract<Task, { kind: "reply" }>): Promise<number> {
  const { client, close } = openOwnClient(caller);
  let slowestMs = 0;
  for (let round = 0; round < count; round++) {
    const askedAt = performance.now();
    await client.call("crm.deal.list", { start: 0 }, { lane: "reply", maxWaitMs: PATIENCE_MS });
    slowestMs = Math.max(slowestMs, performance.now() - askedAt);
    await delay(pauseMs);
  }
  await close();
  return slowestMs;
}

const task = Task.parse(JSON.parse(z.string().parse(process.argv[2])));
process.stdout.write(`${JSON.stringify(await run(task))}\n`);
process.exit();
