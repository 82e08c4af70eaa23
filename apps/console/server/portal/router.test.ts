import {
  auditLog,
  createOrderSources,
  createPortals,
  createSecretBox,
  orderSource,
  portal,
  portalCheck,
} from "@botdeck/db";
import { eq, like } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { SECRET_KEY, setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";

const URL_OF_PORTAL = "https://portal.example/rest/1/s3cretcode/";

describe("connecting by a webhook", () => {
  test("keeps the address sealed as a portal that waits for the worker, and writes down who did it without the address", async () => {
    const { mutate, admin, db } = await setup();
    const answer = await mutate("portal.connect", { url: `  ${URL_OF_PORTAL}profile ` }, admin);
    expect(answer.data).toMatchObject({ kind: "asked" });

    const [row] = await db.select().from(portal).where(eq(portal.domain, "portal.example"));
    expect(row).toMatchObject({ state: "pending", stateReason: null, auth: "webhook" });
    expect(JSON.stringify(row)).not.toContain("s3cret");
    expect(row && createPortals(db, createSecretBox(SECRET_KEY)).webhookUrl(row)).toBe(URL_OF_PORTAL);
    const [asked] = await db.select().from(portalCheck);
    expect(asked).toMatchObject({ portalId: row?.id, requestedAt: expect.any(Date) });
    const acts = await db.select().from(auditLog).where(like(auditLog.action, "portal.%"));
    expect(acts).toMatchObject([{ action: "portal.connect", detail: { domain: "portal.example" } }]);
    expect(JSON.stringify([acts, answer.response.body])).not.toContain("s3cret");
  });

  test("the same address again is the same portal, also after it was disconnected", async () => {
    const { mutate, admin, db } = await setup();
    await mutate("portal.connect", { url: URL_OF_PORTAL }, admin);
    const [first] = await db.select().from(portal).where(eq(portal.auth, "webhook"));
    await mutate("portal.disconnect", { portalId: first?.id, seen: "pending", reason: "moved" }, admin);
    await mutate("portal.connect", { url: URL_OF_PORTAL }, admin);
    const rows = await db.select().from(portal).where(eq(portal.auth, "webhook"));
    expect(rows).toMatchObject([{ id: first?.id, state: "pending", stateReason: null, isLeft: false }]);
  });

  test.each([
    ["", "empty"],
    ["portal", "no_url"],
    ["http://portal.example/rest/1/abc/", "not_safe"],
    ["http://localhost:8090/rest/1/abc/", "private"],
    ["http://127.0.0.1:8090/rest/1/abc/", "private"],
    ["https://192.168.1.5/rest/1/abc/", "private"],
    ["https://portal.example/", "no_webhook"],
    ["https://portal.example/rest/1/", "no_code"],
  ])("the address %j is refused: %s", async (url, reason) => {
    const { mutate, admin, db } = await setup();
    expect((await mutate("portal.connect", { url }, admin)).data).toEqual({ kind: "refused", reason });
    expect(await db.$count(portal, eq(portal.auth, "webhook"))).toBe(0);
  });

  test("a portal on this machine is taken where that was said, as for the demo", async () => {
    const { mutate, admin } = await setup({ takesPrivatePortals: true });
    const url = "http://127.0.0.1:8090/rest/1/abc/";
    expect((await mutate("portal.connect", { url }, admin)).data).toMatchObject({ kind: "asked" });
  });

  test("a console without a key says so, and keeps nothing", async () => {
    const { query, mutate, admin, db } = await setup({ secretKey: null });
    expect((await query("portal.ways", undefined, admin)).data).toMatchObject({ canSeal: false });
    expect((await mutate("portal.connect", { url: URL_OF_PORTAL }, admin)).error?.data.code).toBe("NOT_IMPLEMENTED");
    expect(await db.$count(portal, eq(portal.auth, "webhook"))).toBe(0);
  });
});

test("the list goes page by page through all portals, each with its bots and its health in short", async () => {
  const { query, viewer, db, ids } = await setup();
  const findings = [
    { code: "clock", level: "warning" as const, facts: {} },
    { code: "bots", level: "problem" as const, facts: {} },
  ];
  await db.insert(portalCheck).values({ portalId: ids.portalId, checkedAt: new Date(), findings });
  for (let each = 0; each < 35; each++) await addBot(db, `p${String(each).padStart(2, "0")}.example`);

  const domains: string[] = [];
  let cursor: unknown = null;
  do {
    const { data } = await query("portal.page", { cursor }, viewer);
    const page = data as { rows: { domain: string; bots: unknown[]; health: object }[]; next: unknown };
    domains.push(...page.rows.map(({ domain }) => domain));
    const demo = page.rows.find(({ domain }) => domain === "demo.example");
    if (demo !== undefined) expect(demo.health).toMatchObject({ level: "problem", problems: 1, warnings: 1 });
    cursor = page.next;
  } while (cursor !== null);

  expect(domains).toHaveLength(36);
  expect(new Set(domains).size).toBe(36);
});

test("what is set about a portal is written down with what it was, and an earlier page changes nothing", async () => {
  const { mutate, admin, db, ids } = await setup();
  const { portalId } = ids;
  const before = { sla: { warnSeconds: 120, breachSeconds: 300 }, timeZone: "UTC" };
  const desk = { sla: { warnSeconds: 60, breachSeconds: 90 }, timeZone: "Europe/Moscow" };
  expect((await mutate("portal.setDesk", { portalId, desk, before }, admin)).error).toBeUndefined();
  expect((await mutate("portal.setDesk", { portalId, desk: before, before }, admin)).error?.data.code).toBe("CONFLICT");
  await mutate("portal.setRequestLimit", { portalId, requestLimit: "enterprise", before: "standard" }, admin);

  expect((await db.select().from(portal).where(eq(portal.id, portalId)))[0]).toMatchObject({
    desk,
    requestLimit: "enterprise",
  });
  const acts = await db.select().from(auditLog).where(like(auditLog.action, "portal.%")).orderBy(auditLog.id);
  expect(acts.map(({ action, detail }) => [action, detail])).toEqual([
    ["portal.setDesk", { before, after: desk }],
    ["portal.setRequestLimit", { before: "standard", after: "enterprise" }],
  ]);
});

test("a time zone that the database does not know is refused: days could not be counted by it", async () => {
  const { mutate, admin, ids } = await setup();
  const before = { sla: { warnSeconds: 120, breachSeconds: 300 }, timeZone: "UTC" };
  const desk = { ...before, timeZone: "Mars/Olympus" };
  const answer = await mutate("portal.setDesk", { portalId: ids.portalId, desk, before }, admin);
  expect(answer.error?.data.code).toBe("BAD_REQUEST");
});

test("the owner's rights are for webhooks, and want a reason", async () => {
  const { mutate, admin, db, ids } = await setup();
  const set = (reason: string) =>
    mutate("portal.setRights", { portalId: ids.portalId, rights: "owner", before: "person", reason }, admin);
  expect((await set("they asked")).error?.data.code).toBe("BAD_REQUEST");
  await db.update(portal).set({ auth: "webhook" });
  expect((await set("")).error?.data.code).toBe("BAD_REQUEST");
  expect((await set("they asked")).error).toBeUndefined();
  expect((await db.select().from(portal))[0]?.rights).toBe("owner");
});

test("one that still waits to be connected is asked so too: it may have bots from before", async () => {
  const { mutate, admin, db } = await setup();
  await mutate("portal.connect", { url: URL_OF_PORTAL }, admin);
  const [waits] = await db.select().from(portal).where(eq(portal.auth, "webhook"));
  await db.delete(portalCheck);
  await mutate("portal.disconnect", { portalId: waits?.id, seen: "pending", reason: "moved" }, admin);
  expect((await db.select().from(portal).where(eq(portal.auth, "webhook")))[0]).toMatchObject({ isLeft: true });
  expect(await db.select().from(portalCheck)).toMatchObject([{ requestedAt: expect.any(Date) }]);
});

test("a disconnected portal is asked to let the bots go, and says why", async () => {
  const { mutate, query, admin, viewer, ids } = await setup();
  const { portalId } = ids;
  const disconnect = (reason: string) => mutate("portal.disconnect", { portalId, seen: "active", reason }, admin);
  expect((await disconnect(" ")).error?.data.code).toBe("BAD_REQUEST");
  await disconnect("sold");
  expect((await query("portal.get", { portalId }, viewer)).data).toMatchObject({
    state: "removed",
    stateReason: "Disconnected in the console: sold",
    health: { isAsked: true },
  });
  expect((await mutate("portal.check", { portalId }, admin)).error?.data.code).toBe("CONFLICT");
});

describe("of two people who act on a portal one after the other, the second is told that it is not as they saw it, and undoes nothing", () => {
  const actsOf = async (db: Awaited<ReturnType<typeof setup>>["db"]) =>
    (await db.select().from(auditLog).where(like(auditLog.action, "portal.%"))).map(({ action }) => action);

  test("one disconnects it, the other has it tried once more", async () => {
    const { mutate, admin, db } = await setup();
    const { portalId } = (await mutate("portal.connect", { url: URL_OF_PORTAL }, admin)).data as { portalId: string };
    await mutate("portal.disconnect", { portalId, seen: "pending", reason: "sold" }, admin);

    const late = await mutate("portal.retry", { portalId, seen: "pending" }, admin);

    expect(late.error).toMatchObject({
      message: expect.stringMatching(/disconnected by now/),
      data: { code: "CONFLICT" },
    });
    expect((await db.select().from(portal).where(eq(portal.id, portalId)))[0]).toMatchObject({ state: "removed" });
    expect((await mutate("portal.retry", { portalId, seen: "removed" }, admin)).error).toBeUndefined();
  });

  test("one authorises it anew, the other disconnects what they saw broken", async () => {
    const { mutate, admin, db, ids } = await setup();
    const wish = { portalId: ids.portalId, seen: "reauth", reason: "broken for weeks" };
    const late = await mutate("portal.disconnect", wish, admin);
    expect(late.error).toMatchObject({
      message: expect.stringMatching(/connected by now/),
      data: { code: "CONFLICT" },
    });
    expect(await actsOf(db)).toEqual([]);
  });

  test.each([
    ["the plan", "portal.setRequestLimit", { requestLimit: "enterprise", before: "standard" }],
    ["the rights", "portal.setRights", { rights: "owner", before: "person", reason: "they asked" }],
  ])("both set %s", async (_what, procedure, change) => {
    const { mutate, admin, db, ids } = await setup();
    await db.update(portal).set({ auth: "webhook" });
    const set = () => mutate(procedure, { portalId: ids.portalId, ...change }, admin);
    const answers = await Promise.all([set(), set()]);
    expect(answers.flatMap(({ error }) => error?.data.code ?? [])).toEqual(["CONFLICT"]);
    expect(await actsOf(db)).toEqual([procedure]);
  });
});

describe("where orders are", () => {
  const json = { kind: "json", url: "https://shop.example/orders", login: "", secret: "t0ken", seen: null };

  test("a secret is sealed, kept with its server, and never comes back or stands in the audit log", async () => {
    const { mutate, query, admin, viewer, db, ids } = await setup();
    const { portalId } = ids;
    const put = async (change: object = {}) => {
      const { orders } = (await query("portal.get", { portalId }, admin)).data as {
        orders: { updatedAt: string } | null;
      };
      return mutate("portal.putOrders", { portalId, ...json, seen: orders?.updatedAt ?? null, ...change }, admin);
    };
    expect((await put()).data).toEqual({ kind: "saved" });
    await put({ url: "https://shop.example/v2/orders", secret: null });
    const stored = createOrderSources(db, createSecretBox(SECRET_KEY));
    expect(await stored.get(portalId)).toMatchObject({
      config: { url: "https://shop.example/v2/orders" },
      secret: "t0ken",
    });

    const seen = await query("portal.get", { portalId }, admin);
    expect(seen.data).toMatchObject({ orders: { kind: "json", hasSecret: true } });
    const acts = await db.select().from(auditLog);
    expect(JSON.stringify([seen.response.body, acts])).not.toContain("t0ken");
    expect((await query("portal.get", { portalId }, viewer)).data).toMatchObject({ orders: { kind: "json", url: "" } });

    await put({ url: "https://elsewhere.example/orders", secret: null });
    expect((await stored.get(portalId))?.secret).toBeNull();
  });

  test("a secret of another key outlives a save that does not give one, and goes with its server", async () => {
    const { mutate, query, admin, db, ids } = await setup();
    const { portalId } = ids;
    const former = createOrderSources(db, createSecretBox(Buffer.alloc(32, 9).toString("base64")));
    await former.put(portalId, { config: { kind: "json", url: json.url }, secret: "t0ken" });
    const put = async (url: string) => {
      const { orders } = (await query("portal.get", { portalId }, admin)).data as { orders: { updatedAt: string } };
      const seen = orders.updatedAt;
      expect((await mutate("portal.putOrders", { portalId, ...json, url, secret: null, seen }, admin)).data).toEqual({
        kind: "saved",
      });
      return former.get(portalId);
    };
    const url = "https://shop.example/v2/orders";
    expect(await put(url)).toMatchObject({ config: { url }, secret: "t0ken" });
    expect((await put("https://elsewhere.example/orders"))?.secret).toBeNull();
  });

  test.each([
    ["an address that is none", { url: "shop" }, ["url"]],
    ["a password in the address", { url: "https://me:pass@shop.example/" }, ["url"]],
    ["1C without a login", { kind: "odata", secret: "onlypassword" }, ["login"]],
  ])("%s is refused at its field", async (_what, change, fields) => {
    const { mutate, admin, db, ids } = await setup();
    const answer = await mutate("portal.putOrders", { portalId: ids.portalId, ...json, ...change }, admin);
    expect(answer.data).toEqual({ kind: "refused", fields });
    expect(await db.$count(orderSource)).toBe(0);
  });

  test("back to the portal's own shop, nothing is kept", async () => {
    const { mutate, query, admin, db, ids } = await setup();
    const { portalId } = ids;
    await mutate("portal.putOrders", { portalId, ...json }, admin);
    const { orders } = (await query("portal.get", { portalId }, admin)).data as { orders: { updatedAt: string } };
    const sale = { portalId, kind: "sale", url: "", login: "", secret: null, seen: orders.updatedAt };
    expect((await mutate("portal.putOrders", sale, admin)).data).toEqual({ kind: "saved" });
    expect(await db.$count(orderSource)).toBe(0);
  });
});

async function setup(options: { secretKey?: null; takesPrivatePortals?: boolean } = {}) {
  const console = await setupConsole(options);
  const { db } = console.database;
  const ids = await addBot(db);
  return { ...console, db, ids, admin: await console.cookieOf("admin"), viewer: await console.cookieOf("viewer") };
}
