import { expect, test } from "vitest";

import { clientWrites, registerBot } from "../testing/demo-bot.ts";
import { startEventReceiver } from "../testing/event-receiver.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";

/** A bot that writes down what it hears, and a client who writes to it. */
async function chatWithFault(events: object[]): Promise<string[]> {
  const world = await startTestPortal();
  const heard: string[] = [];
  const handler = await startEventReceiver(async ({ body }) => void heard.push(body["data"].message?.text ?? "join"));
  await registerBot(world, { eventMode: "webhook", webhookUrl: handler.url });
  await world.control("PUT", "/faults", { events });
  for (const text of ["one", "two", "three"]) await clientWrites(world, PEOPLE.client, text);
  await world.portal.events.settled();
  return heard;
}

const MESSAGE = "MESSAGEADD$";
test.each([
  ["lost", { mode: "lose", event: MESSAGE, times: 1 }, ["join", "two", "three"]],
  ["doubled", { mode: "double", event: MESSAGE, times: 1 }, ["join", "one", "one", "two", "three"]],
  ["late", { mode: "delay", delayMs: 150, event: MESSAGE, times: 1 }, ["join", "two", "three", "one"]],
  ["overtaken by the next one", { mode: "reorder", event: MESSAGE, times: 1 }, ["join", "two", "one", "three"]],
])("an event can be %s", async (_name, fault, expected) => {
  expect(await chatWithFault([fault])).toEqual(expected);
});
