import { createScriptedTransport, type Reply } from "@botdeck/b24-client/testing";
import { newId } from "@botdeck/core/ids";
import { auditLog, authUser, portal, portalLogin } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { cookiesAfter } from "../test-cookies.ts";
import { ORIGIN, PASSWORD, setupConsole } from "../test-console.ts";
import { totpOf } from "../test-totp.ts";

const granted = (memberId = "home") => ({
  body: {
    access_token: "a1",
    refresh_token: "r1",
    expires_in: 3600,
    client_endpoint: "https://home.example/rest/",
    server_endpoint: "https://oauth.example/rest/",
    member_id: memberId,
  },
});
const profile = (id: number) => ({ body: { result: { ID: id, ADMIN: false, NAME: "Olga", LAST_NAME: "Operator" } } });

/** A console with one portal, whose OAuth server and REST answer in this order. */
async function setup(replies: Reply[], { pkce = false } = {}) {
  const { transport, calls } = createScriptedTransport(replies);
  const bitrixApp = { clientId: "local.app", clientSecret: "secret" };
  const world = await setupConsole({ bitrixApp, portalTransport: transport });
  const { app, database } = world;
  const portalId = newId();
  await database.db.insert(portal).values({
    id: portalId,
    memberId: "home",
    domain: "home.example",
    auth: "oauth",
    clientEndpoint: "https://home.example/rest/",
    serverEndpoint: "https://oauth.example/rest/",
    state: "active",
    pkce,
  });

  async function begin(next?: string) {
    const response = await app.inject({
      method: "POST",
      url: "/api/auth/bitrix24/start",
      headers: { "content-type": "application/json", origin: ORIGIN },
      payload: { next },
    });
    const { url }: { url: string } = response.json();
    return { url: new URL(url), cookie: cookiesAfter(response) };
  }

  function comeBack(state: string | null, cookie: string, memberId = "home") {
    const query = new URLSearchParams({ code: "c1", state: state ?? "", member_id: memberId });
    const headers = { cookie, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    return app.inject({ url: `/api/auth/bitrix24/return?${query.toString()}`, headers });
  }

  /** Goes to the portal and back at once. */
  async function signInByPortal(next?: string) {
    const { url, cookie } = await begin(next);
    return comeBack(url.searchParams.get("state"), cookie);
  }

  async function link(cookie: string) {
    const { data, response } = await world.mutate("account.beginPortalLink", { portalId, password: PASSWORD }, cookie);
    const { url } = data as { url: string }; // safe: what the procedure answers
    const all = `${cookie}; ${cookiesAfter(response)}`;
    return comeBack(new URL(url).searchParams.get("state"), all);
  }
  return { ...world, calls, portalId, begin, comeBack, signInByPortal, link };
}

test("who has linked their portal signs in by it, and comes to the page they wanted", async () => {
  const { cookieOf, link, signInByPortal, query, database } = await setup([
    granted(),
    profile(7),
    granted(),
    profile(7),
  ]);
  expect((await link(await cookieOf("operator"))).headers.location).toBe("/access?link=linked");

  const back = await signInByPortal("/conversations?queue=bot");
  expect(back.headers.location).toBe("/conversations?queue=bot");
  expect((await query("session.me", undefined, cookiesAfter(back))).data).toMatchObject({ role: "operator" });
  const acts = await database.db.select().from(auditLog);
  expect(acts.map(({ action }) => action)).toEqual(["account.linkPortal", "session.signIn"]);
  expect(acts[1]?.detail).toMatchObject({ by: "bitrix24" });
});

test("somebody of the portal who has linked no log-in gets in nowhere, and no log-in is made", async () => {
  const { signInByPortal, database } = await setup([granted(), profile(7)]);
  const back = await signInByPortal();
  expect(back.headers.location).toBe("/login?refused=unlinked");
  expect(cookiesAfter(back)).toBe("");
  expect(await database.db.$count(authUser)).toBe(0);
});

test("the way back is good once, and only in the browser that set out", async () => {
  const { begin, comeBack, cookieOf, link } = await setup([granted(), profile(7), granted(), profile(7)]);
  await link(await cookieOf("operator"));
  const mine = await begin();
  const stranger = await begin();
  const state = mine.url.searchParams.get("state");
  expect((await comeBack(state, "")).headers.location).toBe("/login?refused=over");
  expect((await comeBack(state, mine.cookie)).headers.location).toBe("/");
  expect((await comeBack(state, mine.cookie)).headers.location).toBe("/login?refused=over");
  const stolen = await comeBack(stranger.url.searchParams.get("state"), mine.cookie);
  expect([stolen.headers.location, cookiesAfter(stolen)]).toEqual(["/login?refused=over", ""]);
});

test("where the portal takes a challenge, the code is traded with the secret that only this browser has", async () => {
  const { begin, comeBack, calls } = await setup([granted(), profile(7)], { pkce: true });
  const { url, cookie } = await begin();
  expect(url.searchParams.get("code_challenge_method")).toBe("S256");
  await comeBack(url.searchParams.get("state"), cookie);
  const verifier = new URL(calls[0]?.url ?? "").searchParams.get("code_verifier");
  expect(cookie).toContain(`=${verifier}`);
});

test("another portal's person is not taken for one of this, whatever the address or the token says", async () => {
  const { begin, comeBack, calls } = await setup([granted("other")]);
  const [one, two] = [await begin(), await begin()];
  const claimed = await comeBack(one.url.searchParams.get("state"), one.cookie, "other");
  expect([claimed.headers.location, calls.length]).toEqual(["/login?refused=failed", 0]);
  const proven = await comeBack(two.url.searchParams.get("state"), two.cookie);
  expect(proven.headers.location).toBe("/login?refused=failed");
});

test("a way back that another person's link began links nobody: neither who is signed in now nor who began", async () => {
  const { cookieOf, mutate, comeBack, portalId, database } = await setup([granted(), profile(7)]);
  const { data, response } = await mutate(
    "account.beginPortalLink",
    { portalId, password: PASSWORD },
    await cookieOf("viewer"),
  );
  const { url } = data as { url: string }; // safe: what the procedure answers
  const cookie = `${await cookieOf("lead")}; ${cookiesAfter(response)}`;
  const back = await comeBack(new URL(url).searchParams.get("state"), cookie);
  expect(back.headers.location).toBe("/access?link=other");
  expect(await database.db.$count(portalLogin)).toBe(0);
});

test("one person of a portal is one log-in, and the earlier link stays when another claims them", async () => {
  const { cookieOf, link, database } = await setup([granted(), profile(7), granted(), profile(7)]);
  await link(await cookieOf("viewer"));
  expect((await link(await cookieOf("lead"))).headers.location).toBe("/access?link=taken");
  expect(await database.db.$count(portalLogin)).toBe(1);
});

test("a second factor is asked for here as well", async () => {
  const { app, cookieOf, link, mutate, query, signInByPortal } = await setup([
    granted(),
    profile(7),
    granted(),
    profile(7),
  ]);
  const cookie = await cookieOf("lead");
  await link(cookie);
  const made = (await mutate("account.beginSecondFactor", { password: PASSWORD }, cookie)).data as { uri: string }; // safe: as above
  await mutate("account.confirmSecondFactor", { code: totpOf(made.uri) }, cookie);

  const back = await signInByPortal("/quality");
  expect(back.headers.location).toBe("/login?step=code&next=%2Fquality");
  const waiting = cookiesAfter(back);
  expect((await query("session.me", undefined, waiting)).error?.data.code).toBe("UNAUTHORIZED");
  const entered = await app.inject({
    method: "POST",
    url: "/api/auth/two-factor/verify-totp",
    headers: { "content-type": "application/json", origin: ORIGIN, cookie: waiting },
    payload: { code: totpOf(made.uri) },
  });
  expect((await query("session.me", undefined, cookiesAfter(entered))).data).toMatchObject({ role: "lead" });
});

test("who is blocked gets in by no portal, and a taken-back link opens nothing", async () => {
  const replies = Array.from({ length: 3 }, () => [granted(), profile(7)]).flat();
  const { cookieOf, link, mutate, signInByPortal, database, portalId } = await setup(replies);
  const cookie = await cookieOf("lead");
  await link(cookie);
  await database.db.update(authUser).set({ banned: true }).where(eq(authUser.email, "lead@console.test"));
  expect((await signInByPortal()).headers.location).toBe("/login?refused=blocked");
  await database.db.update(authUser).set({ banned: false });
  await mutate("account.unlinkPortal", { portalId }, cookie);
  expect((await signInByPortal()).headers.location).toBe("/login?refused=unlinked");
});

test.each(["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "/login", "/a\nb"])(
  "a sign-in never leads to %j",
  async (next) => {
    const { cookieOf, link, signInByPortal } = await setup([granted(), profile(7), granted(), profile(7)]);
    await link(await cookieOf("viewer"));
    expect((await signInByPortal(next)).headers.location).toBe("/");
  },
);

test("another site's page cannot set out for somebody, and tries are limited", async () => {
  const { app } = await setup([]);
  const start = (origin: string) =>
    app.inject({
      method: "POST",
      url: "/api/auth/bitrix24/start",
      headers: { "content-type": "application/json", origin },
      payload: {},
    });
  expect((await start("https://elsewhere.example")).statusCode).toBe(403);
  for (let tries = 0; tries < 20; tries++) await start(ORIGIN);
  expect((await start(ORIGIN)).statusCode).toBe(429);
});

test("a start with nonsense is the caller's fault", async () => {
  const { app } = await setup([]);
  const headers = { "content-type": "application/json", origin: ORIGIN };
  const response = await app.inject({
    method: "POST",
    url: "/api/auth/bitrix24/start",
    headers,
    payload: { portal: { domain: 1 } },
  });
  expect([response.statusCode, response.json()]).toEqual([400, { ok: false, reason: "form" }]);
});

test("no portal is linked without the password of who has one", async () => {
  const { cookieOf, mutate, portalId } = await setup([]);
  const cookie = await cookieOf("viewer");
  const without = await mutate("account.beginPortalLink", { portalId }, cookie);
  expect(without.error?.message).toBe("Confirm this with your password.");
  const wrong = await mutate("account.beginPortalLink", { portalId, password: "wrong" }, cookie);
  expect([wrong.data, cookiesAfter(wrong.response)]).toEqual([null, ""]);
});

test("without an app there is no such way, and which portals there are is told to nobody", async () => {
  const without = await setupConsole();
  expect((await without.app.inject({ url: "/api/auth/bitrix24" })).json()).toEqual({ way: "none" });
  const { app } = await setup([]);
  expect((await app.inject({ url: "/api/auth/bitrix24" })).json()).toEqual({ way: "one" });
});
