import { createTalk } from "@botdeck/testing/talk";
import { expect, test } from "vitest";

import { storeBot } from "../bot.ts";
import { storeTalk } from "../testing/talk-with-store.ts";

test("a return begins with the latest five photos of all that the client has sent", async () => {
  const talk = createTalk(storeBot, storeTalk({}, { flows: {} }));
  await talk.write("hello", ["1.jpg", "2.jpg", "3.jpg", "paper.pdf"]);
  const turned = await talk.write("I want to return it", ["4.jpg", "5.jpg", "6.jpg"]);
  const start = turned.flatMap(({ effects }) => effects).find(({ kind }) => kind === "workflow.start");
  const photos = ["2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg"].map((name) => expect.objectContaining({ name }));
  expect(start).toMatchObject({ input: { slots: { photos } } });
});
