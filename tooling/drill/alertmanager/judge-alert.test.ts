import { expect, test } from "vitest";

import { judgeAlert } from "./judge-alert.ts";
import type { PlayedAlert } from "./play-alert.ts";

const KEPT: PlayedAlert = {
  firingToCardMs: 6_000,
  firingToPageMs: 6_100,
  ackToSilenceMs: 400,
  ackToCardMs: 900,
  recoveryToEditMs: 15_000,
  recoveryToToldMs: 15_100,
  againToCardMs: 12_000,
  againToPageMs: 12_100,
  againToToldMs: 9_000,
  cards: 1,
  isToldEarly: false,
  isSilenceOfGroup: true,
  silencesLeft: 0,
};

test("an alert that came, was silenced and told its end keeps every promise, however slowly", () => {
  expect(judgeAlert({ ...KEPT, recoveryToEditMs: 80_000 })).toEqual([]);
});

test.each<[string, Partial<PlayedAlert>, RegExp]>([
  ["no card", { firingToCardMs: null }, /no card/],
  ["no silence", { ackToSilenceMs: null, isSilenceOfGroup: false, silencesLeft: null }, /no silence/],
  ["a silence that is wider than the group", { isSilenceOfGroup: false }, /group's alone/],
  ["a silence that stays", { silencesLeft: 1 }, /outlived/],
  ["no end on the card", { recoveryToEditMs: null }, /not told by the card/],
  ["a recovery of half of it", { isToldEarly: true }, /another site/],
  ["no card of the next failure", { againToCardMs: null }, /failed again/],
  ["a second card", { cards: 2 }, /2 cards/],
])("%s is one broken promise", (_name, change, words) => {
  expect(judgeAlert({ ...KEPT, ...change })).toEqual([expect.stringMatching(words)]);
});
