import { addHook, type Hook, inboxEvent, setHookActive } from "@botdeck/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { POSTED_AT } from "../testing/posts.ts";
import { createWorld, type World } from "../testing/world.ts";

let world: World;
let now = POSTED_AT;
let botId: string;
beforeAll(async () => {
  world = await createWorld([], { now: () => now });
  botId = (await world.newBot(await world.newPortal("mine"), "456")).id;
});
beforeEach(async () => {
  now = POSTED_AT;
  await world.db.delete(inboxEvent);
});
afterAll(() => world.close());

const newHook = (kind: Hook["kind"]) => addHook(world.db, { botId, name: "Monitoring", kind });
const bodies = async () => (await world.events()).map(({ body }) => body);

function post(id: string, payload: unknown, headers: Record<string, string>) {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  const all = { "content-type": "application/json", ...headers };
  return world.app.inject({ method: "POST", url: `/hooks/${id}`, payload: text, headers: all });
}
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const basic = (secret: string) => ({ authorization: `Basic ${Buffer.from(`anybody:${secret}`).toString("base64")}` });

type Alert = { fingerprint: string; status: string; startsAt: string };
const alert = (fingerprint: string, status = "firing", startsAt = "2026-02-26T08:00:00Z"): Alert => ({
  fingerprint,
  status,
  startsAt,
});
const alerts = (status: string, ...list: Alert[]) => ({
  version: "4",
  groupKey: '{}:{alertname="DiskFull"}',
  status,
  receiver: "botdeck",
  alerts: list,
});

describe("who was given a hook's secret", () => {
  test.each([
    ["as a bearer token", bearer],
    ["as a basic password", basic],
  ])("posts with it %s", async (_, header) => {
    const { id, secret } = await newHook("generic");
    expect((await post(id, { any: ["thing", 1, null] }, header(secret))).statusCode).toBe(200);
    expect(await bodies()).toMatchObject([
      { kind: "hook.received", hookId: id, botId, payload: { any: ["thing", 1, null] } },
    ]);
    expect((await world.events())[0]?.source).toBe("hook");
    expect(world.log.join("")).not.toContain(secret);
  });

  test("cannot post any more once the hook is closed", async () => {
    const { id, secret } = await newHook("generic");
    await setHookActive(world.db, id, false);
    expect((await post(id, {}, bearer(secret))).statusCode).toBe(401);
  });
});

test("whoever was not given it gets 401, no row and no hint", async () => {
  const [mine, theirs] = [await newHook("generic"), await newHook("generic")];
  const cases: [string, Record<string, string>][] = [
    [mine.id, {}],
    [mine.id, bearer("")],
    [mine.id, bearer("wrong")],
    [mine.id, bearer(theirs.secret)],
    [mine.id, basic("")],
    [mine.id, { authorization: mine.secret }],
    ["01900000-0000-7000-8000-000000000001", bearer(mine.secret)],
    ["%27%20or%201=1", bearer(mine.secret)],
  ];
  for (const [id, headers] of cases) {
    const answer = await post(id, {}, headers);
    expect([answer.statusCode, answer.json().error]).toEqual([401, "unauthorized"]);
  }
  expect(await bodies()).toEqual([]);
});

describe("a post that comes again is kept once", () => {
  test("of Alertmanager, by group, status and what its alerts are", async () => {
    const { id, secret } = await newHook("alertmanager");
    const [a, b] = [alert("a"), alert("b")];
    await post(id, alerts("firing", a, b), bearer(secret));
    await post(id, alerts("firing", b, a), bearer(secret));
    expect(await bodies()).toHaveLength(1);

    await post(id, alerts("firing", a, alert("b", "resolved")), bearer(secret));
    await post(id, alerts("resolved", alert("a", "resolved")), bearer(secret));
    await post(id, alerts("firing", alert("a", "firing", "2026-02-26T09:00:00Z")), bearer(secret));
    expect(await bodies()).toHaveLength(4);
    expect(new Set((await world.events()).map(({ lane }) => lane)).size).toBe(1);
  });

  test("of Alertmanager that all is over, however late it comes; what was muted and fires on comes in the words of before", async () => {
    const { id, secret } = await newHook("alertmanager");
    await post(id, alerts("firing", alert("b")), bearer(secret));
    const over = alerts("resolved", alert("a", "resolved"));
    await post(id, over, bearer(secret));
    now = new Date(POSTED_AT.getTime() + 5 * 3_600_000);
    await post(id, over, bearer(secret));
    await post(id, alerts("firing", alert("b")), bearer(secret));
    expect(await bodies()).toMatchObject(["firing", "resolved", "firing"].map((status) => ({ payload: { status } })));
  });

  test("of anybody, by the Idempotency-Key", async () => {
    const { id, secret } = await newHook("generic");
    const headers = (key: string) => ({ ...bearer(secret), "idempotency-key": key });
    for (const key of ["1", "1", "2"]) await post(id, { same: true }, headers(key));
    now = new Date(POSTED_AT.getTime() + 86_400_000);
    await post(id, { other: true }, headers("1"));
    expect(await bodies()).toHaveLength(2);
  });

  test("without a key by its content, for ten minutes of the clock", async () => {
    const { id, secret } = await newHook("generic");
    for (const minutes of [0, 1, 9, 10]) {
      now = new Date(Date.UTC(2026, 1, 26, 8, minutes));
      await post(id, { same: true }, bearer(secret));
    }
    await post(id, { same: false }, bearer(secret));
    expect(await bodies()).toHaveLength(3);
  });
});

test.each<[string, Hook["kind"], object, object]>([
  [
    "of any form",
    "generic",
    { fields: { title: "title", severity: "severity" } },
    { title: "Disk", severity: "critical" },
  ],
  ["of Sentry", "sentry", {}, { id: "1", title: "TypeError" }],
])(
  "an alert %s that fires again just as it did before is kept, and its second delivery is not",
  async (_, kind, options, body) => {
    const { id, secret } = await addHook(world.db, { botId, name: "Monitoring", kind, options: { ...options } });
    for (const [seconds, status] of [
      [60, "firing"],
      [61, "firing"],
      [180, "resolved"],
      [300, "firing"],
    ] as const) {
      now = new Date(Date.UTC(2026, 1, 26, 8, 0, seconds));
      await post(id, { ...body, status }, bearer(secret));
    }
    expect(await bodies()).toMatchObject(["firing", "resolved", "firing"].map((status) => ({ payload: { status } })));
  },
);

test("a group with a name longer than any index entry is kept", async () => {
  const { id, secret } = await newHook("alertmanager");
  const body = { ...alerts("firing", alert("a")), groupKey: "x".repeat(20_000) };
  expect((await post(id, body, bearer(secret))).statusCode).toBe(200);
  expect(await bodies()).toMatchObject([{ payload: { groupKey: body.groupKey } }]);
});

test.each<[string, string]>([
  ["broken JSON", "{"],
  ["nesting without end", `${"[".repeat(5_000)}${"]".repeat(5_000)}`],
  ["values without number", JSON.stringify({ any: Array.from({ length: 60_000 }, () => 1) })],
  ["no notification of Alertmanager", "{}"],
])("%s is refused with 400", async (_, body) => {
  const { id, secret } = await newHook("alertmanager");
  expect((await post(id, body, bearer(secret))).statusCode).toBe(400);
});

test("letters that Postgres cannot hold and keys that could mean something are kept harmless", async () => {
  const { id, secret } = await newHook("generic");
  const body = '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"a\\u0000b":"c\\u0000\\ud800d"}';
  expect((await post(id, body, bearer(secret))).statusCode).toBe(200);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  expect(await bodies()).toHaveLength(1);
});

test("while the database is away a post is in the spool when it is answered 200", async () => {
  const { id, secret } = await newHook("generic");
  await post(id, { known: true }, bearer(secret));
  world.loseDatabase();
  expect((await post(id, { later: true }, bearer(secret))).statusCode).toBe(200);
  world.returnDatabase();
  await expect.poll(bodies, { timeout: 10_000 }).toHaveLength(2);
});
