import { workflowRef } from "@botdeck/db";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createFlowWorld, type FlowWorld, RESULT } from "../testing/flow-world.ts";
import { OPERATOR, textsOf } from "../testing/world.ts";

let world: FlowWorld;
beforeEach(async () => {
  world = await createFlowWorld();
});
afterEach(() => world.close());

const line = { key: "0", text: "When did you buy it?", step: "dialog" };
const end = { key: "1", text: "Thank you", outcome: "accepted", result: RESULT };
const texts = async () => textsOf(await world.effects());

/** An operator takes the conversation, and what they wrote is handled. */
async function takeOver(): Promise<void> {
  await world.write("I will do that", { by: OPERATOR });
  await world.runAll();
}

test("an activity that runs again says nothing twice", async () => {
  const { voice, origin } = world;
  await voice.say(origin, line);
  await voice.say(origin, line);
  expect(await texts()).toEqual(["When did you buy it?"]);
  expect((await world.messages()).filter(({ author }) => author === "bot")).toHaveLength(1);
  expect(await world.db.select().from(workflowRef)).toMatchObject([{ state: "running", step: "dialog" }]);
});

test("an activity that runs again leaves the conversation's head to whoever wrote since", async () => {
  const { voice, origin } = world;
  await voice.say(origin, line);
  await world.write("yesterday");
  await world.runAll();
  await voice.say(origin, line);
  expect(await world.conversation()).toMatchObject({ lastMessageText: "yesterday", lastMessageBy: "client" });
});

test("a flow is silent once an operator has the conversation, and its news are a note for them", async () => {
  const { voice, origin } = world;
  await takeOver();
  await voice.say(origin, line);
  await voice.giveBack(origin, end);
  expect(await texts()).toEqual([]);
  expect(await voice.tell(origin, { key: "2", text: "Approved" })).toBe("noted");
  expect((await world.effects()).at(-1)?.body).toMatchObject({ text: "Approved", forOperators: true });
  expect(await voice.sayQueued(origin, { key: "3", text: "Please wait" })).toBe(false);
});

test("news are told, and told once, while the bot has the conversation and whoever leads in it", async () => {
  const { origin, voiceOf } = world;
  const other = voiceOf("another");
  expect(await other.tell(origin, { key: "0", text: "Back in stock" })).toBe("said");
  expect(await other.tell(origin, { key: "0", text: "Back in stock" })).toBe("said");
  await other.say(origin, line);
  expect(await texts()).toEqual(["Back in stock"]);
});

test("the end gives the conversation back to the bot, once, with how it ended", async () => {
  const { voice, origin } = world;
  await voice.giveBack(origin, end);
  await voice.giveBack(origin, end);
  await world.runAll();
  await voice.end(origin, "approved");
  expect((await world.conversation()).state).toMatchObject({ workflow: null });
  expect(await texts()).toEqual(["Thank you", "after answered"]);
  expect(await world.db.select().from(workflowRef)).toMatchObject([{ state: "ended", outcome: "approved" }]);
});

test("a question in the middle is answered by the bot, which then tells the flow to go on", async () => {
  const { voice, origin, workflowId } = world;
  const said = { text: "hours?", sure: "hours" };
  await voice.digress(origin, { key: "2", intent: "hours", said });
  await voice.digress(origin, { key: "2", intent: "hours", said });
  await world.runAll();
  expect(await texts()).toEqual(["from ten to seven"]);
  const bodies = (await world.effects()).map(({ body }) => body);
  expect(bodies.filter(({ kind }) => kind === "workflow.signal")).toMatchObject([{ workflowId, signal: "resumed" }]);
});

test("a flow takes the lead of a free conversation only, and then leads it", async () => {
  const { voice, voiceOf, origin } = world;
  const other = voiceOf("another");
  expect(await other.lead(origin, "productReturn")).toBe(false);
  await voice.giveBack(origin, end);
  await world.runAll();
  expect(await other.lead(origin, "productReturn")).toBe(true);
  expect(await other.lead(origin, "productReturn")).toBe(true);
  await other.say(origin, { ...line, text: "Money or exchange?" });
  expect(await texts()).toContain("Money or exchange?");
  await takeOver();
  expect(await voice.lead(origin, "productReturn")).toBe(false);
});

test("what concerns others leaves in a lane of its own, and an operator who takes over does not take it back", async () => {
  const { voice, origin, workflowId } = world;
  await voice.say(origin, line);
  const card = { kind: "chat.send", dialogId: "5", text: "A return to decide" } as const;
  await voice.act(origin, { key: "card", effect: () => card, step: "decision" });
  await voice.act(origin, { key: "card", effect: () => card, step: "decision" });
  await takeOver();
  const sends = (await world.effects()).filter(({ kind }) => kind === "chat.send");
  expect(sends.map(({ status, lane }) => [status, lane === workflowId])).toEqual([
    ["cancelled", false],
    ["ready", true],
  ]);
});
