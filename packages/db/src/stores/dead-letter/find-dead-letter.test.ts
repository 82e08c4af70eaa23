import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { inboxEvent, message, workflowRef } from "../../schema/index.ts";
import { createDesk } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { findDeadLetter } from "./find-dead-letter.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

test("a letter shows its whole chain from whichever end: event, words, workflow, effects and their deliveries", async () => {
  const desk = await createDesk(world);
  const talk = await desk.addConversation();
  const event = await desk.addEvent({ text: "I want to return it" });
  await world.db.update(inboxEvent).set({ status: "done" }).where(eq(inboxEvent.id, event.id));
  const workflowId = `productReturn:${desk.portalId}:${event.id}`;
  const start = { kind: "workflow.start", workflow: "productReturn", workflowId, input: {} } as const;
  await desk.addEffect(`event:${event.id}:0`, start, talk.id);
  await world.db
    .insert(workflowRef)
    .values({ id: workflowId, portalId: desk.portalId, conversationId: talk.id, kind: "productReturn" });
  const key = `${workflowId}:ask-reason`;
  const id = await desk.deadEffect({ key, conversationId: talk.id, outcomes: ["uncertain", "dead"] });
  await desk.addEffect(`event:${desk.botId}:0`, undefined, talk.id);
  const said = { conversationId: talk.id, authorName: "A person", text: "I want to return it" };
  await world.db.insert(message).values([
    { ...said, author: "client", sourceKey: `event:${event.id}` },
    { ...said, author: "bot", sourceKey: key },
    { ...said, author: "client", text: "something else" },
  ]);

  const letter = await findDeadLetter(world.db, id);

  expect(letter?.chain).toMatchObject({
    event: { id: event.id, status: "done" },
    conversation: { id: talk.id },
    messages: [{ sourceKey: `event:${event.id}` }, { sourceKey: key }],
    workflows: [{ id: workflowId }],
    effects: [
      { key: `event:${event.id}:0`, workflowId: null, attempts: [] },
      { key, workflowId, attempts: [{ outcome: "uncertain" }, { outcome: "dead" }] },
    ],
  });

  await world.db.update(inboxEvent).set({ status: "dead", settledAt: new Date() }).where(eq(inboxEvent.id, event.id));
  const fromEvent = await findDeadLetter(world.db, event.id);
  expect(fromEvent).toMatchObject({ conversationId: talk.id, payload: { message: { text: "I want to return it" } } });
  expect(fromEvent?.chain.effects).toEqual(letter?.chain.effects);
});

test("it tells what stands behind in its lane, in order", async () => {
  const desk = await createDesk(world);
  const id = await desk.deadEvent();
  const behind = [await desk.addEvent(), await desk.addEvent()];
  await desk.addEvent({ dialogId: "chat2" });
  const lane = (await findDeadLetter(world.db, id))?.lane;
  expect([lane?.count, lane?.next.map((each) => each.id)]).toEqual([2, behind.map((each) => each.id)]);
});

test("the desk opens nothing that is no dead letter, whatever id is asked for", async () => {
  const desk = await createDesk(world);
  const { id } = await desk.addEvent();
  expect(await findDeadLetter(world.db, id)).toBeNull();
  expect(await findDeadLetter(world.db, desk.portalId)).toBeNull();
});
