import { readHandoff, setBotOn } from "@botdeck/db";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createFlowWorld, type FlowWorld } from "../testing/flow-world.ts";
import { OPERATOR, textsOf } from "../testing/world.ts";

const HOUR_MS = 3_600_000;

let world: FlowWorld;
let watchId: string;
beforeEach(async () => {
  world = await createFlowWorld();
  // The bot gives the client to the operators, and a flow is to watch over that.
  await world.write("operator");
  await world.runAll();
  const start = (await world.effects()).findLast(({ kind }) => kind === "workflow.start");
  if (start?.body.kind !== "workflow.start") throw new Error("nobody watches over the hand-over");
  watchId = start.body.workflowId;
});
afterEach(() => world.close());

const later = (ms: number) => () => new Date(Date.now() + ms);
const transfers = async () =>
  (await world.effects()).flatMap(({ body }) => (body.kind === "chat.transfer" ? [body.to.id] : []));
const handoff = () => readHandoff(world.db, { workflowId: watchId });

async function takeOver(): Promise<void> {
  await world.write("Good day", { by: OPERATOR });
  await world.runAll();
}

test("a client who waits goes to the next queue, once, and each stop is noted", async () => {
  const queue = world.queueOf(watchId);
  expect(await queue.transfer(world.origin, "0", { kind: "line", id: "2" })).toBe(true);
  expect(await queue.transfer(world.origin, "0", { kind: "line", id: "2" })).toBe(true);
  expect(await transfers()).toEqual(["2"]);
  expect(await world.conversation()).toMatchObject({ owner: "queue:2" });
  expect(await handoff()).toMatchObject({ state: "queued", trail: [{ to: "queue:1" }, { to: "queue:2" }] });
});

test("for a bot that was switched off meanwhile the client is not spoken to, and goes on to the next queue all the same", async () => {
  const before = textsOf(await world.effects());
  const word = { key: "0:word", text: "We are still looking" };
  await setBotOn(world.db, world.bot.id, false);
  expect(await world.voiceOf(watchId).sayQueued(world.origin, word)).toBe(true);
  expect(textsOf(await world.effects())).toEqual(before);
  expect(await world.queueOf(watchId).transfer(world.origin, "0", { kind: "line", id: "2" })).toBe(true);

  await takeOver();
  expect(await world.voiceOf(watchId).sayQueued(world.origin, word)).toBe(false);
});

test("a client whom somebody has taken stays with them", async () => {
  await takeOver();
  expect(await world.queueOf(watchId).transfer(world.origin, "0", { kind: "line", id: "2" })).toBe(false);
  expect(await transfers()).toEqual([]);
  expect(await world.conversation()).toMatchObject({ owner: `operator:${OPERATOR.id}` });
});

test("the bot has the dialog again after quiet time, and not before", async () => {
  await takeOver();
  const look = (afterMs: number) =>
    world.queueOf(watchId, later(afterMs)).takeBackWhenQuiet(world.origin, 12 * HOUR_MS);
  expect(await look(11 * HOUR_MS)).toMatchObject({ kind: "busy", quietInMs: expect.closeTo(HOUR_MS, -4) });
  expect(await world.conversation()).toMatchObject({ owner: `operator:${OPERATOR.id}` });
  expect(await look(13 * HOUR_MS)).toEqual({ kind: "bots" });
  expect(await world.conversation()).toMatchObject({ owner: "bot", state: { workflow: null, handOver: null } });
  expect(await handoff()).toMatchObject({ state: "ended", endedAs: "quiet" });
});

test("what others have noted of a hand-over meanwhile is no fault", async () => {
  const queue = world.queueOf(watchId);
  await queue.note({ kind: "ended", at: new Date(), as: "promised" });
  await queue.note({ kind: "queued", at: new Date(), to: "queue:9" });
  await world.queueOf("unknown").note({ kind: "queued", at: new Date(), to: "queue:9" });
  expect(await handoff()).toMatchObject({ state: "ended", endedAs: "promised" });
});
