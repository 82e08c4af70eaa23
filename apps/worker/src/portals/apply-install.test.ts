import { randomBytes } from "node:crypto";

import { createScriptedTransport } from "@botdeck/b24-client/testing";
import { officeBot } from "@botdeck/bots";
import {
  appInstall,
  bot,
  changePortal,
  connect,
  createAppInstalls,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
  INSTALLER,
  portal,
  portalCheck,
  rateBudget,
} from "@botdeck/db";
import { createPortalClients } from "@botdeck/portal-clients";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { afterEach, expect, test } from "vitest";

import { readPortalRules } from "../notifications/portal-rules.ts";
import { applyNextInstall } from "./apply-install.ts";
import { createPortalLanes } from "./portal-lanes.ts";

const SERVER = "https://oauth.bitrix24.tech/rest/";
const PROOF = {
  access_token: "fresh-access",
  refresh_token: "fresh-refresh",
  expires_in: 3600,
  client_endpoint: "https://portal.example/rest/",
  server_endpoint: SERVER,
  member_id: "member-1",
};
/** As the portal was installed before. */
const INSTALLED = {
  memberId: "member-1",
  domain: "portal.example",
  clientEndpoint: "https://portal.example/rest/",
  serverEndpoint: SERVER,
};
const REGISTERED = {
  body: { result: { bot: { id: 7, code: "botdeck_office", type: "bot", eventMode: "webhook" }, users: [] } },
};
const REVISION = { body: { result: { rest: 35, web: 1, mobile: 1, desktop: 1 } } };
const COMMANDS = { body: { result: { commands: [] } } };
const COMMAND = { body: { result: { command: { id: 3, botId: 7, command: "/hours" } } } };
const HELP = { body: { result: { command: { id: 4, botId: 7, command: "/help" } } } };
const LEAVE = { body: { result: { command: { id: 5, botId: 7, command: "/leave" } } } };

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function setup(
  script: Parameters<typeof createScriptedTransport>[0],
  grant: Record<string, unknown> = {},
  whileRegistering: (db: DatabaseHandle["db"]) => Promise<unknown> = async () => {},
) {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 3 });
  open.push(() => handle.close().then(() => database.drop()));
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const portals = createPortals(db, box);
  const tokens = createOAuthTokens(db, box);
  const scripted = createScriptedTransport(script);
  const { calls } = scripted;
  const transport: typeof scripted.transport = {
    async send(url, ...rest) {
      if (url.includes("Bot.register")) await whileRegistering(db);
      return scripted.transport.send(url, ...rest);
    },
  };
  const app = { clientId: "local.app", clientSecret: "s3cret" };
  const installs = createAppInstalls(db, box);
  await installs.keep("member-1", {
    memberId: "member-1",
    serverEndpoint: SERVER,
    applicationToken: "application-token",
    token: { refreshToken: "posted-refresh" },
    ...grant,
  });
  const logger = createLogger({ name: "test", level: "silent" });
  const lanes = createPortalLanes({ places: 1, logger });
  const apply = async () => {
    const isOne = await applyNextInstall({
      installs,
      portals,
      tokens,
      clients: createPortalClients({ db, portals, tokens, transport, app }),
      transport,
      app,
      trustedOAuthOrigins: ["https://oauth.bitrix24.tech"],
      definitions: [officeBot],
      eventsUrl: "https://bots.example/bitrix/events",
      rulesOf: (portalId) => readPortalRules(portalId, { db, portals }),
      lanes,
      logger,
    });
    await lanes.settled();
    return isOne;
  };
  return { db, portals, tokens, calls, apply };
}

test("an installation that the OAuth server confirms connects the portal, with fresh tokens and registered bots", async () => {
  const { db, portals, tokens, calls, apply } = await setup([
    { body: PROOF },
    REVISION,
    REGISTERED,
    REGISTERED,
    COMMANDS,
    COMMAND,
    HELP,
    LEAVE,
  ]);
  await apply();

  const connected = await portals.byMemberId("member-1");
  if (!connected) throw new Error("the portal is not kept");
  expect(connected).toMatchObject({ state: "active", domain: "portal.example", memberId: "member-1" });
  expect(portals.applicationToken(connected)).toBe("application-token");
  expect(await tokens.get(connected.id, INSTALLER)).toMatchObject({ accessToken: "fresh-access" });
  expect(await db.select().from(bot)).toMatchObject([{ code: "office", bitrixBotId: "7", state: "active" }]);
  expect(calls.map(({ url }) => new URL(url).pathname)).toEqual([
    "/oauth/token/",
    "/rest/imbot.v2.Revision.get",
    "/rest/imbot.v2.Bot.register",
    "/rest/imbot.v2.Bot.update",
    "/rest/imbot.v2.Command.list",
    "/rest/imbot.v2.Command.register",
    "/rest/imbot.v2.Command.register",
    "/rest/imbot.v2.Command.register",
    "/rest/event.get",
  ]);
  // The posted tokens are not kept.
  expect(await db.select().from(appInstall)).toMatchObject([{ state: "applied", grantSealed: null }]);
});

test("a portal without the second bot API gets the same bots by the first one", async () => {
  const unknown = { status: 404, body: { error: "ERROR_METHOD_NOT_FOUND", error_description: "Method not found!" } };
  const done = { body: { result: true } };
  const number = (id: number) => ({ body: { result: id } });
  const { db, calls, apply } = await setup([
    { body: PROOF },
    unknown,
    { body: { result: [] } },
    number(7),
    done,
    number(3),
    number(4),
    number(5),
  ]);
  await apply();

  expect(await db.select().from(portal)).toMatchObject([{ state: "active" }]);
  expect(await db.select().from(bot)).toMatchObject([
    {
      code: "office",
      bitrixBotId: "7",
      api: "v1",
      eventMode: "webhook",
      commandIds: { hours: "3", help: "4", leave: "5" },
      state: "active",
    },
  ]);
  const eventsUrl = "https://bots.example/bitrix/events";
  expect(calls.slice(2)).toMatchObject([
    { method: "imbot.bot.list" },
    { method: "imbot.register", params: { CODE: "botdeck_office", TYPE: "B", EVENT_MESSAGE_ADD: eventsUrl } },
    { method: "imbot.update", params: { BOT_ID: "7", FIELDS: { EVENT_MESSAGE_ADD: eventsUrl } } },
    { method: "imbot.command.register", params: { BOT_ID: "7", COMMAND: "hours", EVENT_COMMAND_ADD: eventsUrl } },
    { method: "imbot.command.register", params: { BOT_ID: "7", COMMAND: "help" } },
    { method: "imbot.command.register", params: { BOT_ID: "7", COMMAND: "leave", HIDDEN: "Y" } },
    { method: "event.get" },
  ]);
});

test("a token that belongs to another portal connects nothing", async () => {
  const { db, apply } = await setup([{ body: { ...PROOF, member_id: "member-2" } }]);
  await apply();
  expect(await db.select().from(portal)).toEqual([]);
  expect(await db.select().from(appInstall)).toMatchObject([{ state: "refused", grantSealed: null }]);
});

test("a server that is not trusted is never asked, so it never sees our secret", async () => {
  const { db, calls, apply } = await setup([], { serverEndpoint: "https://evil.example/rest/" });
  await apply();
  expect(calls).toEqual([]);
  expect(await db.select().from(appInstall)).toMatchObject([
    { state: "refused", reason: expect.stringMatching(/not a trusted/) },
  ]);
});

test("a grant that the OAuth server calls dead is refused", async () => {
  const { db, apply } = await setup([{ status: 400, body: { error: "invalid_grant" } }]);
  await apply();
  expect(await db.select().from(appInstall)).toMatchObject([{ state: "refused" }]);
});

test("an OAuth server that does not answer is asked again later", async () => {
  const { db, apply } = await setup([{ status: 502, body: "bad gateway" }]);
  await apply();
  expect(await db.select().from(appInstall)).toMatchObject([{ state: "waiting", reason: expect.any(String) }]);
  expect(await apply()).toBe(false);
});

test("a portal that is away while the bots are registered is tried again, with the token that the first try got", async () => {
  const { db, calls, apply } = await setup([
    { body: PROOF },
    { status: 503, body: { error: "QUERY_LIMIT_EXCEEDED" } },
    { body: { ...PROOF, refresh_token: "second-refresh" } },
    REVISION,
    REGISTERED,
    REGISTERED,
    COMMANDS,
    COMMAND,
    HELP,
    LEAVE,
  ]);
  await apply();
  await db.update(appInstall).set({ runAt: new Date(0) });
  await db.delete(rateBudget);
  await apply();
  expect(await db.select().from(portal)).toMatchObject([{ state: "active" }]);
  expect(calls[2]?.url).toContain("refresh_token=fresh-refresh");
});

test("a grant that cannot be opened any more is refused, and does not stand in the way of the next", async () => {
  const { db, apply } = await setup([]);
  await db.update(appInstall).set({ grantSealed: "v1.00000000.AAAA" });
  await apply();
  expect(await db.select().from(appInstall)).toMatchObject([
    { state: "refused", reason: expect.stringMatching(/again/) },
  ]);
});

test("an app that is installed anew on a portal whose token was sealed with another key works again, with a token that opens", async () => {
  const { db, portals, apply } = await setup([
    { body: PROOF },
    { body: { result: { ID: "1", ADMIN: true, NAME: "An administrator" } } },
    REVISION,
    REGISTERED,
    REGISTERED,
    COMMANDS,
    COMMAND,
    HELP,
    LEAVE,
  ]);
  const before = createSecretBox(randomBytes(32).toString("base64"));
  const { id } = await createPortals(db, before).keepInstall({ ...INSTALLED, applicationToken: "application-token" });
  await portals.setState(id, "active");
  await apply();
  const row = await portals.byId(id);
  expect(row).toMatchObject({ id, state: "active" });
  expect(row && portals.applicationToken(row)).toBe("application-token");
});

test("an update of the app has its events bound anew, and its bots and commands brought in step", async () => {
  const { portals, calls, apply } = await setup([
    { body: PROOF },
    { body: { result: { ID: "1", ADMIN: true, NAME: "An administrator" } } },
    REVISION,
    REGISTERED,
    REGISTERED,
    COMMANDS,
    COMMAND,
    HELP,
    LEAVE,
    // The portal has dropped what was bound by the version before.
    { body: { result: [] } },
    { body: { result: { result: {}, result_error: [] } } },
  ]);
  const { id } = await portals.keepInstall({
    memberId: "member-1",
    domain: "portal.example",
    clientEndpoint: "https://portal.example/rest/",
    serverEndpoint: SERVER,
    applicationToken: "token-of-the-version-before",
  });
  await portals.setState(id, "active");
  await apply();
  const handler = encodeURIComponent("https://bots.example/bitrix/events");
  const events = ["ONTASKUPDATE", "ONTASKDELETE", "ONTASKCOMMENTADD"];
  const bound = events.map((event) => [event, `event.bind?event=${event}&handler=${handler}`]);
  expect(calls.at(-1)).toMatchObject({ method: "batch", params: { cmd: Object.fromEntries(bound) } });
});

test.each([
  ["leaves it alone when they are no administrator", false, ["installer-access", "home-application", "active"]],
  ["counts when they are one", true, ["fresh-access", "application-token", "active"]],
])("who opens the app's page on a connected portal posts a grant of their own: it %s", async (_, isAdmin, expected) => {
  const profile = { body: { result: { ID: "28", ADMIN: isAdmin, NAME: "A person" } } };
  const { portals, tokens, apply } = await setup([
    { body: PROOF },
    profile,
    ...(isAdmin ? [REVISION, REGISTERED, REGISTERED, COMMANDS, COMMAND, HELP, LEAVE] : []),
  ]);
  const { id } = await portals.keepInstall({
    memberId: "member-1",
    domain: "portal.example",
    clientEndpoint: "https://portal.example/rest/",
    serverEndpoint: SERVER,
    applicationToken: "home-application",
  });
  await portals.setState(id, "active");
  await tokens.put(id, INSTALLER, { accessToken: "installer-access", refreshToken: "r", expiresAt: new Date(0) });

  await apply();

  const after = await portals.byId(id);
  if (after === null) throw new Error("the portal is gone");
  const { accessToken } = await tokens.get(id, INSTALLER);
  expect([accessToken, portals.applicationToken(after), after.state]).toEqual(expected);
});

test.each([
  ["whoever opens the app leaves it so", "application-token", [], ["removed", true, "installer-access"]],
  [
    "somebody who does not run the portal cannot pretend to install it anew",
    "token-of-the-first-time",
    [{ body: { result: { ID: "28", ADMIN: false, NAME: "A person" } } }],
    ["removed", true, "installer-access"],
  ],
  [
    "an administrator who installs it anew connects it",
    "token-of-the-first-time",
    [
      { body: { result: { ID: "1", ADMIN: true, NAME: "An administrator" } } },
      REVISION,
      REGISTERED,
      REGISTERED,
      COMMANDS,
      COMMAND,
      HELP,
      LEAVE,
    ],
    ["active", false, "fresh-access"],
  ],
])("a portal that was disconnected in the console: %s", async (_what, tokenBefore, answers, expected) => {
  const { db, portals, tokens, apply } = await setup([{ body: PROOF }, ...answers]);
  const { id } = await portals.keepInstall({ ...INSTALLED, applicationToken: tokenBefore });
  await tokens.put(id, INSTALLER, { accessToken: "installer-access", refreshToken: "r", expiresAt: new Date(0) });
  await changePortal(db, id, { state: "removed", isLeft: true });

  await apply();

  const after = await portals.byId(id);
  const { accessToken } = await tokens.get(id, INSTALLER);
  expect([after?.state, after?.isLeft, accessToken]).toEqual(expected);
});

test("a disconnection while the bots are registered stands, and they are asked to be taken off", async () => {
  const { db, apply } = await setup(
    [{ body: PROOF }, REVISION, REGISTERED, REGISTERED, COMMANDS, COMMAND, HELP, LEAVE],
    {},
    (tx) => tx.update(portal).set({ state: "removed", isLeft: true }),
  );
  await apply();
  expect(await db.select().from(portal)).toMatchObject([{ state: "removed", isLeft: true }]);
  expect(await db.select().from(portalCheck)).toMatchObject([{ requestedAt: expect.any(Date) }]);
});
