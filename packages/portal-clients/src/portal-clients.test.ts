import { randomBytes } from "node:crypto";

import { createScriptedTransport, type Reply } from "@botdeck/b24-client/testing";
import {
  connect,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
  INSTALLER,
  isDatabaseAway,
} from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { createPortalClients } from "./portal-clients.ts";

const APP = { clientId: "app.demo", clientSecret: "demo-secret" };
const EXPIRED = { status: 401, body: { error: "expired_token", error_description: "The access token has expired" } };
const DONE = { body: { result: ["imbot"] } };
const RENEWED = {
  body: {
    access_token: "new-access",
    refresh_token: "new-refresh",
    expires_in: 3600,
    client_endpoint: "https://portal.example/rest/",
    server_endpoint: "https://oauth.bitrix24.tech/rest/",
    member_id: "member",
    scope: "imbot",
  },
};
const OLD_TOKEN = { accessToken: "old-access", refreshToken: "old-refresh", expiresAt: new Date(0) };

let database: TestDatabase;
let handle: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url);
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

let count = 0;
/** A portal with an expired token, and the clients of a process that it answers as scripted. */
async function createWorld(
  script: readonly Reply[] | ((memberId: string) => readonly Reply[]),
  app: typeof APP | null = APP,
) {
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const [portals, tokens] = [createPortals(db, box), createOAuthTokens(db, box)];
  const memberId = `member-${++count}`;
  const replies = typeof script === "function" ? script(memberId) : script;
  const { transport, calls } = createScriptedTransport(replies);
  const portal = await portals.keepInstall({
    memberId,
    domain: "portal.example",
    clientEndpoint: "https://portal.example/rest/",
    serverEndpoint: "https://oauth.bitrix24.tech/rest/",
    applicationToken: "application",
  });
  await tokens.put(portal.id, INSTALLER, OLD_TOKEN);
  const clientsWith = (more: Partial<Parameters<typeof createPortalClients>[0]>) =>
    createPortalClients({ db, portals, tokens, transport, app, ...more });
  return { portals, tokens, portal, clients: clientsWith({}), clientsWith, calls };
}

/** Which token each call of the portal carried, and which refresh token each one of the OAuth server. */
const credentials = (calls: Awaited<ReturnType<typeof createWorld>>["calls"]) =>
  calls.map(
    ({ url, params }) => (params as { auth?: string } | null)?.auth ?? new URL(url).searchParams.get("refresh_token"),
  );

describe("an expired token", () => {
  test("is refreshed once, stored, and the call is made again with the new one", async () => {
    const { clients, portal, tokens, calls } = await createWorld([EXPIRED, RENEWED, DONE]);
    await clients.for(portal).call("scope", {});
    expect(credentials(calls)).toEqual(["old-access", "old-refresh", "new-access"]);
    expect(await tokens.get(portal.id, INSTALLER)).toMatchObject({
      accessToken: "new-access",
      refreshToken: "new-refresh",
    });
  });

  test("that another process has replaced is not refreshed again", async () => {
    const { clients, portal, tokens, calls } = await createWorld([EXPIRED, DONE]);
    const client = clients.for(portal);
    const get = tokens.get;
    // The other process is quicker between the refusal and the refresh.
    tokens.get = async (...of) => {
      const before = await get(...of);
      await tokens.put(portal.id, INSTALLER, { ...OLD_TOKEN, accessToken: "their-access" });
      return before;
    };
    await client.call("scope", {});
    expect(credentials(calls)).toEqual(["old-access", "their-access"]);
  });

  test("that is still good is read once, and another process's new one is found when it is refused", async () => {
    const { clients, portal, tokens, calls } = await createWorld([DONE, DONE, EXPIRED, DONE, DONE]);
    const expiresAt = new Date(Date.now() + 3_600_000);
    await tokens.put(portal.id, INSTALLER, { ...OLD_TOKEN, expiresAt });
    const read = vi.spyOn(tokens, "get");
    const client = clients.for(portal);
    await client.call("scope", {});
    await client.call("scope", {});
    await tokens.put(portal.id, INSTALLER, { accessToken: "their-access", refreshToken: "their-refresh", expiresAt });
    await client.call("scope", {});
    await client.call("scope", {});
    expect(credentials(calls)).toEqual(["old-access", "old-access", "old-access", "their-access", "their-access"]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test("that the portal does not know any more is asked about once, and the portal marked", async () => {
    const unknown = { status: 401, body: { error: "NO_AUTH_FOUND", error_description: "Wrong authorization data" } };
    const dead = { status: 400, body: { error: "invalid_grant", error_description: "The grant is dead" } };
    const { portals, portal, calls, clients } = await createWorld([unknown, dead]);
    await expect(clients.for(portal).call("scope", {})).rejects.toMatchObject({ code: "unauthorized" });
    await expect(clients.for(portal).call("scope", {})).rejects.toMatchObject({ code: "unauthorized" });
    expect(calls).toHaveLength(2);
    expect(await portals.byId(portal.id)).toMatchObject({ state: "reauth" });
  });

  test("whose refresh token is dead marks the portal, tells who has to help, and is not asked about again", async () => {
    const dead = { status: 400, body: { error: "invalid_grant", error_description: "The grant is dead" } };
    const { portals, tokens, portal, calls, clientsWith } = await createWorld([EXPIRED, dead]);
    const asked: string[] = [];
    const clients = clientsWith({ onReauth: ({ userId }) => asked.push(userId) });
    await expect(clients.for(portal).call("scope", {})).rejects.toMatchObject({ code: "unauthorized" });
    await expect(clients.for(portal).call("scope", {})).rejects.toMatchObject({ code: "unauthorized" });
    expect(calls).toHaveLength(2);
    expect(asked).toEqual([INSTALLER]);
    expect(await portals.byId(portal.id)).toMatchObject({
      state: "reauth",
      stateReason: expect.stringMatching(/link/),
    });
    expect(await tokens.needsReauth(portal.id, INSTALLER)).toBe(true);
  });

  test("of somebody who never gave one is asked for, each time it is missed", async () => {
    const { portal, calls, clientsWith } = await createWorld([]);
    const asked: string[] = [];
    const client = clientsWith({ onReauth: ({ userId }) => asked.push(userId) }).forUser(portal, "28");
    await expect(client.call("scope", {})).rejects.toMatchObject({ code: "unauthorized" });
    await expect(client.call("scope", {})).rejects.toMatchObject({ code: "unauthorized" });
    expect(asked).toEqual(["28", "28"]);
    expect(calls).toEqual([]);
  });

  test("that dies on many portals at once keeps nobody waiting for a database connection", async () => {
    const dead = { status: 400, body: { error: "invalid_grant" } };
    const worlds = await Promise.all(Array.from({ length: 12 }, () => createWorld([EXPIRED, dead])));
    const ends = await Promise.allSettled(worlds.map(({ clients, portal }) => clients.for(portal).call("scope", {})));
    expect(ends.map(({ status }) => status)).toEqual(worlds.map(() => "rejected"));
    for (const { portals, portal } of worlds) expect(await portals.byId(portal.id)).toMatchObject({ state: "reauth" });
  });

  test("of one person is renewed for that person alone", async () => {
    const { clients, portal, tokens, calls } = await createWorld([EXPIRED, RENEWED, DONE, DONE]);
    await tokens.put(portal.id, "27", {
      accessToken: "own-access",
      refreshToken: "own-refresh",
      expiresAt: new Date(0),
    });
    await clients.forUser(portal, "27").call("scope", {});
    await clients.for(portal).call("scope", {});
    expect(credentials(calls)).toEqual(["own-access", "own-refresh", "new-access", "old-access"]);
    await expect(clients.forUser(portal, "28").call("scope", {})).rejects.toMatchObject({ code: "unauthorized" });
  });

  test("cannot be renewed without an app, which is said; the stored one stays", async () => {
    const { clients, portal, tokens } = await createWorld([EXPIRED], null);
    await expect(clients.for(portal).call("scope", {})).rejects.toMatchObject({ code: "unauthorized" });
    expect(await tokens.get(portal.id, INSTALLER)).toEqual(OLD_TOKEN);
  });
});

describe("a portal that moved", () => {
  const renewedAtNewAddress = (memberId: string) => ({
    body: { ...RENEWED.body, member_id: memberId, client_endpoint: "https://new.example/rest/" },
  });

  test("is called at its new address, which is stored for all processes", async () => {
    const moved = { status: 302, body: "", location: "https://new.example/rest/scope" };
    const { clients, portal, portals, calls } = await createWorld((memberId) => [
      moved,
      renewedAtNewAddress(memberId),
      DONE,
      DONE,
    ]);
    await clients.for(portal).call("scope", {});
    await expect.poll(async () => (await portals.byId(portal.id))?.clientEndpoint).toBe("https://new.example/rest/");
    expect((await portals.byId(portal.id))?.domain).toBe("new.example");
    await (await clients.forPortal(portal.id)).call("scope", {});
    expect(calls.at(-1)?.url).toBe("https://new.example/rest/scope");
    expect(credentials(calls)).toEqual(["old-access", "old-refresh", "new-access", "new-access"]);
  });

  test("as nobody but the redirect says, gets no token there and keeps its address", async () => {
    const moved = { status: 302, body: "", location: "https://new.example/rest/scope" };
    const { clients, portal, portals, calls } = await createWorld([moved, renewedAtNewAddress("another-member")]);
    await expect(clients.for(portal).call("scope", {})).rejects.toMatchObject({ outcome: "not_applied" });
    expect(calls.map(({ url }) => new URL(url).host)).toEqual(["portal.example", "oauth.bitrix24.tech"]);
    expect((await portals.byId(portal.id))?.clientEndpoint).toBe("https://portal.example/rest/");
  });

  test("to a place that is none of its own gets neither our token nor our trust", async () => {
    const elsewhere = { status: 302, body: "", location: "https://advertisement.example/welcome" };
    const { clients, portal, portals, calls } = await createWorld([elsewhere]);
    await expect(clients.for(portal).call("scope", {})).rejects.toThrow();
    expect(calls).toHaveLength(1);
    expect((await portals.byId(portal.id))?.clientEndpoint).toBe("https://portal.example/rest/");
  });
});

describe("the budget", () => {
  test("is one for all clients of a portal: beyond it nothing is sent", async () => {
    const { clients, portal, calls } = await createWorld(Array.from({ length: 60 }, () => DONE));
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, async () => (await clients.forPortal(portal.id)).call("scope", {}, { maxWaitMs: 0 })),
    );
    const refused = results.filter((result) => result.status === "rejected");
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ code: "rate_limited", outcome: "not_applied", retryAfterMs: expect.any(Number) });
    }
    // The room of a command; the bucket drains a little while the test runs.
    expect(calls.length).toBeGreaterThanOrEqual(36);
    expect(refused.length).toBeGreaterThan(0);
  });

  test("is held back for all when the portal says that it was too much", async () => {
    const tooMuch = { status: 503, body: { error: "QUERY_LIMIT_EXCEEDED", error_description: "Too many requests" } };
    const { clients, portal } = await createWorld([tooMuch]);
    await expect(clients.for(portal).call("scope", {})).rejects.toMatchObject({ code: "rate_limited" });
    const next = clients.for(portal).call("scope", {}, { maxWaitMs: 0 });
    await expect(next).rejects.toMatchObject({ code: "rate_limited", outcome: "not_applied" });
  });
});

test("a portal that is not there is told apart", async () => {
  const { clients } = await createWorld([]);
  await expect(clients.forPortal("01900000-0000-7000-8000-00000000dead")).rejects.toMatchObject({ code: "not_found" });
});

test("no token leaves in the error of a failed refresh", async () => {
  const dead = { status: 400, body: { error: "invalid_grant", error_description: "old-refresh is worth nothing" } };
  const { clients, portal } = await createWorld([EXPIRED, dead]);
  const error = await clients
    .for(portal)
    .call("scope", {})
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "unauthorized" });
  expect(JSON.stringify({ ...(error as object), text: String(error) })).not.toMatch(/old-access|demo-secret/);
});

test("a call that got no room because the database is away says so, and is not made", async () => {
  const { portal, clientsWith, calls } = await createWorld([DONE]);
  const away = connect("postgres://nobody@127.0.0.1:1/nothing", { deadlineMs: 1_000 });
  await expect(clientsWith({ db: away.db }).for(portal).call("scope", {})).rejects.toSatisfy(isDatabaseAway);
  expect(calls).toEqual([]);
  await away.close();
});
