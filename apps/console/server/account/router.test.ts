import { auditLog, authSession, authUser } from "@botdeck/db";
import { expect, test } from "vitest";

import { cookiesAfter } from "../test-cookies.ts";
import { ORIGIN, PASSWORD, setupConsole } from "../test-console.ts";

const NEXT = "another good password";

test("a changed password signs out everywhere else, and here the session goes on under a new secret", async () => {
  const { cookieOf, mutate, query, signIn } = await setupConsole();
  const elsewhere = await cookieOf("operator");
  const cookie = await cookieOf("operator");
  expect((await mutate("account.changePassword", { current: "wrong", next: NEXT }, cookie)).data).toEqual({
    isRight: false,
  });
  const changed = await mutate("account.changePassword", { current: PASSWORD, next: NEXT }, cookie);
  expect(changed.data).toEqual({ isRight: true });
  for (const old of [cookie, elsewhere]) {
    expect((await query("session.me", undefined, old)).error?.data.code).toBe("UNAUTHORIZED");
  }
  expect((await query("session.me", undefined, cookiesAfter(changed.response))).error).toBeUndefined();
  expect((await signIn("operator@console.test")).statusCode).toBe(401);
  expect((await signIn("operator@console.test", NEXT)).statusCode).toBe(200);
});

test("a changed password makes a link to set one worth nothing", async () => {
  const { app, cookieOf, database, mutate } = await setupConsole();
  const cookie = await cookieOf("operator");
  const [operator] = await database.db.select().from(authUser);
  const made = await mutate("login.makePasswordLink", { userId: operator?.id }, await cookieOf("admin"));
  const { url } = made.data as { url: string }; // safe: what the procedure answers
  await mutate("account.changePassword", { current: PASSWORD, next: NEXT }, cookie);
  const late = await app.inject({
    method: "POST",
    url: "/api/auth/set-password",
    headers: { "content-type": "application/json", origin: ORIGIN },
    payload: { token: new URL(url).hash.slice(1), password: "an intruder's one" },
  });
  expect(late.statusCode).toBe(410);
});

test("one sees and ends one's own sessions and nobody else's", async () => {
  const { cookieOf, database, mutate, query } = await setupConsole();
  await cookieOf("lead");
  const elsewhere = await cookieOf("viewer");
  const cookie = await cookieOf("viewer");
  const { rows } = (await query("account.sessions", {}, cookie)).data as Page; // safe: what the procedure answers
  expect(rows.map(({ isOwn }) => isOwn)).toEqual([true, false]);
  const foreign = (await database.db.select().from(authSession)).find(({ id }) => rows.every((row) => row.id !== id));

  const denied = await mutate("account.endSession", { sessionId: foreign?.id }, cookie);
  expect(denied.error?.data.code).toBe("NOT_FOUND");
  const other = rows.find(({ isOwn }) => !isOwn);
  expect((await mutate("account.endSession", { sessionId: other?.id }, cookie)).error).toBeUndefined();
  expect((await query("session.me", undefined, elsewhere)).error?.data.code).toBe("UNAUTHORIZED");
  expect((await query("session.me", undefined, cookie)).error).toBeUndefined();
});

test("what is done with one's own log-in is written down, with the request and the address", async () => {
  const { cookieOf, database, mutate } = await setupConsole();
  const cookie = await cookieOf("viewer");
  const { response } = await mutate("account.rename", { name: "  Vera Viewer " }, cookie);
  const acts = await database.db.select().from(auditLog);
  expect(acts.map(({ action }) => action)).toEqual(["account.rename"]);
  expect(acts[0]).toMatchObject({
    actorName: "Test viewer",
    detail: { before: "Test viewer", after: "Vera Viewer" },
    requestId: response.headers["x-request-id"],
    address: "127.0.0.1",
  });
});

test("a session that somebody planted before the sign-in is not gone on with", async () => {
  const { app, cookieOf, query } = await setupConsole();
  const planted = await cookieOf("viewer");
  await cookieOf("lead");
  const response = await app.inject({
    method: "POST",
    url: "/api/auth/sign-in/email",
    headers: { "content-type": "application/json", origin: ORIGIN, cookie: planted },
    payload: { email: "lead@console.test", password: PASSWORD },
    remoteAddress: "10.7.0.1",
  });
  const own = cookiesAfter(response);
  expect(own).not.toBe("");
  expect(own).not.toBe(planted);
  expect((await query("session.me", undefined, own)).data).toMatchObject({ role: "lead" });
  expect((await query("session.me", undefined, planted)).data).toMatchObject({ role: "viewer" });
});

type Page = { rows: { id: string; isOwn: boolean }[] };
