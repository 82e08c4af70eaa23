import type { B24Client } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { Directory } from "@botdeck/crm";
import { moveAbsence, openAbsence } from "@botdeck/db";
import { officeBot } from "@botdeck/bots";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { createHrTeam } from "./hr-team.ts";

const PEOPLE = ["Anna", "Boris", "Clara", "David"].map((name, index) => ({ id: String(index + 1), name }));
const JULY = { fromDay: "2027-07-15", toDay: "2027-07-28", fromNoon: false, untilNoon: false };
const at = (day: string) => String(Date.parse(`${day}T00:00:00Z`) / 1000);

let world: World;
beforeAll(async () => {
  world = await createWorld(officeBot);
  for (const [personId, kind] of [
    ["2", "paid"],
    ["4", "remote"],
  ] as const) {
    const about = { personId, personName: `row ${personId}`, kind, comment: "", workflowId: `vacation:${personId}` };
    const days = { ...JULY, fromDay: "2027-07-20" };
    const opened = await openAbsence(world.db, { portalId: world.portal.id, botId: world.bot.id, ...about, ...days });
    await moveAbsence(world.db, { id: opened.absence.id, to: "approved", by: "1" });
  }
});
afterAll(() => world.close());

function teamWith(call: () => Promise<unknown>) {
  const directoryOf = async () =>
    ({
      departmentOf: async () => ({ id: "7" }),
      membersOf: async () => PEOPLE,
      everybody: async () => PEOPLE,
    }) as unknown as Directory; // safe: nothing else of it is asked
  const clientOf = async () => ({ call }) as unknown as B24Client; // safe: it is asked who is busy
  return createHrTeam({ db: world.db, directoryOf, clientOf });
}

const row = (from: string, to: string, more: object = {}) => ({
  NAME: "Vacation",
  ACCESSIBILITY: "absent",
  DT_SKIP_TIME: true,
  DATE_FROM_TS_UTC: at(from),
  DATE_TO_TS_UTC: at(to),
  ...more,
});
/** Boris's own mark, an absence of Clara's that only the portal knows, and a meeting of David's. */
const calendars = {
  "2": [row("2027-07-20", "2027-07-28")],
  "3": [row("2027-07-10", "2027-07-16"), row("2027-07-16", "2027-07-18")],
  "4": [row("2027-07-16", "2027-07-16", { ACCESSIBILITY: "busy" })],
};

test("the team's absences are those that were granted and those that calendars show, each once, and meetings are none", async () => {
  const team = teamWith(async () => calendars);
  expect(await team.around(world.portal.id, "1", JULY)).toMatchObject({
    size: 4,
    away: [
      { id: "3", name: "Clara", fromDay: "2027-07-10", toDay: "2027-07-18" },
      { id: "2", name: "Boris", fromDay: "2027-07-20", toDay: "2027-07-28" },
    ],
  });
  expect((await team.whoIsOut(world.portal.id, JULY)).map(({ name, how }) => `${name} ${how}`)).toEqual([
    "Clara away",
    "Boris away",
    "David remote",
  ]);
});

test("who works from elsewhere is there, who is on vacation is not", async () => {
  const team = teamWith(async () => ({}));
  const isAway = (id: string) => team.isAway(world.portal.id, id, "2027-07-21");
  expect(await Promise.all(["1", "2", "4"].map(isAway))).toEqual([false, true, false]);
});

test("a calendar that cannot be read leaves what was granted here", async () => {
  const team = teamWith(() => Promise.reject(new AppError("unreachable", "away")));
  expect(await team.around(world.portal.id, "1", JULY)).toMatchObject({ size: 4, away: [{ id: "2" }] });
});
