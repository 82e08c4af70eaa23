import { AppError } from "@botdeck/core";
import { workflowRef } from "@botdeck/db";
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

/** A Temporal that begins what it is told to, and knows none of it later. */
function carriers(): Carriers {
  const signal = async () => {
    throw new WorkflowNotFoundError("workflow not found", "flow", undefined);
  };
  const client = {
    withDeadline: (_until: number, call: () => Promise<unknown>) => call(),
    workflow: { start: async () => ({ firstExecutionRunId: "1" }), getHandle: () => ({ signal }) },
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

test("an operator who has taken the dialog is not spoken over by what a workflow did not hear", async () => {
  await world.write("hours");
  await world.write("I will do that", { by: OPERATOR });
  await world.runAll();
  await world.deliverAll(carriers());
  await world.runAll();
  expect(await texts()).toEqual([]);
});
