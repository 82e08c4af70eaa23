import { expect, onTestFinished, test } from "vitest";

import { clientWrites } from "../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";
import type { Json } from "../testing/send.ts";
import type { TestPortal } from "../testing/test-portal.ts";

type Change = { id: number; data: Json };

/** The live stream, change by change. */
async function openStream(world: TestPortal, lastEventId?: number): Promise<() => Promise<Change>> {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const response = await fetch(`${world.origin}/emulator/api/events`, {
    headers: lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) },
    signal: abort.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  return async () => {
    for (;;) {
      const match = /id: (\d+)\nevent: change\ndata: (.*)\n\n/.exec(buffer);
      if (match !== null) {
        buffer = buffer.slice(match.index + match[0].length);
        return { id: Number(match[1]), data: JSON.parse(match[2] ?? "") };
      }
      const chunk = await reader?.read();
      if (chunk?.value === undefined) throw new Error("The stream has ended.");
      buffer += chunk.value;
    }
  };
}

test("a page sees a message as it is written", async () => {
  const world = await startTestPortal();
  const next = await openStream(world);

  await clientWrites(world, PEOPLE.client, "Hello");

  const changes: Change[] = [];
  do changes.push(await next());
  while (changes.at(-1)?.data["text"] !== "Hello");
  expect(changes.map(({ id }) => id)).toEqual(changes.map((_change, index) => index + 1));
  expect(changes[0]?.data).toMatchObject({ type: "dialog", dialogType: "open_line", id: "chat1" });
  expect(changes.at(-1)?.data).toMatchObject({ type: "message", dialogId: "chat1", authorId: "5", text: "Hello" });
});

test("a page that comes back catches up with what it missed", async () => {
  const world = await startTestPortal();
  const first = await openStream(world);
  await clientWrites(world, PEOPLE.client, "one");
  const { id } = await first();

  const again = await openStream(world, id);

  expect((await again()).id).toBe(id + 1);
});
