import { stat } from "node:fs";

import { expect, test } from "vitest";

import { AppError } from "./errors.ts";
import { withDeadline } from "./with-deadline.ts";

const never = new Promise<never>(() => {});

test("work in time gives what it gives, also its own failure", async () => {
  expect(await withDeadline(Promise.resolve("done"), 1_000)).toBe("done");
  await expect(withDeadline(Promise.reject(new AppError("conflict", "taken")), 1_000)).rejects.toThrow("taken");
});

test("work that takes too long is given up, in the words of whoever waits", async () => {
  await expect(withDeadline(never, 5)).rejects.toMatchObject({
    code: "unreachable",
    message: "There was no answer within 5 ms",
  });
  const tooLate = () => new AppError("invariant", "The bot did not decide");
  await expect(withDeadline(never, 5, tooLate)).rejects.toMatchObject({ code: "invariant" });
});

test("an answer that had come while the process was busy counts, though its time is over", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  // From here timers are next, and what has come is looked for after them.
  await new Promise((next) => void setImmediate(next));
  stat(".", () => resolve("answered"));
  const waiting = withDeadline(promise, 5);
  // Long enough for the answer to come, and none of it can be seen meanwhile.
  const busyUntil = performance.now() + 200;
  while (performance.now() < busyUntil);
  expect(await waiting).toBe("answered");
});
