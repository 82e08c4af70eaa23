import { expect, test } from "vitest";

import { judgeProblem } from "./judge-zabbix.ts";
import type { PlayedProblem } from "./play-zabbix.ts";

const KEPT: PlayedProblem = {
  problemToCardMs: 3_000,
  problemToPageMs: 3_100,
  ackToZabbixMs: 400,
  ackToCardMs: 900,
  recoveryToEditMs: 4_000,
  recoveryToToldMs: 4_100,
  againToCardMs: 3_000,
  againToPageMs: 3_100,
  escalateToZabbixMs: 700,
  againToToldMs: 3_000,
  silenceToZabbixMs: 700,
  silenceToCardMs: 900,
  silencedToEditMs: 4_000,
  afterSilenceToPageMs: 3_100,
  isSilenceOfZabbix: true,
  pagesInSilence: 0,
  cards: 1,
  pages: 1,
  missingWords: [],
  isStartOfZabbix: true,
};

test("a problem that came, was acknowledged and told its end keeps every promise, however slowly", () => {
  expect(judgeProblem({ ...KEPT, recoveryToEditMs: 80_000 })).toEqual([]);
});

test.each<[string, Partial<PlayedProblem>, RegExp]>([
  ["no card", { problemToCardMs: null, cards: 0, missingWords: ["Load 95"], isStartOfZabbix: false }, /no card/],
  ["no acknowledgement", { ackToZabbixMs: null }, /did not come to Zabbix/],
  ["a card without its words", { missingWords: ["Load 95"] }, /Load 95/],
  ["a start of its own", { isStartOfZabbix: false }, /another time/],
  ["a silence that Zabbix suppresses although it cannot", { isSilenceOfZabbix: false }, /its version/],
  ["a page in spite of a silence", { pagesInSilence: 1 }, /1 pages came while/],
  ["a second card", { cards: 2 }, /2 cards/],
  ["a second page", { pages: 2 }, /2 pages/],
])("%s is one broken promise", (_name, change, words) => {
  expect(judgeProblem({ ...KEPT, ...change })).toEqual([expect.stringMatching(words)]);
});
