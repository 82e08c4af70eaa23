import { randomBytes } from "node:crypto";

import { createScriptedTransport, type Reply } from "@botdeck/b24-client/testing";
import {
  connect,
  createEventTokens,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
  eventToken,
  INSTALLER,
  keepEvents,
  type Portal,
  sealEventToken,
} from "@botdeck/db";
import { newId } from "@botdeck/core/ids";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createActAs } from "./act-as.ts";
import { GrantNeeded, grantNeededOf } from "./grant-needed.ts";
import { createPortalClients } from "./portal-clients.ts";

const APP = { clientId: "app.demo", clientSecret: "demo-secret" };
const DONE = { body: { result: ["imbot"] } };
const EXPIRED = { status: 401, body: { error: "expired_token", error_description: "The access token has expired" } };
const UNKNOWN = { status: 401, body: { error: "NO_AUTH_FOUND", error_description: "Wrong authorization data" } };
const DEAD = { status: 400, body: { error: "invalid_grant", error_description: "The grant is dead" } };
const RENEWED = {
  body: {
    access_token: "anna-renewed",
    refresh_token: "anna-next",
    expires_in: 3600,
    client_endpoint: "https://portal.example/rest/",
    server_endpoint: "https://oauth.bitrix24.tech/rest/",
    member_id: "member",
  },
};
const HOUR_MS = 3_600_000;
const NOW = Date.now();
const [ANNA, BORIS] = ["27", "28"];

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
/** A portal with the app on it, whose installer's token is good, and the door to its people's rights. */
async function createWorld(script: readonly Reply[] = []) {
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const [portals, tokens, eventTokens] = [
    createPortals(db, box),
    createOAuthTokens(db, box),
    createEventTokens(db, box),
  ];
  const { transport, calls } = createScriptedTransport(script);
  const portal = await portals.keepInstall({
    memberId: `member-${++count}`,
    domain: "portal.example",
    clientEndpoint: "https://portal.example/rest/",
    serverEndpoint: "https://oauth.bitrix24.tech/rest/",
    applicationToken: "application",
  });
  const grant = (name: string, userId: string, expiresInMs = HOUR_MS) =>
    tokens.put(portal.id, userId, {
      accessToken: `${name}-grant`,
      refreshToken: `${name}-refresh`,
      expiresAt: new Date(NOW + expiresInMs),
    });
  await grant("installer", INSTALLER);
  const clock = { now: NOW };
  const deps = { db, portals, tokens, eventTokens, transport, app: APP, now: () => clock.now };
  const actAs = createActAs({ ...deps, clients: createPortalClients(deps) });
  return {
    db,
    box,
    portals,
    portal,
    grant,
    actAs,
    clock,
    eventTokens,
    /** The same door in a process that was started with another key. */
    withAnotherKey: () => {
      const other = createSecretBox(randomBytes(32).toString("base64"));
      const opening = { tokens: createOAuthTokens(db, other), eventTokens: createEventTokens(db, other) };
      const asOther = { ...deps, portals: createPortals(db, other), ...opening };
      return { ...opening, actAs: createActAs({ ...asOther, clients: createPortalClients(asOther) }) };
    },
    /** An event of a person comes with their token. */
    say: (name: string, userId: string, expiresInMs = HOUR_MS) => {
      const token = { userId, accessToken: `${name}-event`, expiresAt: new Date(NOW + expiresInMs) };
      return keepToken(portal, sealEventToken(box, portal.id, token));
    },
    /** Which token each request carried, to the portal or the OAuth server. */
    credentials: () =>
      calls.map(
        ({ url, params }) =>
          (params as { auth?: string } | null)?.auth ?? new URL(url).searchParams.get("refresh_token"),
      ),
  };
}

async function keepToken(portal: Portal, token: ReturnType<typeof sealEventToken>): Promise<void> {
  const body = {
    kind: "event.unreadable" as const,
    portalId: portal.id,
    botId: null,
    event: "X",
    data: {},
    problem: "",
    occurredAt: new Date(NOW).toISOString(),
  };
  await keepEvents(handle.db, [{ dedupeKey: newId(), event: body }], { source: "webhook", tokens: [token] });
}

async function call(world: Awaited<ReturnType<typeof createWorld>>, userId: string, options = {}) {
  const { client, by } = await world.actAs(world.portal, userId, options);
  await client.call("scope", {});
  return by;
}

test("the event's token is used while it lives, then the grant, then nothing but a request", async () => {
  const world = await createWorld([DONE, DONE]);
  await expect(call(world, ANNA)).rejects.toMatchObject({ name: "GrantNeeded", userId: ANNA, code: "unauthorized" });

  await world.say("anna", ANNA);
  expect(await call(world, ANNA)).toBe("event");
  world.clock.now += HOUR_MS;
  await expect(call(world, ANNA)).rejects.toBeInstanceOf(GrantNeeded);
  await world.grant("anna", ANNA, 2 * HOUR_MS);
  expect(await call(world, ANNA)).toBe("grant");

  expect(world.credentials()).toEqual(["anna-event", "anna-grant"]);
});

test("work that outlasts the event's token needs a grant", async () => {
  const world = await createWorld([DONE]);
  await world.say("anna", ANNA, 60_000);
  await expect(call(world, ANNA, { atLeastMs: 120_000 })).rejects.toBeInstanceOf(GrantNeeded);
  await world.grant("anna", ANNA);
  expect(await call(world, ANNA, { atLeastMs: 120_000 })).toBe("grant");
});

describe("a token that the portal refuses", () => {
  test.each([
    ["has expired", EXPIRED],
    ["is not known there any more", UNKNOWN],
  ])("because it %s gives way to the grant, and is not tried again", async (_, refusal) => {
    const world = await createWorld([refusal, DONE, DONE]);
    await world.say("anna", ANNA);
    await world.grant("anna", ANNA);
    await call(world, ANNA);
    expect(await call(world, ANNA)).toBe("grant");
    expect(world.credentials()).toEqual(["anna-event", "anna-grant", "anna-grant"]);
  });

  test("and was an event's is never renewed: without a grant the person is asked", async () => {
    const world = await createWorld([EXPIRED]);
    await world.say("anna", ANNA);
    const refused = await call(world, ANNA).catch((error: unknown) => error);
    expect(grantNeededOf(refused)).toMatchObject({ portalId: world.portal.id, userId: ANNA });
    expect(world.credentials()).toEqual(["anna-event"]);
  });

  test("gives way to the one that came with a newer event, which stays", async () => {
    const world = await createWorld([EXPIRED, DONE]);
    await world.say("anna", ANNA, HOUR_MS / 2);
    const { client } = await world.actAs(world.portal, ANNA);
    const get = world.eventTokens.get;
    // The newer event comes between the look-up and the refusal.
    world.eventTokens.get = async (...of) => {
      const before = await get(...of);
      world.eventTokens.get = get;
      await world.say("newer", ANNA);
      return before;
    };
    await client.call("scope", {});
    expect(world.credentials()).toEqual(["anna-event", "newer-event"]);
    expect(await world.eventTokens.get(world.portal.id, ANNA)).toMatchObject({ accessToken: "newer-event" });
  });

  test("is renewed where it was granted; a dead grant asks for permission, and a new one goes on", async () => {
    const world = await createWorld([EXPIRED, RENEWED, DONE, EXPIRED, DEAD, DONE]);
    await world.grant("anna", ANNA);
    await call(world, ANNA);
    const dead = await call(world, ANNA).catch((error: unknown) => error);
    expect(grantNeededOf(dead)).toMatchObject({ userId: ANNA });
    await expect(world.actAs(world.portal, ANNA)).rejects.toBeInstanceOf(GrantNeeded);
    await world.grant("anew", ANNA);
    expect(await call(world, ANNA)).toBe("grant");
    expect(world.credentials()).toEqual([
      "anna-grant",
      "anna-refresh",
      "anna-renewed",
      "anna-renewed",
      "anna-next",
      "anew-grant",
    ]);
  });
});

describe("what was sealed with another key", () => {
  test("is as if the person had given nothing: they are asked, and what they give anew goes on", async () => {
    const world = await createWorld([DONE]);
    await world.say("anna", ANNA);
    await world.grant("anna", ANNA);
    const { actAs, tokens } = world.withAnotherKey();
    await expect(actAs(world.portal, ANNA)).rejects.toMatchObject({ name: "GrantNeeded", userId: ANNA });
    // What waits for the new one is let go by the table's word, which knows no key.
    expect(await tokens.needsReauth(world.portal.id, ANNA)).toBe(true);

    const expiresAt = new Date(NOW + HOUR_MS);
    await tokens.put(world.portal.id, ANNA, { accessToken: "anew-grant", refreshToken: "anew-refresh", expiresAt });
    const { client, by } = await actAs(world.portal, ANNA);
    await client.call("scope", {});
    expect([by, world.credentials()]).toEqual(["grant", ["anew-grant"]]);
  });

  test("of an event gives way to a grant that opens", async () => {
    const world = await createWorld([DONE]);
    await world.say("anna", ANNA);
    const { actAs, tokens } = world.withAnotherKey();
    const expiresAt = new Date(NOW + HOUR_MS);
    await tokens.put(world.portal.id, ANNA, { accessToken: "anna-grant", refreshToken: "anna-refresh", expiresAt });
    expect((await actAs(world.portal, ANNA)).by).toBe("grant");
  });

  test("of the installer is nobody's to give anew: the key is what lacks", async () => {
    const world = await createWorld();
    const { tokens } = world.withAnotherKey();
    await expect(tokens.get(world.portal.id, INSTALLER)).rejects.toMatchObject({ name: "SealedOtherwise" });
    expect(await tokens.needsReauth(world.portal.id, INSTALLER)).toBe(false);
  });
});

describe("one person's token is never another's", () => {
  test("when both act at once, each call carries the token of its own person", async () => {
    const world = await createWorld(Array.from({ length: 20 }, () => DONE));
    await world.say("anna", ANNA);
    await world.grant("boris", BORIS);
    const [anna, boris] = [await world.actAs(world.portal, ANNA), await world.actAs(world.portal, BORIS)];
    for (let round = 0; round < 10; round++) {
      const before = world.credentials().length;
      await Promise.all([anna.client.call("scope", {}), boris.client.call("scope", {})]);
      expect(world.credentials().slice(before).map(String).toSorted()).toEqual(["anna-event", "boris-grant"]);
    }
  });

  test("who has given nothing gets neither a colleague's nor the installer's", async () => {
    const world = await createWorld();
    await world.say("anna", ANNA);
    await world.grant("anna", ANNA);
    await expect(world.actAs(world.portal, BORIS)).rejects.toMatchObject({ name: "GrantNeeded", userId: BORIS });
    await expect(world.actAs(world.portal, INSTALLER)).rejects.toMatchObject({ code: "invariant" });
    await expect(world.actAs(world.portal, "0")).rejects.toMatchObject({ code: "invariant" });
  });

  test("and one that was copied into a colleague's row does not open", async () => {
    const world = await createWorld();
    await world.say("anna", ANNA);
    const rows = await world.db.select().from(eventToken);
    const row = rows.find(({ portalId }) => portalId === world.portal.id);
    if (row === undefined) throw new Error("the token was just kept");
    await world.db.insert(eventToken).values({ ...row, portalId: world.portal.id, userId: BORIS });
    await expect(world.actAs(world.portal, BORIS)).rejects.toMatchObject({ code: "invariant" });
  });

  test("nor that of the same number on another portal", async () => {
    const [here, there] = [await createWorld(), await createWorld()];
    await there.say("anna", ANNA);
    await expect(here.actAs(here.portal, ANNA)).rejects.toBeInstanceOf(GrantNeeded);
  });
});

describe("a portal reached by a webhook", () => {
  test("gives people its owner's rights only where that was chosen", async () => {
    const world = await createWorld([DONE]);
    const url = "https://portal.example/rest/1/c0de/";
    const strict = await world.portals.keepWebhook({ domain: "portal.example", url });
    await expect(world.actAs(strict, ANNA)).rejects.toMatchObject({ code: "unsupported" });

    await world.portals.setRights(strict.id, "owner");
    const open = await world.portals.byId(strict.id);
    if (open === null) throw new Error("the portal is kept");
    const { client, by } = await world.actAs(open, ANNA);
    await client.call("scope", {});
    expect(by).toBe("owner");
  });
});
