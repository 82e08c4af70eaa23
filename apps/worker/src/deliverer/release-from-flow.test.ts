import { STOPPED_SIGNAL } from "@botdeck/contracts/names";
import { AppError } from "@botdeck/core";
import { COMMAND_ACTOR, planReplay, putEffects, replayLetters, workflowRef } from "@botdeck/db";
import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createFlowWorld, type FlowWorld } from "../testing/flow-world.ts";
import { OPERATOR, textsOf } from "../testing/world.ts";
import type { Carriers } from "./carrier.ts";
import { createWorkflowCarriers } from "./workflow-carriers.ts";

let world: FlowWorld;
beforeEach(async () => {
  world = await createFlowWorld();
});
afterEach(() => world.close());

const unknown = async (): Promise<void> => {
  throw new WorkflowNotFoundError("workflow not found", "flow", undefined);
};

/** A Temporal that begins what it is told to, and unless told otherwise knows none of it later. */
function carriers({ start = async () => {}, signal = unknown as (name: string) => Promise<void> } = {}): Carriers {
  const client = {
    withDeadline: (_until: number, call: () => Promise<unknown>) => call(),
    workflow: { start: () => start().then(() => ({ firstExecutionRunId: "1" })), getHandle: () => ({ signal }) },
  };
  return createWorkflowCarriers(client as unknown as Client, world.db); // safe: the carriers use no more of it
}

const texts = async () => textsOf(await world.effects());
const refused: Carriers = {
  "workflow.start": {
    carry: async () => {
      throw new AppError("invalid", "The input is wrong");
    },
    look: async () => ({ kind: "repeatable" }),
  },
};

test("what a client says to a workflow that is gone is answered by the bot, and so is all that follows", async () => {
  await world.write("hours");
  await world.write("anybody?");
  await world.runAll();
  expect(await texts()).toEqual([]);
  await world.deliverAll(carriers());
  await world.runAll();
  expect(await texts()).toEqual(["from ten to seven", "heard"]);
  await world.write("and now?");
  await world.runAll();
  expect(await texts()).toEqual(["from ten to seven", "heard", "heard"]);
  expect((await world.effects()).map(({ status }) => status)).not.toContain("dead");
  expect(await world.db.select().from(workflowRef)).toMatchObject([{ state: "ended", outcome: "gone" }]);
});

test("a signal that is delivered twice has the client's words answered once", async () => {
  await world.write("hours");
  await world.runAll();
  const all = carriers();
  const row = (await world.effects()).find(({ kind }) => kind === "workflow.signal");
  if (row?.body.kind !== "workflow.signal") throw new Error("the workflow was told nothing");
  for (let times = 0; times < 2; times++) {
    await all["workflow.signal"]?.carry(row.body, row, AbortSignal.timeout(5_000));
    await world.runAll();
  }
  expect(await texts()).toEqual(["from ten to seven"]);
});

test("a client whose workflow can never begin goes to a person, and what they say meanwhile is no dead letter", async () => {
  await world.write("hours");
  await world.runAll();
  await world.deliverAll({ ...carriers(), ...refused });
  await world.runAll();
  expect(await texts()).toEqual(["after handed_over", "from ten to seven"]);
  expect((await world.conversation()).state).toMatchObject({ workflow: null });
  expect(await world.db.select().from(workflowRef)).toMatchObject([{ state: "ended", outcome: "gone" }]);
});

test("what a workflow was to hear whose start is a dead letter is one too, and arrives when both are replayed", async () => {
  const told: string[] = [];
  const temporal = carriers({
    start: async () => void told.push("start"),
    signal: async (name) => void (told.length === 0 ? await unknown() : told.push(name)),
  });
  await world.deliverAll({ ...temporal, ...refused });
  const signal = {
    kind: "workflow.signal" as const,
    workflowId: world.workflowId,
    signal: STOPPED_SIGNAL,
    payload: {},
  };
  const { portalId, botId, conversationId } = world.origin;
  await putEffects(world.db, [{ key: "stop", portalId, botId, conversationId, lane: "any", effect: signal }]);
  await world.deliverAll(temporal);
  const letters = (await world.effects()).filter(({ status }) => status === "dead");
  expect(letters.map(({ kind }) => kind)).toEqual(["workflow.start", "workflow.signal"]);
  expect(letters[1]?.lastError).toMatch(/never began.*Replay the start/);

  const plans = await planReplay(
    world.db,
    letters.map(({ id }) => id),
  );
  const seen = plans.map((plan) => ({ id: plan.id, seen: plan.seen, acceptsTwice: false }));
  await replayLetters(world.db, { letters: seen, actor: COMMAND_ACTOR });
  await world.deliverAll(temporal);
  expect(told).toEqual(["start", STOPPED_SIGNAL]);
});

test("news for a workflow that has ended is no dead letter", async () => {
  await world.deliverAll(carriers());
  await world.write("I will do that", { by: OPERATOR });
  await world.runAll();
  await world.deliverAll(carriers());
  const signals = (await world.effects()).filter(({ kind }) => kind === "workflow.signal");
  expect(signals.map(({ status }) => status)).toEqual(["sent"]);
});

test("an operator who has taken the dialog is not spoken over by what a workflow did not hear", async () => {
  await world.write("hours");
  await world.write("I will do that", { by: OPERATOR });
  await world.runAll();
  await world.deliverAll(carriers());
  await world.runAll();
  expect(await texts()).toEqual([]);
});
