import { expect, test } from "vitest";

import { createBreaker } from "./create-breaker.ts";

function setup() {
  let [nowMs, asked, isWell] = [0, 0, false];
  const breaker = createBreaker({ name: "The shop", failuresToOpen: 3, openMs: 1_000, now: () => nowMs });
  const work = async (): Promise<string> => {
    asked += 1;
    if (!isWell) throw new Error("down");
    return "answer";
  };
  return {
    ask: (signal?: AbortSignal) => breaker.run(work, signal).catch((error: unknown) => error),
    asked: () => asked,
    pass: (ms: number) => void (nowMs += ms),
    becomeWell: () => void (isWell = true),
    breaker,
  };
}

test("a source that failed so often in a row is spared, and whoever asks is told at once", async () => {
  const { ask, asked, pass } = setup();
  for (let count = 0; count < 3; count++) await ask();
  pass(400);
  expect(await ask()).toMatchObject({
    code: "unreachable",
    retryAfterMs: 600,
    message: expect.stringMatching(/^The shop is not asked now/),
  });
  expect(asked()).toBe(3);
});

test("after a while one call tries, alone, and its success lets all others through", async () => {
  const { ask, asked, pass, becomeWell, breaker } = setup();
  for (let count = 0; count < 3; count++) await ask();
  pass(1_000);
  const { promise, resolve } = Promise.withResolvers<string>();
  const trial = breaker.run(() => promise);
  expect(await ask()).toMatchObject({ code: "unreachable" });
  becomeWell();
  resolve("well");
  expect(await trial).toBe("well");
  expect(await Promise.all([ask(), ask()])).toEqual(["answer", "answer"]);
  expect(asked()).toBe(5);
});

test("a trial that fails spares the source for as long again", async () => {
  const { ask, asked, pass } = setup();
  for (let count = 0; count < 3; count++) await ask();
  pass(1_000);
  expect(await ask()).toMatchObject({ message: "down" });
  pass(999);
  expect(await ask()).toMatchObject({ code: "unreachable" });
  expect(asked()).toBe(4);
});

test("neither failures with a success between them nor people who went away open it", async () => {
  const { ask, asked, becomeWell } = setup();
  for (let count = 0; count < 9; count++) await ask(AbortSignal.abort());
  await ask();
  await ask();
  becomeWell();
  await ask();
  expect(await ask()).toBe("answer");
  expect(asked()).toBe(13);
});
