import { expect, test } from "vitest";

import type { Turn } from "./day-line.ts";
import { createTurnTaker, type Decision } from "./take-turns.ts";

/** Plays a client against a list of moments: what the bot says then, or null for mere time that has passed. */
function play(turns: Turn[], moments: [seconds: number, said: string | null][], patienceS = 20): [number, Decision][] {
  const taker = createTurnTaker(turns, patienceS);
  const decisions: [number, Decision][] = [[0, taker.start(0)]];
  for (const [seconds, said] of moments) {
    const at = seconds * 1_000;
    // What was due before this moment happens first, at its own time.
    while (taker.wakeAt() < at || (said === null && taker.wakeAt() <= at)) {
      const due = taker.wakeAt();
      const decision = taker.wake(due);
      if (decision !== null) decisions.push([due / 1_000, decision]);
      if (decision === "leave") return decisions;
    }
    const decision = said === null ? null : taker.hear(said, at);
    if (decision !== null) decisions.push([seconds, decision]);
  }
  return decisions;
}

const take = (index: number): Decision => ({ take: index });

test("a turn whose words were asked for comes before the next one in line", () => {
  const turns: Turn[] = [{ say: "hi" }, { say: "next" }, { when: "NUMBER|номер", say: "a-1042" }];

  expect(play(turns, [[1, "Your order number?"]])).toEqual([
    [0, take(0)],
    [1, take(2)],
  ]);
  expect(play(turns, [[1, "Назовите Номер заказа"]]).at(-1)).toEqual([1, take(2)]);
  expect(play(turns, [[1, "Hello!"]]).at(-1)).toEqual([1, take(1)]);
});

test("of several that were asked for the first unused one is taken, and each only once", () => {
  const turns: Turn[] = [{ say: "hi" }, { when: "phone", say: "1" }, { when: "phone", say: "2" }];

  expect(
    play(turns, [
      [1, "phone?"],
      [2, "phone?"],
      [3, "phone?"],
    ]),
  ).toEqual([
    [0, take(0)],
    [1, take(1)],
    [2, take(2)],
  ]);
});

test("what the bot said before the client's last turn asks for nothing more", () => {
  const turns: Turn[] = [{ say: "hi" }, { when: "phone", say: "79" }, { when: "phone", say: "I told you" }];

  expect(
    play(turns, [
      [1, "Your phone?"],
      [2, "Thanks"],
    ]),
  ).toEqual([
    [0, take(0)],
    [1, take(1)],
  ]);
  expect(
    play(
      [{ say: "hi" }, { when: "number.*phone", say: "both" }, { when: "phone[^]*number", say: "all that was said" }],
      [
        [1, "phone"],
        [2, "number"],
      ],
    ).at(-1),
  ).toEqual([2, take(2)]);
});

test("three seconds of silence bring the next turn, counted from the client's own last one", () => {
  expect(play([{ say: "hi" }, { say: "anybody there?" }], [[2.9, null]])).toEqual([[0, take(0)]]);
  expect(play([{ say: "hi" }, { say: "anybody there?" }], [[3, null]])).toEqual([
    [0, take(0)],
    [3, take(1)],
  ]);
});

test("with nothing left to say the client waits as long as they have patience, and leaves", () => {
  expect(play([{ say: "hi" }], [[60, null]])).toEqual([
    [0, take(0)],
    [23, "leave"],
  ]);
  expect(
    play(
      [{ say: "hi" }, { when: "phone", say: "79" }],
      [
        [1, "One moment"],
        [5, "Still looking"],
        [60, null],
      ],
      10,
    ),
  ).toEqual([
    [0, take(0)],
    [11, "leave"],
  ]);
});

test("who waits with patience still answers what they are asked", () => {
  expect(
    play(
      [{ say: "hi" }, { when: "phone", say: "79" }],
      [
        [1, "One moment"],
        [9, "Your phone?"],
        [60, null],
      ],
      10,
    ),
  ).toEqual([
    [0, take(0)],
    [9, take(1)],
    [22, "leave"],
  ]);
});

test("a burst goes out without waiting for the bot", () => {
  const turns: Turn[] = [{ say: "hi" }, { say: "where", after: 0.4 }, { say: "is it", after: 0.5 }, { say: "thanks" }];

  expect(
    play(turns, [
      [0.1, "Hello!"],
      [2, "Which order?"],
    ]),
  ).toEqual([
    [0, take(0)],
    [0.4, take(1)],
    [0.9, take(2)],
    [2, take(3)],
  ]);
});

test("a pause lets the bot talk, and then the client answers what was said before and meanwhile", () => {
  const turns: Turn[] = [{ say: "hi" }, { pause: 5 }, { when: "number", say: "a-1042" }];

  expect(
    play(turns, [
      [1, "Your number?"],
      [2, "Are you there?"],
      [7, null],
    ]),
  ).toEqual([
    [0, take(0)],
    [1, take(2)],
    [2, take(1)],
  ]);
  expect(
    play(
      [{ say: "hi" }, { pause: 5 }, { say: "sorry, I am back" }],
      [
        [1, "Your number?"],
        [2, "Are you there?"],
        [7, null],
      ],
    ),
  ).toEqual([
    [0, take(0)],
    [1, take(1)],
    [6, take(2)],
  ]);
});

test("a client whose every turn waits for words says nothing, and leaves", () => {
  expect(play([{ when: "hello", say: "hi" }], [[60, null]])).toEqual([
    [0, null],
    [20, "leave"],
  ]);
});
