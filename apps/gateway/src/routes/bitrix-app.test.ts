import { authorizeUrl, newCodeVerifier } from "@botdeck/b24-client";
import { newId } from "@botdeck/core/ids";
import { INSTALLER, parkEvent, type Portal } from "@botdeck/db";
import { afterEach, expect, test } from "vitest";

import { CANARY } from "../testing/posts.ts";
import { createWorld, type World } from "../testing/world.ts";

let world: World;
afterEach(() => world.close());

const given = (memberId: string, more: object = {}) => ({
  body: {
    access_token: "new-access",
    refresh_token: "new-refresh",
    expires_in: 3600,
    client_endpoint: `https://${memberId}.example/rest/`,
    server_endpoint: "https://oauth.bitrix24.tech/rest/",
    member_id: memberId,
    ...more,
  },
});
const profileOf = (id: number, isAdmin = false) => ({ body: { result: { ID: id, ADMIN: isAdmin, NAME: "A person" } } });

function comeBack(query: Record<string, string>, language = "en") {
  const url = `/bitrix/app?${new URLSearchParams({ domain: "portal.example", code: CANARY, ...query }).toString()}`;
  return world.app.inject({ method: "GET", url, headers: { "accept-language": language } });
}

test("who comes back with the code and the link's state has given their token to the app", async () => {
  world = await createWorld([given("home"), profileOf(27)]);
  const portal = await world.newPortal("home");
  const state = await world.requests.open({ portalId: portal.id, userId: "27" });

  const answer = await comeBack({ state, member_id: "home" }, "ru-RU,ru;q=0.9");

  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining("Готово")]);
  expect(await world.tokens.get(portal.id, "27")).toMatchObject({ accessToken: "new-access" });
  expect(world.calls.map(({ url }) => new URL(url).pathname)).toEqual(["/oauth/token/", "/rest/profile"]);
  expect(world.log.join("")).not.toContain(CANARY);
  expect(world.log.join("")).not.toContain(state);
});

/** A command that waits for a person's permission. */
async function park(portal: Portal, userId: string, text: string): Promise<void> {
  const { id: botId } = await world.newBot(portal, `${userId}00`);
  const body = {
    kind: "message.added" as const,
    portalId: portal.id,
    botId,
    dialog: { id: userId, chatId: null, type: "private" as const, title: "", entityId: null },
    person: { id: userId, name: "A person", kind: "employee" as const },
    language: "en",
    occurredAt: "2026-02-26T08:00:00Z",
    message: { id: "1", text, files: [] },
  };
  await world.db.transaction((tx) => parkEvent(tx, { event: { id: newId(), body }, userId }));
}

test("what waited for the permission goes on by itself, and nobody else's does", async () => {
  world = await createWorld([given("home", { user_id: 28 }), given("home", { user_id: 27 })]);
  const portal = await world.newPortal("home");
  await park(portal, "27", "/deals");
  await park(portal, "28", "/tasks");
  const state = await world.requests.open({ portalId: portal.id, userId: "27" });

  expect((await comeBack({ state, member_id: "home" })).statusCode).toBe(403);
  expect(await world.events()).toEqual([]);
  expect((await comeBack({ state, member_id: "home" })).statusCode).toBe(200);
  expect((await world.events()).map(({ body }) => body)).toMatchObject([
    { person: { id: "27" }, message: { text: "/deals" }, isResumed: true },
  ]);
});

test("where the link had a code challenge, its verifier goes with the code, and is written nowhere in the clear", async () => {
  world = await createWorld([given("home", { user_id: 27 })]);
  const portal = await world.newPortal("home");
  const verifier = newCodeVerifier();
  const state = await world.requests.open({ portalId: portal.id, userId: "27" }, verifier);

  expect((await comeBack({ state, member_id: "home" })).statusCode).toBe(200);
  const sent = new URL(world.calls[0]?.url ?? "").searchParams.get("code_verifier") ?? "";
  expect(sent).toBe(verifier);
  const challenge = new URL(authorizeUrl("https://home.example/rest/", "local.app", state, sent)).searchParams;
  expect(challenge.get("code_challenge_method")).toBe("S256");
  expect(challenge.get("code_challenge")).toMatch(/^[\w-]{43}$/);
  expect(challenge.toString() + world.log.join("")).not.toContain(verifier);
});

test("a link works once", async () => {
  world = await createWorld([given("home", { user_id: 27 })]);
  const portal = await world.newPortal("home");
  const state = await world.requests.open({ portalId: portal.id, userId: "27" });

  expect((await comeBack({ state, member_id: "home" })).statusCode).toBe(200);
  const again = await comeBack({ state, member_id: "home" });

  expect([again.statusCode, again.body]).toEqual([410, expect.stringContaining("used before or is too old")]);
  expect(world.calls).toHaveLength(1);
});

test.each([
  ["another person", "27", "home", given("home", { user_id: 28 })],
  ["another portal", "27", "other", given("home", { user_id: 27 })],
  ["a token of another portal", "27", "home", given("other", { user_id: 27 })],
])("%s cannot use it, and no token is kept", async (_, userId, memberId, reply) => {
  world = await createWorld([reply]);
  const portal = await world.newPortal("home");
  const state = await world.requests.open({ portalId: portal.id, userId });

  const answer = await comeBack({ state, member_id: memberId });
  expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining("for another person")]);
  await expect(world.tokens.get(portal.id, "27")).rejects.toMatchObject({ code: "unauthorized" });
});

test("a code that the OAuth server does not know gives no token, and the page says what to do", async () => {
  world = await createWorld([{ status: 400, body: { error: "invalid_grant" } }]);
  const portal = await world.newPortal("home");
  const state = await world.requests.open({ portalId: portal.id, userId: "27" });
  const answer = await comeBack({ state, member_id: "home" });
  expect([answer.statusCode, answer.body]).toEqual([502, expect.stringContaining("Ask the bot again")]);
});

test("a portal whose own access had died works again once an administrator has authorised the app", async () => {
  world = await createWorld([given("home", { user_id: 1 }), profileOf(1, true)]);
  const portal = await world.newPortal("home");
  await world.portals.setState(portal.id, "reauth", "The authorisation has ended");
  const state = await world.requests.open({ portalId: portal.id, userId: INSTALLER });

  await comeBack({ state, member_id: "home" });

  expect(await world.portals.byMemberId("home")).toMatchObject({ state: "active", stateReason: null });
  expect(await world.tokens.get(portal.id, INSTALLER)).toMatchObject({ refreshToken: "new-refresh" });
});

test("the app's own access does not become that of a person who is no administrator", async () => {
  world = await createWorld([given("home", { user_id: 28 }), profileOf(28)]);
  const portal = await world.newPortal("home");
  await world.portals.setState(portal.id, "reauth", "The authorisation has ended");
  const state = await world.requests.open({ portalId: portal.id, userId: INSTALLER });

  const answer = await comeBack({ state, member_id: "home" });

  expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining("administrator")]);
  expect(await world.portals.byMemberId("home")).toMatchObject({ state: "reauth" });
});

test("an app that is installed with a page is kept to be checked, and the page finishes the installation", async () => {
  world = await createWorld();
  const body = {
    AUTH_ID: CANARY,
    AUTH_EXPIRES: 3600,
    REFRESH_ID: CANARY,
    SERVER_ENDPOINT: "https://oauth.bitrix24.tech/rest/",
    APPLICATION_TOKEN: "home-application",
    APPLICATION_SCOPE: "crm,im",
    member_id: "home",
    status: "L",
    PLACEMENT: "DEFAULT",
  };
  const answer = await world.post("/bitrix/app?DOMAIN=home.example&PROTOCOL=1&LANG=en", body);

  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining("installFinish")]);
  const waiting = await world.installs.nextWaiting();
  expect(waiting?.openGrant()).toMatchObject({
    memberId: "home",
    clientEndpoint: "https://home.example/rest/",
    scopes: ["crm", "im"],
  });
  expect(JSON.stringify(await world.installRows())).not.toContain(CANARY);
});

test("what is neither an opening nor a way back is told so", async () => {
  world = await createWorld();
  expect((await world.post("/bitrix/app", { any: "1" })).statusCode).toBe(400);
  expect((await comeBack({ state: "x" })).statusCode).toBe(400);
});

test("who comes back to sign in to the console is sent on to it, and their code is not used here", async () => {
  world = await createWorld([], { consoleUrl: "https://console.example" });
  const answer = await comeBack({ state: "console.abc", member_id: "home" });
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toBe(
    `https://console.example/api/auth/bitrix24/return?code=${CANARY}&state=console.abc&member_id=home`,
  );
  expect(world.calls).toEqual([]);
});

test("a gateway that knows no console sends nobody anywhere", async () => {
  world = await createWorld();
  expect((await comeBack({ state: "console.abc", member_id: "home" })).statusCode).toBe(410);
});
