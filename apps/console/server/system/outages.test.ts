import { askForRecovery, closeOutage, keepFindings, noteDatabaseOutage } from "@botdeck/db";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";

test("an outage is told with what was found, and with what could not be looked through", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const { db } = database;
  const { id } = await askForRecovery(db, new Date(Date.now() - 3_600_000));
  const findings = [
    { where: "portal.example store chat1", recovered: 2, problem: null },
    { where: "portal.example store chat2", recovered: 0, problem: null },
    { where: "portal.example store 27", recovered: 0, problem: "Only its members can read it" },
    { where: "portal.example store 28", recovered: 0, problem: null, isPending: true },
  ];
  await keepFindings(db, id, findings);
  const cookie = await cookieOf("lead");

  expect((await query("system.outages", undefined, cookie)).data).toMatchObject([
    { kind: "asked", state: "recovering", recovered: 2, places: 4, looked: 3, unseen: 1 },
  ]);
  await keepFindings(db, id, findings.slice(0, 3));
  await closeOutage(db, id);
  expect((await query("system.outages", undefined, cookie)).data).toMatchObject([
    {
      state: "closed",
      told: [
        { where: "portal.example store chat1", found: 2, problem: null },
        { where: "portal.example store 27", found: 0, problem: "Only its members can read it" },
      ],
    },
  ]);
});

test("a portal that is away is told as not checked after a while, and a known limit is no failed check", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const { id } = await askForRecovery(database.db, new Date(Date.now() - 3_600_000));
  const cookie = await cookieOf("lead");
  const limit = { where: "b.example office", recovered: 0, problem: null, limit: "first_words" } as const;
  const seen = { where: "b.example", recovered: 12, past: 12, problem: null };
  const away = { where: "a.example", recovered: 0, problem: "It does not answer", isPending: true };
  for (const [tries, isLooking] of [
    [3, true],
    [4, false],
  ] as const) {
    await keepFindings(database.db, id, [{ ...away, tries }, seen, limit]);
    expect((await query("system.outages", undefined, cookie)).data).toMatchObject([
      {
        isLooking,
        places: 2,
        looked: 1,
        unseen: 1,
        told: [
          { where: "a.example", problem: "It does not answer", isPending: true },
          { where: "b.example", found: 12, past: 12 },
          { where: "b.example office", limit: "first_words", problem: null },
        ],
      },
    ]);
  }
});

test("outages of earlier days are not told any more", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const hour = 3_600_000;
  const period = { takenIn: 5, refused: 0 };
  await noteDatabaseOutage(database.db, { ...period, beganAgoMs: 26 * hour, endedAgoMs: 25 * hour });
  await noteDatabaseOutage(database.db, { ...period, beganAgoMs: 2 * hour, endedAgoMs: hour, takenIn: 812 });
  const { data } = await query("system.outages", undefined, await cookieOf("lead"));
  expect(data).toMatchObject([{ kind: "database", state: "closed", takenIn: 812, unseen: 0 }]);
});
