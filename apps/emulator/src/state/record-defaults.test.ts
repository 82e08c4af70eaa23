import { expect, test } from "vitest";

import { DEMO_SEED, seedState } from "../seed.ts";
import { parseState, serializeState } from "./state.ts";

test("a chat, a message and a file that an older version wrote get the fields they lack", () => {
  const stored: Record<string, unknown> = JSON.parse(serializeState(seedState(DEMO_SEED)));
  stored["chats"] = [{ id: 4, kind: "group", title: "Stock", ownerId: 1, memberIds: [1] }];
  stored["messages"] = [{ id: 5, chatId: 4, authorId: 1, text: "one" }];
  stored["files"] = [{ id: 6, chatId: 4, name: "a.txt" }];
  delete stored["notifications"];

  const state = parseState(JSON.stringify(stored));

  expect(state.chats.get(4)).toMatchObject({ title: "Stock", mutedIds: [], managerIds: [], isOpen: false });
  expect(state.messages.get(5)).toMatchObject({ text: "one", reactions: {}, replyToId: null });
  expect(state.files.get(6)).toMatchObject({ name: "a.txt", contentId: 6 });
  expect(state.notifications.size).toBe(0);
});
