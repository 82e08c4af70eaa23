import { newId } from "@botdeck/core/ids";
import { auditLog, listPolicies } from "@botdeck/db";
import { asc, notLike } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";
import { addRota, addSource } from "../test-notifications.ts";

type Listed = { policies: { id: string; seen: string; sources: string[]; policy: unknown }[] };

test("a policy is made, listed with the sources that go by it, changed with its name, and removed with a reason", async () => {
  const { put, list, mutate, portalId, lead, db, rotaId } = await setup();
  const policy = { name: "default", levels: [{ targets: [{ kind: "rota", rotaId }] }], repeats: 2 };
  const made = await put(null, policy, null);
  expect(made.data).toMatchObject({ kind: "saved" });
  const [first] = (await list()).policies;
  expect(first).toMatchObject({
    sources: ["Prometheus"],
    policy: { repeats: 2, levels: [{ waitSeconds: 300 }], passesQuietHoursFrom: "critical" },
  });
  const policyId = first?.id ?? "";
  await put(policyId, { ...policy, name: "Nights" }, first?.seen ?? null);
  const stale = await put(policyId, { ...policy, name: "Late" }, first?.seen ?? null);
  expect(stale.error?.data.code).toBe("CONFLICT");
  const [changed] = (await list()).policies;
  expect(changed).toMatchObject({ name: "Nights", sources: [] });
  await mutate("policy.remove", { portalId, policyId, seen: changed?.seen, reason: "not needed" }, lead);
  expect(await listPolicies(db, portalId)).toEqual([]);
  const acts = await db
    .select()
    .from(auditLog)
    .where(notLike(auditLog.action, "session.%"))
    .orderBy(asc(auditLog.at), asc(auditLog.id));
  expect(acts.map(({ action }) => action)).toEqual(["policy.create", "policy.change", "policy.delete"]);
  expect(acts[1]?.detail).toMatchObject({ before: { name: "default" }, after: { name: "Nights" } });
});

test.each([
  ["without a name", { name: " " }, "name"],
  ["without a level", { levels: [] }, "levels"],
  [
    "with a rota that the portal has not",
    { levels: [{ targets: [{ kind: "rota", rotaId: newId() }] }] },
    "levels.0.targets.0.rotaId",
  ],
  ["that waits for too short", { levels: [{ targets: [{ kind: "heads" }], waitSeconds: 5 }] }, "levels.0.waitSeconds"],
])("a policy %s is refused with the place that is wrong", async (_, wrong, place) => {
  const { put, list } = await setup();
  const given = { name: "A", levels: [{ targets: [{ kind: "heads" }] }], ...wrong };
  expect((await put(null, given, null)).data).toMatchObject({ kind: "refused", problems: [{ place }] });
  expect((await list()).policies).toEqual([]);
});

test("two policies of a portal have two names, and another portal's is none of it", async () => {
  const { put, list, db } = await setup();
  const other = await addBot(db, "other.example", "notify");
  const policy = { name: "A", levels: [{ targets: [{ kind: "heads" }] }] };
  await put(null, policy, null);
  expect((await put(null, policy, null)).data).toMatchObject({ kind: "refused", problems: [{ place: "name.taken" }] });
  const [made] = (await list()).policies;
  const stolen = await put(made?.id ?? "", { ...policy, name: "B" }, made?.seen ?? null, other.portalId);
  expect(stolen.error?.data.code).toBe("NOT_FOUND");
});

async function setup() {
  const { database, query, mutate, cookieOf } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db, "demo.example", "notify");
  await addSource(db, ids);
  const { rotaId } = await addRota(db, ids.portalId, new Date());
  const lead = await cookieOf("lead");
  const { portalId } = ids;
  const put = (policyId: string | null, policy: unknown, seen: string | null, where = portalId) =>
    mutate("policy.put", { portalId: where, policyId, policy, seen }, lead);
  const list = async () => (await query("policy.list", { portalId }, lead)).data as Listed; // safe: as it answers
  return { db, portalId, lead, put, list, mutate, rotaId };
}
