import { storeBot } from "@botdeck/bots";
import type { FlowOrigin } from "@botdeck/contracts";
import { workflowRef } from "@botdeck/db";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createWorld, openLine, OPERATOR, textsOf, type World } from "../testing/world.ts";
import { createFlowVoice, type FlowVoice } from "./flow-voice.ts";

let world: World;
let voice: FlowVoice;
let origin: FlowOrigin;
let workflowId: string;

beforeEach(async () => {
  world = await createWorld(storeBot);
  await world.write("I want to return this");
  await world.runAll();
  const [start] = await world.effects();
  if (start?.body.kind !== "workflow.start") throw new Error("no workflow was started");
  workflowId = start.body.workflowId;
  const conversation = await world.conversation();
  const { portalId, botId, id: conversationId } = conversation;
  origin = { portalId, botId, conversationId, dialog: openLine("1"), personName: "A client", botName: "The bot" };
  voice = createFlowVoice(world.db, () => workflowId);
});
afterEach(() => world.close());

const line = { key: "0", text: "When did you buy it?", buttons: [], step: "purchase_date" };

test("an activity that runs again says nothing twice", async () => {
  await voice.say(origin, line);
  await voice.say(origin, line);
  expect(textsOf(await world.effects())).toEqual(["When did you buy it?"]);
  expect((await world.messages()).filter(({ author }) => author === "bot")).toHaveLength(1);
  expect(await world.db.select().from(workflowRef)).toMatchObject([{ state: "running", step: "purchase_date" }]);
});

test("an activity that runs again leaves the conversation's head to whoever wrote since", async () => {
  await voice.say(origin, line);
  await world.write("yesterday");
  await world.runAll();
  await voice.say(origin, line);
  expect(await world.conversation()).toMatchObject({ lastMessageText: "yesterday", lastMessageBy: "client" });
});

test("a flow in a private chat cannot hand over, so the bot goes on", async () => {
  const dialog = { ...openLine("1"), type: "private" as const };
  await voice.end({ ...origin, dialog }, { key: "1", text: "I cannot", outcome: "handed_over", topic: "return" });
  await world.runAll();
  expect(await world.conversation()).toMatchObject({ owner: "bot" });
});

test("a flow is silent once an operator has the conversation", async () => {
  await world.write("I will do that", { by: OPERATOR });
  await world.runAll();
  await voice.say(origin, line);
  await voice.end(origin, { key: "1", text: "Goodbye", outcome: "given_up", topic: null });
  expect(textsOf(await world.effects())).toEqual([]);
});

test("the end gives the conversation back to the bot, once", async () => {
  const end = { key: "1", text: "Thank you", outcome: "task_created", topic: null };
  await voice.end(origin, end);
  await voice.end(origin, end);
  await world.runAll();
  await world.write("where is my order 1042");
  await world.runAll();

  expect((await world.conversation()).state).toMatchObject({ workflow: null });
  expect(textsOf(await world.effects())).toEqual(["Thank you", expect.stringMatching(/on its way/)]);
  expect((await world.events()).filter(({ kind }) => kind === "workflow.ended")).toHaveLength(1);
  expect(await world.db.select().from(workflowRef)).toMatchObject([{ state: "ended", outcome: "task_created" }]);
});

test("a flow that cannot go on puts the client into the operators' queue", async () => {
  await voice.end(origin, { key: "1", text: "A colleague comes", outcome: "handed_over", topic: "return" });
  await world.runAll();
  expect((await world.effects()).map(({ kind }) => kind)).toEqual(["workflow.start", "chat.send", "chat.hand_over"]);
  expect(await world.conversation()).toMatchObject({ owner: "queue:1", topic: "return" });
  expect((await world.conversation()).state).toMatchObject({ workflow: null });
  // The operator who then writes has nothing to stop.
  await world.write("Good day", { by: OPERATOR });
  await world.runAll();
  expect((await world.effects()).map(({ kind }) => kind)).not.toContain("workflow.signal");
});
