import { expect, test } from "vitest";

import { recoverMs } from "./recovery.ts";

const HEALED = new Date(10_000);
const reply = (dialogId: string, atMs: number) => ({ dialogId, text: "echo", at: new Date(atMs) });

test("recovery takes as long as the last dialog had to wait for its first answer", () => {
  const replies = [reply("a", 9_000), reply("a", 10_200), reply("b", 11_500), reply("b", 10_900)];
  expect(recoverMs(replies, HEALED)).toBe(900);
});

test("nobody waited when all was answered before", () => {
  expect(recoverMs([reply("a", 9_999)], HEALED)).toBe(0);
});
