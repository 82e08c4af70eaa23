import { auditLog, authSession, authTwoFactor } from "@botdeck/db";
import { expect, test } from "vitest";

import { cookiesAfter } from "../test-cookies.ts";
import { ORIGIN, PASSWORD, setupConsole } from "../test-console.ts";
import { totpOf } from "../test-totp.ts";

type Made = { uri: string; backupCodes: string[] };

/** Somebody who has set up a second factor, and the way in by it. */
async function setup() {
  const world = await setupConsole();
  const { app, cookieOf, mutate, signIn } = world;
  const cookie = await cookieOf("operator");
  // safe: what the procedure answers to the right password
  const made = (await mutate("account.beginSecondFactor", { password: PASSWORD }, cookie)).data as Made;
  const confirmed = await mutate("account.confirmSecondFactor", { code: totpOf(made.uri) }, cookie);
  let address = 0;
  const enterCode = (code: string, waiting: string, { path = "verify-totp", body = {} } = {}) =>
    app.inject({
      method: "POST",
      url: `/api/auth/two-factor/${path}`,
      headers: { "content-type": "application/json", origin: ORIGIN, cookie: waiting },
      payload: { code, ...body },
      remoteAddress: `10.9.0.${(address += 1)}`,
    });
  const begin = async () => cookiesAfter(await signIn("operator@console.test"));
  return { ...world, ...made, cookie, confirmed, enterCode, begin };
}

test("a second factor counts from the first right code, and the session goes on under a new secret", async () => {
  const { confirmed, cookie, query, database } = await setup();
  expect(confirmed.data).toEqual({ isRight: true });
  const renewed = cookiesAfter(confirmed.response);
  expect((await query("account.get", undefined, renewed)).data).toMatchObject({ hasSecondFactor: true });
  expect((await query("session.me", undefined, cookie)).error?.data.code).toBe("UNAUTHORIZED");
  const [secret] = await database.db.select().from(authTwoFactor);
  expect(secret?.secret).not.toMatch(/^[A-Z2-7]+$/);
  expect((await database.db.select().from(auditLog)).map(({ action }) => action)).toContain(
    "account.enableSecondFactor",
  );
});

test("a password alone opens nothing any more; with the code it does", async () => {
  const { begin, enterCode, query, signIn, uri } = await setup();
  const answer = await signIn("operator@console.test");
  expect(answer.json()).toEqual({ ok: true, needsCode: true });
  const waiting = cookiesAfter(answer);
  expect((await query("session.me", undefined, waiting)).error?.data.code).toBe("UNAUTHORIZED");

  expect((await enterCode("000000", await begin())).json()).toEqual({ ok: false, reason: "wrong" });
  const entered = await enterCode(totpOf(uri), waiting);
  expect(entered.json()).toEqual({ ok: true });
  expect((await query("session.me", undefined, cookiesAfter(entered))).data).toMatchObject({ role: "operator" });
});

test("a wrong code may be tried five times, then the sign-in is over, even for the right one", async () => {
  const { begin, enterCode, uri } = await setup();
  const waiting = await begin();
  for (let tries = 0; tries < 5; tries++) {
    expect((await enterCode("000000", waiting)).json()).toEqual({ ok: false, reason: "wrong" });
  }
  expect((await enterCode(totpOf(uri), waiting)).json()).toEqual({ ok: false, reason: "over" });
});

test("ten wrong codes in a row lock the second factor, whatever sign-in and address they came by", async () => {
  const { begin, enterCode, uri } = await setup();
  for (let round = 0; round < 2; round++) {
    const waiting = await begin();
    for (let tries = 0; tries < 5; tries++) await enterCode("000000", waiting);
  }
  const answer = await enterCode(totpOf(uri), await begin());
  expect([answer.statusCode, answer.json()]).toEqual([429, { ok: false, reason: "locked" }]);
});

test("codes from one address are limited per minute", async () => {
  const { app, begin } = await setup();
  const cookie = await begin();
  const post = () =>
    app.inject({
      method: "POST",
      url: "/api/auth/two-factor/verify-totp",
      headers: { "content-type": "application/json", origin: ORIGIN, cookie },
      payload: { code: "000000" },
      remoteAddress: "10.8.0.1",
    });
  for (let tries = 0; tries < 10; tries++) await post();
  expect((await post()).statusCode).toBe(429);
});

test("a backup code works once", async () => {
  const { backupCodes, begin, enterCode } = await setup();
  const [code = ""] = backupCodes;
  const options = { path: "verify-backup-code" };
  expect((await enterCode(code, await begin(), options)).statusCode).toBe(200);
  expect((await enterCode(code, await begin(), options)).json()).toEqual({ ok: false, reason: "wrong" });
});

test("nobody can ask that the device be remembered, or a code be checked without a session", async () => {
  const { begin, enterCode, uri } = await setup();
  const entered = await enterCode(totpOf(uri), await begin(), { body: { trustDevice: true, disableSession: true } });
  expect(entered.cookies.map(({ name }) => name).filter((name) => name.includes("trust"))).toEqual([]);
  expect(entered.cookies.some(({ name, value }) => name.includes("session_token") && value !== "")).toBe(true);
});

test("a session does not help to guess codes: without a sign-in that waits, none is checked", async () => {
  const { confirmed, enterCode, uri } = await setup();
  expect((await enterCode(totpOf(uri), cookiesAfter(confirmed.response))).json()).toEqual({
    ok: false,
    reason: "over",
  });
});

test("switching it on signs out the other browsers, which came in without it", async () => {
  const { cookieOf, database, mutate } = await setupConsole();
  await cookieOf("viewer");
  const cookie = await cookieOf("viewer");
  const begun = (await mutate("account.beginSecondFactor", { password: PASSWORD }, cookie)).data as Made; // safe: as above
  await mutate("account.confirmSecondFactor", { code: totpOf(begun.uri) }, cookie);
  expect(await database.db.$count(authSession)).toBe(1);
});

test("it is set up, renewed and removed with the password only, and wrong ones are limited", async () => {
  const { confirmed, mutate } = await setup();
  const cookie = cookiesAfter(confirmed.response);
  expect((await mutate("account.beginSecondFactor", { password: PASSWORD }, cookie)).error?.data.code).toBe("CONFLICT");
  expect((await mutate("account.newBackupCodes", { password: "wrong" }, cookie)).data).toBeNull();
  expect((await mutate("account.disableSecondFactor", { password: "wrong" }, cookie)).data).toEqual({ isRight: false });
  const removed = await mutate("account.disableSecondFactor", { password: PASSWORD }, cookie);
  expect(removed.data).toEqual({ isRight: true });
  const renewed = cookiesAfter(removed.response);
  for (let tries = 0; tries < 5; tries++)
    await mutate("account.changePassword", { current: "x", next: "12345678" }, renewed);
  const limited = await mutate("account.changePassword", { current: PASSWORD, next: "12345678" }, renewed);
  expect(limited.error?.data.code).toBe("TOO_MANY_REQUESTS");
});

test("where admins need a second factor, one without it may do no more than a lead", async () => {
  const { cookieOf, mutate, query } = await setupConsole({ adminsNeedSecondFactor: true });
  const cookie = await cookieOf("admin");
  expect((await query("login.list", {}, cookie)).error?.data.code).toBe("FORBIDDEN");
  expect((await query("account.get", undefined, cookie)).data).toMatchObject({ role: "lead", lacksSecondFactor: true });
  const begun = (await mutate("account.beginSecondFactor", { password: PASSWORD }, cookie)).data as Made; // safe: as above
  const { response } = await mutate("account.confirmSecondFactor", { code: totpOf(begun.uri) }, cookie);
  expect((await query("login.list", {}, cookiesAfter(response))).error).toBeUndefined();
});
