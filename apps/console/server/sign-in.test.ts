import { authAccount, authSession } from "@botdeck/db";
import { expect, test } from "vitest";

import { putLogin } from "./put-login.ts";
import { ORIGIN, PASSWORD, setupConsole } from "./test-console.ts";

const DEMO = { email: "lead@console.test", name: "Test lead", role: "lead", password: PASSWORD } as const;

test("a sign-in sets a cookie that pages cannot read, and hands out no token besides", async () => {
  const { auth, signIn } = await setupConsole();
  await putLogin(auth, DEMO);

  const response = await signIn(DEMO.email);

  expect(response.statusCode).toBe(200);
  expect(response.json()).toEqual({ ok: true });
  expect(response.cookies).toMatchObject([{ httpOnly: true, sameSite: "Lax", path: "/" }]);
});

test("a wrong password and an unknown e-mail get the same answer", async () => {
  const { auth, signIn } = await setupConsole();
  await putLogin(auth, DEMO);

  const wrong = await signIn(DEMO.email, "not the password");
  const unknown = await signIn("nobody@console.test", "not the password");

  expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
  expect(wrong.json()).toEqual(unknown.json());
});

test("the eleventh try within a minute is refused, even with the right password and a claimed other address", async () => {
  const { app, auth, signIn } = await setupConsole();
  await putLogin(auth, DEMO);
  const address = "192.0.2.1";
  for (let tries = 0; tries < 10; tries++) {
    expect((await signIn(DEMO.email, "not the password", address)).statusCode).toBe(401);
  }

  const eleventh = await app.inject({
    method: "POST",
    url: "/api/auth/sign-in/email",
    headers: {
      "content-type": "application/json",
      origin: ORIGIN,
      "x-forwarded-for": "192.0.2.99",
      "x-botdeck-client-address": "192.0.2.99",
    },
    payload: { email: DEMO.email, password: PASSWORD },
    remoteAddress: address,
  });

  expect(eleventh.statusCode).toBe(429);
  expect(Number(eleventh.headers["retry-after"])).toBeGreaterThan(0);
});

test("an e-mail is tried twenty times a minute and no more, from however many addresses", async () => {
  const { auth, signIn } = await setupConsole();
  await putLogin(auth, DEMO);
  const wrong = await Promise.all(Array.from({ length: 20 }, () => signIn(DEMO.email, "not the password")));
  expect(new Set(wrong.map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
  const refused = await signIn(DEMO.email.toUpperCase());
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
});

test("a sign-out ends the session, not only the cookie", async () => {
  const { app, cookieOf, query } = await setupConsole();
  const cookie = await cookieOf("operator");
  const headers = { "content-type": "application/json", origin: ORIGIN, cookie };

  expect((await app.inject({ method: "POST", url: "/api/auth/sign-out", headers, payload: {} })).statusCode).toBe(200);

  expect((await query("session.me", undefined, cookie)).error?.data.code).toBe("UNAUTHORIZED");
});

test("a session ends after seven days, however active", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const cookie = await cookieOf("operator");
  await database.db.update(authSession).set({ createdAt: new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000) });
  expect((await query("session.me", undefined, cookie)).error?.data.code).toBe("UNAUTHORIZED");
});

test.each(["sign-up/email", "update-user", "change-email", "request-password-reset", "admin/set-role"])(
  "better-auth's %s cannot be reached",
  async (path) => {
    const { app, cookieOf } = await setupConsole();
    const headers = { "content-type": "application/json", origin: ORIGIN, cookie: await cookieOf("viewer") };
    const response = await app.inject({ method: "POST", url: `/api/auth/${path}`, headers, payload: {} });
    expect(response.statusCode).toBe(404);
  },
);

test("demo log-ins are made once; a new password ends their sessions", async () => {
  const { auth, signIn, database } = await setupConsole();
  expect(await putLogin(auth, DEMO)).toBe("created");
  expect(await putLogin(auth, DEMO)).toBe("unchanged");
  await signIn(DEMO.email);

  expect(await putLogin(auth, { ...DEMO, password: "another good password" })).toBe("changed");

  expect(await database.db.$count(authSession)).toBe(0);
  expect((await signIn(DEMO.email)).statusCode).toBe(401);
  expect((await signIn(DEMO.email, "another good password")).statusCode).toBe(200);
});

test("a log-in that was added without a password is given one", async () => {
  const { auth, signIn, database } = await setupConsole();
  await putLogin(auth, DEMO);
  await database.db.delete(authAccount);
  expect(await putLogin(auth, DEMO)).toBe("changed");
  expect((await signIn(DEMO.email)).statusCode).toBe(200);
});
