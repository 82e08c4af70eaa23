import { apiToken, auditLog, authSession, authUser, portal, portalLogin } from "@botdeck/db";
import { newId } from "@botdeck/core/ids";
import { eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";

import { ORIGIN, PASSWORD, setupConsole } from "../test-console.ts";

type World = Awaited<ReturnType<typeof setupConsole>>;

async function idOf({ database }: World, email: string): Promise<string> {
  const [found] = await database.db.select().from(authUser).where(eq(authUser.email, email));
  return found?.id ?? "";
}

function choosePassword({ app }: World, token: string, password: string) {
  return app.inject({
    method: "POST",
    url: "/api/auth/set-password",
    headers: { "content-type": "application/json", origin: ORIGIN },
    payload: { token, password },
  });
}

test("somebody new chooses a password by a link that works once, and signs in with it", async () => {
  const world = await setupConsole();
  const { cookieOf, mutate, signIn } = world;
  const admin = await cookieOf("admin");
  const input = { name: "Nina New", email: "Nina@Console.test", role: "operator" };
  const made = (await mutate("login.create", input, admin)).data as { url: string }; // safe: what it answers
  const token = new URL(made.url).hash.slice(1);
  expect(new URL(made.url).search).toBe("");

  expect((await choosePassword(world, token, "short")).statusCode).toBe(400);
  expect((await choosePassword(world, token, "a good long password")).json()).toEqual({ ok: true });
  expect((await choosePassword(world, token, "a stranger's password")).statusCode).toBe(410);
  expect((await signIn("nina@console.test", "a good long password")).statusCode).toBe(200);
  expect((await mutate("login.create", input, admin)).error?.data.code).toBe("CONFLICT");
});

test("a new link makes the one before worth nothing, and a blocked person's opens nothing", async () => {
  const world = await setupConsole();
  const { cookieOf, mutate } = world;
  await cookieOf("viewer");
  const admin = await cookieOf("admin");
  const userId = await idOf(world, "viewer@console.test");
  const link = async () => {
    const made = await mutate("login.makePasswordLink", { userId }, admin);
    return new URL((made.data as { url: string }).url).hash.slice(1); // safe: what it answers
  };
  const [first, second] = [await link(), await link()];
  expect((await choosePassword(world, first, PASSWORD)).statusCode).toBe(410);
  await mutate("login.block", { userId, reason: "left" }, admin);
  expect((await choosePassword(world, second, PASSWORD)).statusCode).toBe(410);
});

test.each(["a password link", "a reset second factor", "ended sessions"] as const)(
  "after %s an intruder has no way in: neither a session nor a token nor a linked portal",
  async (way) => {
    const world = await setupConsole();
    const { cookieOf, database, mutate } = world;
    const { db } = database;
    const cookie = await cookieOf("viewer");
    const userId = await idOf(world, "viewer@console.test");
    await mutate("apiToken.create", { name: "Left behind", role: "viewer", days: null, password: PASSWORD }, cookie);
    const portalId = newId();
    await db.insert(portal).values({ id: portalId, domain: "home.example", auth: "oauth" });
    await db.insert(portalLogin).values({ id: newId(), userId, portalId, personId: "666", personName: "Intruder" });
    await db.update(authUser).set({ twoFactorEnabled: true }).where(eq(authUser.id, userId));
    const admin = await cookieOf("admin");

    if (way === "ended sessions") await mutate("login.endSessions", { userId }, admin);
    else if (way === "a reset second factor") {
      await mutate("login.resetSecondFactor", { userId, reason: "lost the phone" }, admin);
    } else {
      const made = await mutate("login.makePasswordLink", { userId }, admin);
      const { url } = made.data as { url: string }; // safe: what it answers
      await choosePassword(world, new URL(url).hash.slice(1), "a password of their own");
    }

    expect(await db.$count(authSession, eq(authSession.userId, userId))).toBe(0);
    expect(await db.$count(apiToken, isNull(apiToken.revokedAt))).toBe(0);
    expect(await db.$count(portalLogin)).toBe(0);
    const acts = await db.select({ detail: auditLog.detail }).from(auditLog).orderBy(auditLog.id);
    expect(acts.at(-1)?.detail).toMatchObject({ sessions: 1, tokens: 1, portals: 1 });
  },
);

test("links to choose a password are limited per minute and address", async () => {
  const world = await setupConsole();
  for (let tries = 0; tries < 10; tries++) await choosePassword(world, "guess", PASSWORD);
  expect((await choosePassword(world, "guess", PASSWORD)).statusCode).toBe(429);
});

test("whoever is blocked is out at once, cannot sign in, and learns no more than from a wrong password", async () => {
  const world = await setupConsole();
  const { cookieOf, mutate, query, signIn } = world;
  const cookie = await cookieOf("lead");
  const admin = await cookieOf("admin");
  const userId = await idOf(world, "lead@console.test");
  await mutate("login.block", { userId, reason: "left the company" }, admin);

  expect((await query("session.me", undefined, cookie)).error?.data.code).toBe("UNAUTHORIZED");
  const right = await signIn("lead@console.test");
  const wrong = await signIn("lead@console.test", "not the password");
  expect([right.statusCode, right.json(), right.cookies]).toEqual([wrong.statusCode, wrong.json(), wrong.cookies]);

  await mutate("login.unblock", { userId }, admin);
  expect((await signIn("lead@console.test")).statusCode).toBe(200);
});

test("the last admin can neither be demoted nor blocked, nor can anybody block themselves", async () => {
  const world = await setupConsole();
  const { cookieOf, mutate } = world;
  const admin = await cookieOf("admin");
  const userId = await idOf(world, "admin@console.test");
  expect((await mutate("login.setRole", { userId, role: "lead" }, admin)).error).toMatchObject({
    message: "This is the last administrator. Make somebody else an administrator first.",
    data: { code: "CONFLICT" },
  });
  expect((await mutate("login.block", { userId, reason: "x" }, admin)).error?.data.code).toBe("CONFLICT");

  await cookieOf("viewer");
  const other = await idOf(world, "viewer@console.test");
  await mutate("login.setRole", { userId: other, role: "admin" }, admin);
  await mutate("login.block", { userId: other, reason: "x" }, admin);
  // A blocked admin cannot help anybody.
  expect((await mutate("login.setRole", { userId, role: "lead" }, admin)).error?.data.code).toBe("CONFLICT");
});

test("two admins who take the right from each other at once leave one of them", async () => {
  const world = await setupConsole();
  const { cookieOf, database, mutate } = world;
  const one = await cookieOf("admin");
  await cookieOf("lead");
  const [first, second] = [await idOf(world, "admin@console.test"), await idOf(world, "lead@console.test")];
  await database.db.update(authUser).set({ role: "admin" }).where(eq(authUser.id, second));
  const outcomes = await Promise.all(
    [first, second].map((userId) => mutate("login.setRole", { userId, role: "viewer" }, one)),
  );
  expect(outcomes.filter(({ error }) => error !== undefined)).toHaveLength(1);
  expect(await database.db.$count(authUser, eq(authUser.role, "admin"))).toBe(1);
});

test("what an admin does to others is written down with before, after and the reason", async () => {
  const world = await setupConsole();
  const { cookieOf, database, mutate } = world;
  await cookieOf("viewer");
  const admin = await cookieOf("admin");
  const userId = await idOf(world, "viewer@console.test");
  await mutate("login.setRole", { userId, role: "lead" }, admin);
  await mutate("login.block", { userId, reason: "left the company" }, admin);
  const acts = await database.db
    .select({ action: auditLog.action, detail: auditLog.detail, actor: auditLog.actorName })
    .from(auditLog)
    .where(eq(auditLog.subjectId, `login:${userId}`));
  expect(acts).toEqual([
    { action: "login.setRole", detail: { before: "viewer", after: "lead" }, actor: "Test admin" },
    {
      action: "login.block",
      detail: { before: "open", after: "blocked", reason: "left the company", sessions: 1 },
      actor: "Test admin",
    },
  ]);
});
