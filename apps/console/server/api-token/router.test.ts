import { apiToken, auditLog, authAccount, authUser } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../test-conversations.ts";
import { PASSWORD, setupConsole } from "../test-console.ts";

async function setup(role: "viewer" | "lead" | "admin" = "lead", tokenRole: string = role) {
  const world = await setupConsole();
  const cookie = await world.cookieOf(role);
  const made = await world.mutate(
    "apiToken.create",
    { name: "CI", role: tokenRole, days: 30, password: PASSWORD },
    cookie,
  );
  const { token, id } = made.data as { token: string; id: string }; // safe: what the procedure answers
  const call = (path: string, { headers = {}, input }: { headers?: object; input?: unknown } = {}) =>
    world.app.inject({
      url: `/trpc/${path}${input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  const change = (path: string, input: unknown, headers: object = {}) =>
    world.app.inject({
      method: "POST",
      url: `/trpc/${path}`,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      payload: JSON.stringify(input),
    });
  const owner = (values: Partial<typeof authUser.$inferInsert>) =>
    world.database.db
      .update(authUser)
      .set(values)
      .where(eq(authUser.email, `${role}@console.test`));
  return { ...world, cookie, token, id, call, change, owner };
}

test("a program reads and writes with a token, without origin or cookie, and the log names the token", async () => {
  const { call, change, database } = await setup("admin");
  const ids = await addBot(database.db);
  await addConversation(database.db, ids, { personId: "7" });
  expect((await call("session.me")).json().result.data).toMatchObject({ role: "admin" });
  const erased = await change("person.erase", { portalId: ids.portalId, portalUserId: "7", reason: "asked" });
  expect(erased.statusCode).toBe(200);
  const [act] = await database.db.select().from(auditLog).where(eq(auditLog.action, "person.erase"));
  expect(act?.actorName).toBe("Test admin · CI");
});

test("a token is kept as a digest, and told once", async () => {
  const { database, token, query, cookie } = await setup();
  const [kept] = await database.db.select().from(apiToken);
  expect(JSON.stringify(kept)).not.toContain(token);
  expect(kept?.lastUsedAt).toBeNull();
  expect(JSON.stringify((await query("apiToken.list", undefined, cookie)).data)).not.toContain(token);
});

test("cookies that come along with a token count for nothing", async () => {
  const { app, cookieOf, call } = await setup("viewer");
  const admin = await cookieOf("admin");
  expect((await call("audit.list", { headers: { cookie: admin }, input: {} })).statusCode).toBe(403);
  const wrong = await app.inject({ url: "/trpc/session.me", headers: { authorization: "Bearer x", cookie: admin } });
  expect(wrong.statusCode).toBe(401);
});

test("a token opens the procedures alone: elsewhere a write needs our origin as ever", async () => {
  const { app, token } = await setup();
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  expect((await app.inject({ method: "POST", url: "/api/auth/sign-out", headers, payload: {} })).statusCode).toBe(403);
});

test("a token never does more than its owner now may: a lower role counts at once", async () => {
  const { call, owner } = await setup("lead");
  expect((await call("system.status")).statusCode).toBe(200);
  await owner({ role: "viewer" });
  expect((await call("system.status")).statusCode).toBe(403);
  expect((await call("session.me")).json().result.data.role).toBe("viewer");
});

test("a token does no more than it was made for, and nobody makes one above their own role", async () => {
  const { call, cookie, mutate } = await setup("lead", "viewer");
  expect((await call("system.status")).statusCode).toBe(403);
  const denied = await mutate("apiToken.create", { name: "CI", role: "admin", days: null }, cookie);
  expect(denied.error?.data.code).toBe("FORBIDDEN");
});

test("the token of somebody who is blocked, one that is over, and one that is revoked open nothing", async () => {
  const { call, cookie, database, id, mutate, owner } = await setup("lead");
  await owner({ banned: true });
  expect((await call("session.me")).statusCode).toBe(401);
  await owner({ banned: false });
  expect((await call("session.me")).statusCode).toBe(200);
  await database.db.update(apiToken).set({ expiresAt: new Date(Date.now() - 1_000) });
  expect((await call("session.me")).statusCode).toBe(401);
  await database.db.update(apiToken).set({ expiresAt: null });
  await mutate("apiToken.revoke", { tokenId: id }, cookie);
  expect((await call("session.me")).statusCode).toBe(401);
});

test("whoever finds an open browser makes no token; who has no password makes one without", async () => {
  const { cookie, database, mutate } = await setup("lead");
  const input = { name: "More", role: "viewer", days: null };
  expect((await mutate("apiToken.create", input, cookie)).error?.data.code).toBe("BAD_REQUEST");
  expect((await mutate("apiToken.create", { ...input, password: "wrong" }, cookie)).data).toBeNull();
  expect(await database.db.$count(apiToken)).toBe(1);
  await database.db.delete(authAccount);
  expect((await mutate("apiToken.create", input, cookie)).data).toMatchObject({ token: expect.any(String) });
});

test("nobody revokes another's token", async () => {
  const { cookieOf, id, mutate, call } = await setup("lead");
  const denied = await mutate("apiToken.revoke", { tokenId: id }, await cookieOf("admin"));
  expect(denied.error?.data.code).toBe("NOT_FOUND");
  expect((await call("session.me")).statusCode).toBe(200);
});

test("with a token nobody makes tokens, changes who may enter, or opens a stream", async () => {
  const { call, change } = await setup("admin");
  const codes = await Promise.all([
    change("apiToken.create", { name: "more", role: "admin", days: null }),
    change("login.create", { name: "Eve", email: "eve@console.test", role: "admin" }),
    change("account.beginSecondFactor", { password: "x" }),
    call("conversation.changed", { input: {} }),
  ]);
  for (const { body } of codes) expect(body).toContain('"code":"FORBIDDEN"');
});

test("another site's page gets nothing through with a token either", async () => {
  const { call } = await setup();
  const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" };
  expect((await call("session.me", { headers })).statusCode).toBe(403);
});
