import { auditLog, hook, hookSample } from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
import { eq, like } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";
import { openTestGateway } from "../test-gateway.ts";
import { addSource } from "../test-notifications.ts";

/** Signing in stands in the audit log as well. */
const isOfHooks = like(auditLog.action, "hook.%");

test("an admin makes a source and is told its secret once; neither list nor audit log has it", async () => {
  const { query, mutate, lead, admin, ids, db } = await setup();
  const made = await mutate("hook.create", { ...ids, name: "Prometheus", kind: "alertmanager" }, admin);
  const { id, secret } = made.data as { id: string; secret: string };
  const [kept] = await db.select().from(hook);
  const [act] = await db.select().from(auditLog).where(isOfHooks);
  expect(act).toMatchObject({ action: "hook.create", subjectId: id, detail: { name: "Prometheus" } });
  const { data } = await query("hook.list", { portalId: ids.portalId }, lead);
  expect(data).toMatchObject({ hooks: [{ id, name: "Prometheus", isActive: true, accepted: 0 }] });
  for (const shown of [kept, act, data]) expect(JSON.stringify(shown)).not.toContain(secret);
  expect(JSON.stringify(data)).not.toMatch(/digest|sealed/i);
});

test("a lead sees what came with its status and why it was refused, in both languages as far as there are words; below a lead nobody does", async () => {
  const { query, lead, cookieOf, ids, db } = await setup();
  const input = { portalId: ids.portalId, ...(await addSource(db, ids)) };
  const { data } = await query("hook.samples", input, lead);
  const reason = { en: expect.stringMatching(/^The post does not/), ru: expect.stringMatching(/^Отправитель не/) };
  expect(data).toMatchObject([
    { status: 401, reason },
    { status: 202, reason: null },
  ]);
  await db.update(hookSample).set({ refusal: null });
  const before = (await query("hook.samples", input, lead)).data;
  expect(before).toMatchObject([{ reason: { en: expect.stringMatching(/^The post/), ru: null } }, {}]);
  expect((await query("hook.samples", input, await cookieOf("operator"))).error?.data.code).toBe("FORBIDDEN");
});

test("a source is changed, closed and opened, each with what it was in the audit log; another portal's is not there", async () => {
  const { mutate, admin, ids, db } = await setup();
  const { hookId } = await addSource(db, ids);
  const which = { portalId: ids.portalId, hookId };
  const before = { name: "Prometheus", options: HookOptions.parse({}) };
  const options = { ...before.options, dialogId: "chat7", delaySeconds: 300 };
  await mutate("hook.change", { ...which, name: "Prometheus", options, before }, admin);
  await mutate("hook.setActive", { ...which, isActive: false }, admin);
  const [kept] = await db.select().from(hook);
  expect(kept).toMatchObject({
    name: "Prometheus",
    isActive: false,
    options: { dialogId: "chat7", delaySeconds: 300 },
  });
  const acts = await db.select().from(auditLog).where(isOfHooks).orderBy(auditLog.id);
  expect(acts).toMatchObject([
    {
      action: "hook.change",
      detail: { before: { options: { dialogId: null } }, after: { options: { dialogId: "chat7" } } },
    },
    { action: "hook.close", detail: { before: true, after: false } },
  ]);

  const other = await addBot(db, "other.example", "notify");
  const foreign = await mutate("hook.setActive", { portalId: other.portalId, hookId, isActive: true }, admin);
  expect(foreign.error?.data.code).toBe("NOT_FOUND");
});

test("of two who change a source at once one is told of the other, also when they change its name alone", async () => {
  const { mutate, admin, ids, db } = await setup();
  const { hookId } = await addSource(db, ids);
  const which = { portalId: ids.portalId, hookId };
  const before = { name: "Prometheus", options: HookOptions.parse({}) };
  const renamed = (name: string) => mutate("hook.change", { ...which, name, options: before.options, before }, admin);
  const both = await Promise.all([renamed("One"), renamed("Other")]);
  expect(both.flatMap(({ error }) => (error === undefined ? [] : [error.data.code]))).toEqual(["CONFLICT"]);
  expect(await db.$count(auditLog, isOfHooks)).toBe(1);
});

test("when silence is an end is refused of a source that says its ends itself; one kept before is not shown, and in nobody's way", async () => {
  const { mutate, query, admin, ids, db } = await setup();
  const { hookId } = await addSource(db, ids);
  await db.update(hook).set({ options: { ...HookOptions.parse({}), endsAfterSeconds: 600 } });
  const listed = (await query("hook.list", { portalId: ids.portalId }, admin)).data as { hooks: { options: object }[] };
  const [{ options } = { options: {} }] = listed.hooks;
  expect(options).toEqual(HookOptions.parse({}));
  const which = { portalId: ids.portalId, hookId, name: "Prometheus", before: { name: "Prometheus", options } };
  const refused = await mutate("hook.change", { ...which, options: { ...options, endsAfterSeconds: 60 } }, admin);
  expect(refused.error?.message).toContain("endsAfterSeconds is not for alertmanager");
  expect(
    (await mutate("hook.change", { ...which, options: { ...options, delaySeconds: 60 } }, admin)).error,
  ).toBeUndefined();
  expect((await db.select().from(hook))[0]?.options).not.toHaveProperty("endsAfterSeconds");
});

test("where the token of a source's API goes is not changed here", async () => {
  const { mutate, admin, ids, db } = await setup();
  const { hookId } = await addSource(db, ids);
  const kept = HookOptions.parse({ api: { url: "https://alerts.example" } });
  await db.update(hook).set({ options: kept, apiTokenSealed: "sealed" });
  const before = { name: "Prometheus", options: kept };
  for (const options of [{ ...kept, api: { url: "https://elsewhere.example", isTold: true } }, HookOptions.parse({})]) {
    const refused = await mutate("hook.change", { portalId: ids.portalId, hookId, ...before, options, before }, admin);
    expect(refused.error?.message).toContain("operate set-hook");
  }
  expect((await db.select().from(hook))[0]).toMatchObject({ options: { api: { url: "https://alerts.example" } } });
});

test("a source is tried out by the gateway's door, which says why when it refuses; where nobody said where that is, it is not", async () => {
  let known = "";
  const gateway = await openTestGateway(() => known);
  const { mutate, admin, ids, db } = await setup(gateway.url);
  const made = await mutate("hook.create", { ...ids, name: "Prometheus", kind: "alertmanager" }, admin);
  const { id: hookId, secret } = made.data as { id: string; secret: string };
  known = secret;
  const post = { portalId: ids.portalId, hookId, isOver: false };
  expect((await mutate("hook.test", { ...post, secret }, admin)).data).toEqual({ status: 200, message: "accepted" });
  expect((await mutate("hook.test", { ...post, secret: "a wrong secret, long enough" }, admin)).data).toEqual({
    status: 401,
    message: "The token is not the one of this hook.",
  });
  expect(gateway.posts).toMatchObject([{ path: `/hooks/alertmanager/${hookId}`, body: { status: "firing" } }]);
  const acts = await db.select().from(auditLog).where(eq(auditLog.action, "hook.test"));
  expect(acts.map(({ detail }) => detail["status"])).toEqual([200, 401]);
  expect(JSON.stringify(acts)).not.toContain(secret);

  const without = await setup();
  const elsewhere = { ...post, portalId: without.ids.portalId, secret };
  expect((await without.mutate("hook.test", elsewhere, without.admin)).error?.data.code).toBe("NOT_IMPLEMENTED");
});

async function setup(gatewayUrl: string | null = null) {
  const { database, query, mutate, cookieOf } = await setupConsole({ gatewayUrl });
  const ids = await addBot(database.db, "demo.example", "notify");
  const [lead, admin] = [await cookieOf("lead"), await cookieOf("admin")];
  return { db: database.db, ids, query, mutate, cookieOf, lead, admin };
}
