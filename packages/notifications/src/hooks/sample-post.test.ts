import { expect, test } from "vitest";

import { HookOptions } from "./hook-options.ts";
import { readHookPost } from "./read-hook-post.ts";
import { samplePost } from "./sample-post.ts";

const now = new Date("2026-11-20T09:00:00Z");
const sampleBy = (fields: NonNullable<HookOptions["fields"]>) =>
  samplePost("generic", { options: { ...HookOptions.parse({}), fields }, now, isOver: false });

test("a sample by the source's own paths is read by them", () => {
  const fields = { title: "check.name", id: "check.id", amount: "sums.0.value" };
  const options = HookOptions.parse({ fields });
  const reading = readHookPost(sampleBy(fields), { source: "generic", options, arrivedAt: now });
  expect(reading).toMatchObject({ kind: "record", record: { title: "BotdeckTest", amount: 1 } });
});

test.each([["__proto__.x"], ["constructor.prototype.x"], ["a.__proto__"]])(
  "the path %s is refused, and where it gets by nothing but the post has it",
  (title) => {
    expect(HookOptions.safeParse({ fields: { title } }).success).toBe(false);
    sampleBy({ title });
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  },
);

test("two parts may stand at one place", () => {
  expect(sampleBy({ title: "name", id: "name" })).toEqual({ name: expect.any(String) as string });
});

test.each([[{ title: "a", id: "a.b" }], [{ title: "a.b", id: "a" }]])(
  "paths %j, which no post can have, are named",
  (fields) => {
    expect(() => sampleBy(fields)).toThrow(expect.objectContaining({ code: "invalid" }));
  },
);
