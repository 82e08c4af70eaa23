import { portal } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";
import { addOutcome, addUp } from "../test-quality.ts";

const DAY_MS = 24 * 3_600_000;
const dayOf = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
const at = (daysAgo: number) => new Date(`${dayOf(daysAgo)}T09:00:00Z`);
const PERIOD = { from: dayOf(29), to: dayOf(0) };

test("each share comes with what it is a share of, beside the period before", async () => {
  const { add, figures } = await setup();
  for (const change of [
    { kind: "solved_confirmed", cause: "said_so", rating: 5 },
    { kind: "solved_presumed", recontactedAt: new Date(at(20).getTime() + 50 * 3_600_000) },
    { kind: "solved_presumed", recontactedAt: new Date(at(20).getTime() + 100 * 3_600_000) },
    { kind: "handed_over", cause: "misses", humanResponseMs: 60_000, rating: 1 },
  ] as const) {
    await add({ ...change, decidedAt: at(20) });
  }
  await add({ decidedAt: at(35) });
  const { current, previous } = await figures();
  expect(current).toMatchObject({
    decided: 4,
    containment: { part: 2, whole: 4, share: 0.5 },
    durable: { part: 1, whole: 4, share: 0.25 },
    recontact: { part: 1, whole: 3 },
    satisfaction: { part: 1, whole: 2, share: 0.5 },
    meanRating: 3,
    firstResponse: { count: 4 },
    humanResponse: { count: 1 },
    answers: { count: 0, p50Ms: null },
  });
  expect(previous).toMatchObject({ decided: 1, containment: { share: 1 }, period: { from: dayOf(59), to: dayOf(30) } });
});

test("staff who write to the bot in a private chat are counted apart from clients", async () => {
  const { add, figures } = await setup();
  await add({});
  await add({ lineId: null, kind: "abandoned" });
  expect((await figures()).current).toMatchObject({ decided: 1, others: 1, containment: { share: 1 } });
  expect((await figures({ audience: "staff" })).current).toMatchObject({ decided: 1, others: 1 });
});

test("bots and portals are called by name in groups, and what is not known is a group of its own", async () => {
  const { add, groups, ids } = await setup();
  await add({});
  await add({ intent: null, kind: "handed_over", cause: "misses" });
  expect(await groups("bot")).toMatchObject([{ key: [ids.botId], name: "Demo bot · demo.example", decided: 2 }]);
  expect(await groups("line")).toMatchObject([{ key: [ids.portalId, "1"], name: "demo.example" }]);
  expect(await groups("intent")).toMatchObject([
    { key: ["orderStatus"], decided: 1, containment: { share: 1 } },
    { key: [null], decided: 1, containment: { share: 0 } },
  ]);
  expect(await groups("cause", "handed_over")).toMatchObject([{ key: ["handed_over", "misses"], decided: 1 }]);
});

test("behind a figure stand its conversations, page after page, also those that are no longer kept; viewers see initials", async () => {
  const { add, visits } = await setup();
  for (let count = 0; count < 60; count++) await add({ decidedAt: at(count % 7), isGone: count === 30 });
  await add({ kind: "handed_over", cause: "misses" });
  const first = await visits({ figure: "contained" });
  const second = await visits({ figure: "contained", cursor: first.nextCursor });
  const rows = [...first.rows, ...second.rows];
  expect([first.rows.length, rows.length, new Set(rows.map(({ visitId }) => visitId)).size]).toEqual([50, 60, 60]);
  expect(second.nextCursor).toBeNull();
  expect(rows.filter(({ conversationId }) => conversationId === null)).toMatchObject([{ personName: null }]);
  expect(rows[0]).toMatchObject({ personName: "Anna Field" });
  expect((await visits({ figure: "contained" }, "viewer")).rows[0]).toMatchObject({ personName: "A. F." });
  expect((await visits({ figure: "handed_over", cause: "misses" })).rows).toHaveLength(1);
});

test("a period or a filter that makes no sense is refused in words, not with an error of the database", async () => {
  const { call } = await setup();
  const read = (period: object, filter: object = {}) => call("figures", { filter, period });
  for (const [period, filter] of [
    [{ from: dayOf(0), to: dayOf(5) }],
    [{ from: "2024-01-01", to: "2026-01-01" }],
    [{ from: "2026-02-31", to: "2026-03-01" }],
    [PERIOD, { portalId: "' or 1=1 --" }],
    [PERIOD, { intent: "x".repeat(200) }],
  ] as const) {
    const { error } = await read(period, filter);
    expect(error).toMatchObject({ data: { code: "BAD_REQUEST" } });
  }
  expect((await read(PERIOD, { intent: "' or 1=1 --" })).error).toBeUndefined();
});

test("the export is for who is signed in, names its numbers, and nothing in it is run as a formula", async () => {
  const { add, app, cookies, ids } = await setup();
  await add({ intent: '=HYPERLINK("http://evil.example")' });
  await add({ intent: '@sum, "quoted"', kind: "abandoned" });
  const url = `/api/quality.csv?by=intent&from=${PERIOD.from}&to=${PERIOD.to}`;
  expect((await app.inject({ url })).statusCode).toBe(401);
  const asViewer = await app.inject({ url, headers: { cookie: cookies.viewer } });
  expect(asViewer.statusCode).toBe(200);
  expect(asViewer.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(asViewer.headers["content-disposition"]).toContain(`quality-intent-${PERIOD.from}-${PERIOD.to}.csv`);
  const [heading, ...lines] = asViewer.body.split("\r\n");
  expect(heading).toContain("intent,name,visits,abandoned");
  expect(lines.filter((line) => line !== "").toSorted()).toEqual([
    expect.stringMatching(/^"'=HYPERLINK\(""http:\/\/evil\.example""\)",,1,/) as string,
    expect.stringMatching(/^"'@sum, ""quoted""",,1,1,/) as string,
  ]);
  const over = await app.inject({
    url: `${url.replace("by=intent", "by=time")}&botId=${ids.botId}`,
    headers: { cookie: cookies.viewer },
  });
  expect(over.body).toContain(`${dayOf(0)},2,1,1,0,0,1,0.5`);
  const wrong = await app.inject({ url: "/api/quality.csv?by=person&from=x", headers: { cookie: cookies.viewer } });
  expect(wrong.statusCode).toBe(400);
});

test("days are the portal's own", async () => {
  const { add, figures, database, ids } = await setup();
  const desk = { timeZone: "Pacific/Kiritimati" };
  await database.db.update(portal).set({ desk }).where(eq(portal.id, ids.portalId));
  await add({ decidedAt: new Date(`${dayOf(5)}T20:00:00Z`) });
  const on = async (day: string) => (await figures({}, { from: day, to: day })).current.decided;
  expect([await on(dayOf(5)), await on(dayOf(4))]).toEqual([0, 1]);
});

type Share = { part: number; whole: number; share: number | null };
type Read = { current: { decided: number; containment: Share }; previous: unknown };
type Visit = { visitId: string; conversationId: string | null; personName: string | null };
type Visits = { rows: Visit[]; nextCursor: { at: string; id: string } | null };

async function setup() {
  const { database, query, cookieOf, app } = await setupConsole();
  const ids = await addBot(database.db);
  const cookies = { viewer: await cookieOf("viewer"), operator: await cookieOf("operator") };
  const call = (name: string, input: unknown, role: keyof typeof cookies = "operator") =>
    query(`quality.${name}`, input, cookies[role]);
  // safe: the router's own forms
  return {
    app,
    database,
    ids,
    cookies,
    call,
    async add(change: Parameters<typeof addOutcome>[2]) {
      await addOutcome(database, ids, { decidedAt: at(0), ...change });
      await addUp(database);
    },
    figures: async (filter: object = {}, period = PERIOD) => (await call("figures", { filter, period })).data as Read,
    groups: async (by: string, kind: string | null = null) =>
      (await call("groups", { filter: {}, period: PERIOD, by, kind })).data as unknown[],
    visits: async (asked: object, role: keyof typeof cookies = "operator") =>
      (await call("visits", { filter: {}, period: PERIOD, ...asked }, role)).data as Visits,
  };
}
