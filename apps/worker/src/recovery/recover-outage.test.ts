import { afterEach, beforeEach, expect, test } from "vitest";

import {
  CLIENT_ID,
  createMissedWorld,
  EMPLOYEE_ID,
  type MissedWorld,
  OPERATOR_ID,
  type Word,
} from "../testing/missed-world.ts";

let world: MissedWorld;
beforeEach(async () => void (world = await createMissedWorld()));
afterEach(() => world.close());

const said = (id: number, minutesAgo: number, by = CLIENT_ID): Word => ({ id, by, minutesAgo });
const BEFORE = said(10, 90);

test("what was missed of a known dialog comes in order and once, whoever wrote it, but not the bot's own words", async () => {
  await world.know("chat5", "open_line", [BEFORE]);
  const words = [BEFORE, said(12, 50), said(13, 45), said(14, 44, "7001"), said(15, 43, "0"), said(16, 40)];
  world.sessions.push({ id: 3, chatId: 5, words });
  const { id } = await world.missSince();
  await world.recover(id);
  expect(await world.taken()).toEqual(["chat5 #12", "chat5 #13", "chat5 #16"]);
  expect(await world.rows()).toMatchObject([1, 2, 3].map(() => ({ source: "recovery", outageId: id })));
  expect(await world.outageOf(id)).toMatchObject({ state: "closed", recovered: 3 });

  const again = await world.missSince();
  await world.recover(again.id);
  expect(await world.taken()).toHaveLength(3);
  expect(await world.outageOf(again.id)).toMatchObject({ state: "closed", recovered: 0 });
});

test("dialogs that began meanwhile are found by their numbers, with the bot's being put into them", async () => {
  await world.know("chat5", "open_line", [BEFORE]);
  world.sessions.push(
    { id: 3, chatId: 5, words: [BEFORE] },
    { id: 4, chatId: 6, words: [said(20, 50), said(21, 49)] },
    { id: 5, chatId: 8, words: [said(25, 49)], hasBot: false },
    { id: 9, chatId: 7, words: [said(30, 20)] },
  );
  await world.recover((await world.missSince()).id);
  const taken = ["chat6 bot.joined", "chat6 #20", "chat6 #21", "chat7 bot.joined", "chat7 #30"];
  expect(await world.taken()).toEqual(taken);
});

test("where every known dialog has begun anew, the search goes back to before the outage", async () => {
  await world.know("chat5", "open_line", [BEFORE]);
  world.sessions.push(
    { id: 3, chatId: 9, words: [said(5, 100)], hasBot: false },
    { id: 4, chatId: 6, words: [said(20, 50)] },
    { id: 5, chatId: 5, words: [said(21, 49)] },
  );
  await world.recover((await world.missSince()).id);
  expect(await world.taken()).toEqual(["chat6 bot.joined", "chat6 #20", "chat5 bot.joined", "chat5 #21"]);
});

test("a question is only written down when an operator has answered since, and the operator has the dialog", async () => {
  await world.know("chat5", "open_line", [BEFORE]);
  world.sessions.push({ id: 3, chatId: 5, words: [BEFORE, said(12, 50), said(13, 45, OPERATOR_ID), said(14, 30)] });
  const { id } = await world.missSince();
  await world.recover(id);
  expect(await world.taken()).toEqual(["chat5 #12 past", "chat5 #13", "chat5 #14"]);
  const { findings } = await world.outageOf(id);
  expect(findings).toContainEqual({
    where: "portal.example store chat5",
    recovered: 3,
    past: 1,
    problem: null,
    isPending: false,
  });
});

test("a question is only written down when the bot has heard a later one already", async () => {
  const live = said(40, 5);
  await world.know("chat5", "open_line", [BEFORE, live]);
  world.sessions.push({ id: 3, chatId: 5, words: [BEFORE, said(12, 50), live] });
  await world.recover((await world.missSince()).id);
  expect(await world.taken()).toEqual(["chat5 #12 past"]);
});

test("an operator's word does not take over a session that began after it", async () => {
  await world.know("chat5", "open_line", [BEFORE, said(40, 5)]);
  world.sessions.push({ id: 3, chatId: 5, words: [BEFORE] });
  world.sessions.push({ id: 4, chatId: 5, words: [said(12, 50), said(13, 45, OPERATOR_ID)] });
  world.sessions.push({ id: 5, chatId: 5, words: [said(40, 5)] });
  await world.recover((await world.missSince()).id);
  expect(await world.taken()).toEqual(["chat5 bot.joined past", "chat5 #12 past", "chat5 #13 past"]);
});

test("a question of yesterday is only written down", async () => {
  await world.know("chat5", "open_line", [said(10, 1_700)]);
  world.sessions.push({ id: 3, chatId: 5, words: [said(10, 1_700), said(12, 1_400), said(13, 50)] });
  await world.recover((await world.missSince(1_500)).id);
  expect(await world.taken()).toEqual(["chat5 #12 past", "chat5 #13"]);
});

test("a private dialog is read as its person where they gave the app their rights, and else it is said that nobody could", async () => {
  const words = Array.from({ length: 60 }, (_, index) => said(100 + index, 50, EMPLOYEE_ID));
  world.privates.set(EMPLOYEE_ID, [said(10, 90, EMPLOYEE_ID), ...words]);
  await world.know(EMPLOYEE_ID, "private", [said(10, 90, EMPLOYEE_ID)]);
  await world.know("28", "private", [said(11, 90, "28")]);
  await world.authorize(EMPLOYEE_ID);
  const { id } = await world.missSince();
  await world.recover(id);
  expect(await world.taken()).toEqual(words.map(({ id: wordId }) => `27 #${wordId}`));
  const { findings, state, recovered } = await world.outageOf(id);
  expect({ state, recovered }).toEqual({ state: "closed", recovered: 60 });
  const unseen = findings.filter(({ problem }) => problem !== null);
  expect(unseen).toEqual([
    expect.objectContaining({ where: "portal.example store 28", problem: expect.stringContaining("members") }),
  ]);
});

test("nothing is passed over on a portal whose clock is behind, where words after the outage look older than it", async () => {
  const behind = 120;
  const words = [said(10, 90 + behind), said(12, 50 + behind), said(14, 5 + behind)].map((word) => ({
    ...word,
    by: EMPLOYEE_ID,
  }));
  const [known, , live] = words;
  world.state.clockBehindMinutes = behind;
  world.privates.set(EMPLOYEE_ID, words);
  await world.know(
    EMPLOYEE_ID,
    "private",
    [known, live].filter((word) => word !== undefined),
  );
  await world.authorize(EMPLOYEE_ID);
  await world.recover((await world.missSince()).id);
  expect(await world.taken()).toEqual(["27 #12 past"]);
});

test("a portal that is away is tried again, and what was found before stays counted", async () => {
  await world.know("chat5", "open_line", [BEFORE]);
  await world.know(EMPLOYEE_ID, "private", [said(11, 90, EMPLOYEE_ID)]);
  await world.authorize(EMPLOYEE_ID);
  world.privates.set(EMPLOYEE_ID, [said(11, 90, EMPLOYEE_ID), said(14, 30, EMPLOYEE_ID)]);
  world.sessions.push({ id: 3, chatId: 5, words: [BEFORE, said(12, 50)] });
  const { id } = await world.missSince();
  world.state.ending = (method) => (method === "im.dialog.messages.get" ? { status: 502, body: "<h1/>" } : undefined);
  await world.recover(id);
  const first = await world.outageOf(id);
  expect(first).toMatchObject({ state: "recovering", recovered: 1 });
  expect(first.findings.filter(({ isPending }) => isPending === true).map(({ where }) => where)).toEqual([
    "portal.example",
    "portal.example store 27",
  ]);
  world.state.ending = () => undefined;
  await world.recover(id);
  expect(await world.outageOf(id)).toMatchObject({ state: "closed", recovered: 2 });
  expect(await world.taken()).toEqual(["chat5 #12", "27 #14"]);
});

test("changes that the portal queued come once, also when the process died before it confirmed them", async () => {
  world.scopes.push("crm");
  for (const deal of [1, 2]) world.queueDeal(deal);
  const { id } = await world.missSince();
  world.state.ending = (method) => (method === "event.offline.clear" ? { status: 502, body: "" } : undefined);
  await world.recover(id);
  expect(world.queue).toHaveLength(2);
  world.state.ending = () => undefined;
  await world.recover(id);
  expect(world.queue).toEqual([]);
  expect(await world.taken()).toEqual(["deal:1", "deal:2"]);
  expect(await world.outageOf(id)).toMatchObject({ state: "closed", recovered: 2 });
});

test("a session that ended in the outage is found as well, and its words come before those of the next one", async () => {
  await world.know("chat5", "open_line", [BEFORE]);
  await world.know("chat6", "open_line", [said(11, 70)]);
  world.sessions.push({ id: 3, chatId: 5, words: [BEFORE, said(12, 50), said(13, 45, OPERATOR_ID)] });
  world.sessions.push({ id: 4, chatId: 6, words: [said(11, 70)] });
  world.sessions.push({ id: 5, chatId: 5, words: [said(20, 30)] });
  await world.recover((await world.missSince()).id);
  expect(await world.taken()).toEqual(["chat5 #12 past", "chat5 #13", "chat5 bot.joined", "chat5 #20"]);
});

test("a portal or a bot that was connected only after the outage has missed nothing, and is not looked through", async () => {
  await world.know("chat5", "open_line", [BEFORE]);
  world.sessions.push({ id: 3, chatId: 5, words: [BEFORE, said(12, 50)] });
  for (const [portal, bot] of [
    [5, 5],
    [90, 5],
  ] as const) {
    await world.connectedAgo(portal, bot);
    const { id } = await world.missSince();
    await world.recover(id);
    expect(await world.outageOf(id)).toMatchObject({ state: "closed", recovered: 0 });
  }
  await world.connectedAgo(90);
  await world.recover((await world.missSince()).id);
  expect(await world.taken()).toEqual(["chat5 #12"]);
});

test("what nobody can ever look for is told as a limit, and not as a check that failed", async () => {
  const { id } = await world.missSince();
  await world.recover(id, undefined, { lineBots: new Set() });
  const { findings } = await world.outageOf(id);
  expect(findings.filter(({ problem }) => problem !== null)).toEqual([]);
  expect(findings.filter(({ limit }) => limit === "first_words")).toMatchObject([
    { where: "portal.example store new private dialogs" },
  ]);
});
