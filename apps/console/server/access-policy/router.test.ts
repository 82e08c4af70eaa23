import { auditLog } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import type { Role } from "../roles.ts";
import { PASSWORD, setupConsole } from "../test-console.ts";
import { cookiesAfter } from "../test-cookies.ts";
import { totpOf } from "../test-totp.ts";

async function setup(options: { adminsNeedSecondFactor?: boolean } = {}) {
  const world = await setupConsole(options);
  const { cookieOf, mutate, query } = world;
  /** Sets up a second factor. @returns The cookie of the session as it goes on. */
  async function withFactor(cookie: string): Promise<string> {
    // safe: what the procedure answers to the right password
    const made = (await mutate("account.beginSecondFactor", { password: PASSWORD }, cookie)).data as { uri: string };
    return cookiesAfter((await mutate("account.confirmSecondFactor", { code: totpOf(made.uri) }, cookie)).response);
  }
  const admin = await withFactor(await cookieOf("admin"));
  return {
    ...world,
    admin,
    withFactor,
    ask: async (from: Role | null, cookie = admin) => {
      // safe: what the procedure answers to an admin
      const { from: before } = (await query("accessPolicy.get", undefined, cookie)).data as { from: Role | null };
      return await mutate("accessPolicy.putSecondFactor", { from, before }, cookie);
    },
    reach: async (cookie: string) => (await query("account.get", undefined, cookie)).data,
  };
}

test("nobody is asked for a second factor until an admin decides so", async () => {
  const { query, admin, cookieOf, reach } = await setup();
  expect((await query("accessPolicy.get", undefined, admin)).data).toMatchObject({ from: null, least: null });
  for (const role of ["viewer", "operator", "lead", "admin"] as const) {
    if (role === "admin") expect(await reach(admin)).toMatchObject({ role, lacksSecondFactor: false });
    else expect(await reach(await cookieOf(role))).toMatchObject({ role, lacksSecondFactor: false });
  }
});

test("asked of leads and above, a lead without one may do what an operator may from the next call on, and all of it with one", async () => {
  const { ask, reach, cookieOf, query, withFactor, admin } = await setup();
  const [viewer, operator, lead] = [await cookieOf("viewer"), await cookieOf("operator"), await cookieOf("lead")];
  expect((await query("system.status", undefined, lead)).error).toBeUndefined();

  expect((await ask("lead")).error).toBeUndefined();

  expect((await query("system.status", undefined, lead)).error?.data.code).toBe("FORBIDDEN");
  expect(await reach(lead)).toMatchObject({ role: "operator", lacksSecondFactor: true });
  expect(await reach(operator)).toMatchObject({ role: "operator", lacksSecondFactor: false });
  expect(await reach(viewer)).toMatchObject({ role: "viewer", lacksSecondFactor: false });
  expect(await reach(admin)).toMatchObject({ role: "admin", lacksSecondFactor: false });
  const after = await withFactor(lead);
  expect((await query("system.status", undefined, after)).error).toBeUndefined();

  await ask("operator");
  expect(await reach(operator)).toMatchObject({ role: "viewer", lacksSecondFactor: true });
  await ask(null);
  expect(await reach(operator)).toMatchObject({ role: "operator", lacksSecondFactor: false });
});

test("a program's token reaches no further than its owner does without a second factor", async () => {
  const { ask, cookieOf, mutate, app } = await setup();
  const asked = { name: "reports", role: "lead", days: 30, password: PASSWORD };
  // safe: what the procedure answers to the right password
  const { token } = (await mutate("apiToken.create", asked, await cookieOf("lead"))).data as { token: string };
  const call = () => app.inject({ url: "/trpc/system.status", headers: { authorization: `Bearer ${token}` } });
  expect((await call()).statusCode).toBe(200);
  await ask("lead");
  expect((await call()).statusCode).toBe(403);
});

test("who has no second factor asks nobody for one, and each decision is written down once", async () => {
  const { ask, admin, cookieOf, mutate, database, query } = await setup();
  await ask("admin");
  await ask("admin");
  await ask("operator");
  const acts = database.db.select().from(auditLog).where(eq(auditLog.action, "accessPolicy.setSecondFactor"));
  const details = [
    { before: "nobody", after: "admin" },
    { before: "admin", after: "operator" },
  ];
  expect((await acts).map(({ detail, actorName }) => ({ detail, actorName }))).toEqual(
    details.map((detail) => ({ detail, actorName: "Test admin" })),
  );
  await ask(null);
  await mutate("account.disableSecondFactor", { password: PASSWORD }, admin);
  const bare = await cookieOf("admin");
  const refused = await ask("admin", bare);
  expect(refused.data).toEqual({ kind: "own_first" });
  expect((await query("accessPolicy.get", undefined, bare)).data).toMatchObject({ from: null, least: null });
});

test("what the environment asks for stays whatever is decided here", async () => {
  const { ask, admin, query } = await setup({ adminsNeedSecondFactor: true });
  const policy = async () => (await query("accessPolicy.get", undefined, admin)).data;
  await ask(null);
  expect(await policy()).toMatchObject({ from: "admin", least: "admin" });
  await ask("lead");
  expect(await policy()).toMatchObject({ from: "lead", least: "admin" });
});

test("an admin's token decides nothing about who may enter, and whose page is old undoes nobody's decision", async () => {
  const { ask, admin, mutate, query, app } = await setup();
  const asked = { name: "reports", role: "admin", days: 30, password: PASSWORD };
  // safe: what the procedure answers to the right password
  const { token } = (await mutate("apiToken.create", asked, admin)).data as { token: string };
  await ask("lead");
  const lifted = await app.inject({
    method: "POST",
    url: "/trpc/accessPolicy.putSecondFactor",
    headers: { authorization: `Bearer ${token}` },
    payload: { from: null, before: "lead" },
  });
  expect(lifted.statusCode).toBe(403);
  const late = await mutate("accessPolicy.putSecondFactor", { from: "admin", before: null }, admin);
  expect(late.error?.data.code).toBe("CONFLICT");
  expect((await query("accessPolicy.get", undefined, admin)).data).toMatchObject({ from: "lead" });
});

test("the last admin who has the second factor that admins need stays one", async () => {
  const { ask, admin, mutate, query } = await setup();
  await mutate("login.create", { name: "Bare admin", email: "bare@console.test", role: "admin" }, admin);
  // safe: what the procedure answers to an admin
  const { rows } = (await query("login.list", { words: null }, admin)).data as {
    rows: { id: string; isOwn: boolean }[];
  };
  const userId = rows.find(({ isOwn }) => isOwn)?.id;
  await ask("admin");
  expect((await mutate("login.setRole", { userId, role: "lead" }, admin)).error?.data.code).toBe("CONFLICT");
  await ask(null);
  expect((await mutate("login.setRole", { userId, role: "lead" }, admin)).error).toBeUndefined();
});
