import { PLATFORM_METHODS } from "@botdeck/b24-spec";
import { B24Hook, B24OAuth, EnumAppStatus, type B24OAuthParams } from "@bitrix24/b24jssdk";
import { afterEach, expect, test } from "vitest";

import { CASES } from "./cases/index.ts";
import { openTlsDoor } from "./tls-door.ts";
import { startWorld, type World } from "./world.ts";

/** The SDK's own pauses would make tests slow: they are options of it. */
const QUICK = { retryDelay: 20, maxRetries: 20 };
const APP = { clientId: "local.conformance", clientSecret: "secret" };

const open: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function newWorld(requests = "off"): Promise<World> {
  const world = await startWorld({ requests });
  open.push(() => world.close());
  return world;
}

/** The SDK in webhook mode, exactly as a user makes it; it takes nothing but https. */
async function withHook(world: World): Promise<B24Hook> {
  const door = await openTlsDoor(world.origin);
  open.push(door.close);
  const { pathname } = new URL(world.webhookUrl);
  const sdk = B24Hook.fromWebhookUrl(door.origin + pathname, { restrictionParams: QUICK });
  sdk.offClientSideWarning();
  return sdk;
}

/** The SDK in OAuth mode, with what ONAPPINSTALL brings. */
function withOAuth(world: World, grant: { accessToken: string; refreshToken: string; expires: number }): B24OAuth {
  const params: B24OAuthParams = {
    applicationToken: "application",
    userId: 1,
    memberId: world.portal.state.memberId,
    expiresIn: 3600,
    scope: "crm,im,imbot",
    domain: new URL(world.origin).host,
    clientEndpoint: `${world.origin}/rest/`,
    serverEndpoint: `${world.origin}/rest/`,
    status: EnumAppStatus.Local,
    ...grant,
  };
  const sdk = new B24OAuth(params, APP, { restrictionParams: QUICK });
  sdk.offClientSideWarning();
  return sdk;
}

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

async function addLeads(sdk: B24Hook | B24OAuth, count: number) {
  const calls = Array.from({ length: count }, (_, index): [string, object] => [
    "crm.lead.add",
    { fields: { TITLE: `Lead ${index + 1}` } },
  ]);
  return sdk.actions.v2.batchByChunk.make<number>({ calls });
}

test("webhook mode: a call, and a refusal with the portal's code", async () => {
  const sdk = await withHook(await newWorld());
  const added = await sdk.actions.v2.call.make<number>({
    method: "crm.lead.add",
    params: { fields: { TITLE: "One" } },
  });
  expect(added.getErrorMessages()).toEqual([]);
  const got = await sdk.actions.v2.call.make<{ TITLE: string }>({
    method: "crm.lead.get",
    params: { id: added.getData()?.result },
  });
  expect(got.getData()?.result.TITLE).toBe("One");

  const refused = sdk.actions.v2.call.make({ method: "no.such.method", params: {} });
  await expect(refused).rejects.toMatchObject({ code: "ERROR_METHOD_NOT_FOUND", status: 404 });
});

test("webhook mode: a batch by chunk, then the same records by the list and the fetch iterator", async () => {
  const sdk = await withHook(await newWorld());
  const added = await addLeads(sdk, 120);
  expect(added.getErrorMessages()).toEqual([]);
  const ids = (added.getData() ?? []).map(Number);
  expect(new Set(ids).size).toBe(120);

  const filter = { "%TITLE": "Lead " };
  const listed = await sdk.actions.v2.callList.make<{ ID: string }>({ method: "crm.lead.list", params: { filter } });
  expect((listed.getData() ?? []).map(({ ID }) => Number(ID))).toEqual(ids);

  const fetched: number[] = [];
  const pages = sdk.actions.v2.fetchList.make<{ ID: string }>({ method: "crm.lead.list", params: { filter } });
  for await (const page of pages) fetched.push(...page.map(({ ID }) => Number(ID)));
  expect(fetched).toEqual(ids);
});

test("OAuth mode: calls with the token, and renews an expired one by the refresh token", async () => {
  const world = await newWorld();
  const grant = world.grant();
  const fresh = withOAuth(world, { ...grant, expires: inAnHour() });
  expect((await fresh.actions.v2.call.make<{ ID: number }>({ method: "profile" })).getData()?.result.ID).toBeDefined();

  // The portal calls it expired, though the client thinks it is good.
  const stale = world.portal.state.accessTokens.get(grant.accessToken);
  if (stale === undefined) throw new Error("the token is not known");
  stale.expiresAt = 0;
  const renewed: string[] = [];
  fresh.setCallbackRefreshAuth(async ({ authData }) => void renewed.push(authData.access_token));

  expect((await addLeads(fresh, 3)).getErrorMessages()).toEqual([]);
  expect(renewed).toHaveLength(1);
  expect(renewed[0]).not.toBe(grant.accessToken);
  // A refresh token works once.
  const spent = withOAuth(world, { ...grant, expires: 0 });
  await expect(spent.actions.v2.call.make({ method: "profile" })).rejects.toThrow("The refresh token is unknown");
});

test("its limiter gets every call through a portal that answers 503", { timeout: 60_000 }, async () => {
  const world = await newWorld("6/4");
  const sdk = await withHook(world);
  const calls = Array.from({ length: 12 }, () => sdk.actions.v2.call.make<string>({ method: "server.time" }));
  const answers = await Promise.all(calls);
  expect(answers.filter((answer) => answer.isSuccess)).toHaveLength(12);
  const { calls: seen } = world.portal.record.since(0);
  expect(seen.filter(({ error }) => error === "QUERY_LIMIT_EXCEEDED").length).toBeGreaterThan(0);
});

test("every method of imbot.v2 answers a raw call", async () => {
  const world = await newWorld();
  const sdk = await withHook(world);
  const names = PLATFORM_METHODS.filter((name) => name.startsWith("imbot.v2."));
  const failed: string[] = [];
  for (const method of names) {
    const params = (await CASES[method]?.(world)) ?? {};
    const answer = await sdk.actions.v2.call.make({ method, params }).catch((error: unknown) => error);
    if (answer instanceof Error) failed.push(`${method}: ${answer.message}`);
  }
  expect(failed).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(34);
});
