import { expect, test } from "vitest";

import { startEventReceiver } from "../testing/event-receiver.ts";
import { send } from "../testing/send.ts";
import { CLIENT_ID, CLIENT_SECRET, PEOPLE, startTestPortal } from "../testing/test-portal.ts";
import type { Json, Reply } from "../testing/send.ts";
import type { TestPortal } from "../testing/test-portal.ts";

async function setup(): Promise<{ world: TestPortal; tokens: Json; refresh(token: string): Promise<Reply> }> {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  await world.install(handler.url);
  const tokens = (await handler.next()).body["auth"];
  const refresh = (refresh_token: string): Promise<Reply> => {
    const params = { grant_type: "refresh_token", client_id: CLIENT_ID, client_secret: CLIENT_SECRET, refresh_token };
    return send(`${world.origin}/oauth/token/?${new URLSearchParams(params).toString()}`, "GET");
  };
  return { world, tokens, refresh };
}

test("the sign-in page lets one choose who one is, and every choice leads back to the application with a code", async () => {
  const { world } = await setup();
  const response = await fetch(`${world.origin}/oauth/authorize/?client_id=${CLIENT_ID}&state=a%26b`);
  const page = await response.text();
  const links = [...page.matchAll(/href="([^"]+)">([^<]+)</g)].map(([, href = "", name = ""]) => ({ href, name }));

  expect(response.headers.get("content-type")).toMatch(/text\/html/);
  expect(links.map(({ name }) => name)).toEqual([
    "Vera (manager)",
    "Олег (оператор)",
    "Emma (employee)",
    "Павел (сотрудник)",
  ]);
  const chosen = `${world.origin}${links[2]?.href.replaceAll("&amp;", "&")}`;
  const back = new URL((await fetch(chosen, { redirect: "manual" })).headers.get("location") ?? "");
  expect(Object.fromEntries(back.searchParams)).toMatchObject({
    state: "a&b",
    code: expect.stringMatching(/^\w{64}$/),
  });
});

test("somebody without access to the application, a client and a bot do not get in", async () => {
  const { world } = await setup();
  const authorize = (as: string) => send(`${world.origin}/oauth/authorize/?client_id=${CLIENT_ID}&as=${as}`, "GET");

  expect((await authorize(PEOPLE.client)).status).toBe(400);
  await world.control("PUT", `/apps/${CLIENT_ID}/users`, { userIds: [1] });
  expect((await authorize(PEOPLE.employee)).status).toBe(400);
  expect((await authorize(PEOPLE.manager)).status).toBe(302);
});

test("a refresh token lives for 180 days", async () => {
  const { world, tokens, refresh } = await setup();

  world.pass(180 * 24 * 3600 - 1);
  const { body } = await refresh(tokens["refresh_token"]);
  expect(body).toMatchObject({ expires_in: 3600, user_id: 1 });
  world.pass(180 * 24 * 3600);
  expect(await refresh(body["refresh_token"])).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
});

test("tokens can be expired at once: a refresh gives one that works", async () => {
  const { world, tokens, refresh } = await setup();

  await world.control("PUT", "/faults", { access: { areTokensExpired: true } });

  expect(await world.restAs(tokens["access_token"], "profile")).toMatchObject({
    status: 401,
    body: { error: "expired_token" },
  });
  const { body } = await refresh(tokens["refresh_token"]);
  expect((await world.restAs(body["access_token"], "profile")).status).toBe(200);
});

test("a refresh token may be reusable, and a revoked or unpaid application gets none", async () => {
  const { world, tokens, refresh } = await setup();
  const errorOf = async (): Promise<unknown> => (await refresh(tokens["refresh_token"])).body["error"];

  await world.control("PUT", "/faults", { lifetimes: { isRefreshOneShot: false } });
  expect([await errorOf(), await errorOf()]).toEqual([undefined, undefined]);
  await world.control("PUT", "/faults", { access: { revokedApps: [CLIENT_ID] } });
  expect(await errorOf()).toBe("invalid_grant");
  await world.control("PUT", "/faults", { access: { isPaymentRequired: true } });
  expect(await errorOf()).toBe("PAYMENT_REQUIRED");
});

test("the token answer's server_endpoint knows the application", async () => {
  const { tokens, world } = await setup();

  const info = await fetch(`${tokens["server_endpoint"]}app.info?auth=${tokens["access_token"]}`);

  expect(await info.json()).toMatchObject({ result: { CODE: CLIENT_ID, STATUS: "L" } });
  expect(tokens["server_endpoint"]).toBe(`${world.origin}/rest/`);
});
