import { storeBot } from "@botdeck/bots";
import { afterAll, beforeAll, expect, test } from "vitest";

import { CLIENT, createWorld, OPERATOR, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => void (world = await createWorld(storeBot)));
afterAll(() => world.close());

test("what is past is written down, and neither answered nor a reason to change hands", async () => {
  await world.write("where is my order?");
  await world.runAll();
  const [before, answers] = [await world.conversation(), (await world.effects()).length];
  const message = { files: [], text: "A-1042" };
  await world.give({ kind: "message.added", person: CLIENT, isPast: true, message: { ...message, id: "90" } });
  await world.give({ kind: "message.added", person: OPERATOR, isPast: true, message: { ...message, id: "91" } });
  await world.give({ kind: "bot.joined", person: CLIENT, isPast: true });
  await world.runAll();
  expect((await world.messages()).slice(-2)).toMatchObject([
    { author: "client", portalMessageId: "90" },
    { author: "operator", portalMessageId: "91" },
  ]);
  expect(await world.effects()).toHaveLength(answers);
  const { owner, ownerVersion, state } = await world.conversation();
  expect({ owner, ownerVersion, state }).toEqual({
    owner: before.owner,
    ownerVersion: before.ownerVersion,
    state: before.state,
  });
});
