import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createScriptedTransport, httpBuildQuery, type Reply } from "@botdeck/b24-client/testing";
import {
  appInstall,
  type Bot,
  connect,
  createAppInstalls,
  createAuthorizationRequests,
  createEventTokens,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  inboxEvent,
  type Portal,
} from "@botdeck/db";
import { createFaultyProxy } from "@botdeck/db/testing/faulty-proxy";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { asc } from "drizzle-orm";

import { createSnapshotFile } from "../directory/snapshot.ts";
import { createGateway, type Gateway, type GatewayOptions } from "../create-gateway.ts";
import { CANARY, POSTED_AT } from "./posts.ts";

/** A gateway over a database of its own, with what it logs. `replies` are what the OAuth server and the portals answer, in order. */
export async function createWorld(replies: readonly Reply[] = [], wishes: Partial<GatewayOptions> = {}) {
  const database = await createTestDatabase();
  const proxy = await createFaultyProxy(database.url);
  const handle = connect(database.url, { max: 5 });
  const { db } = handle;
  const secretKey = randomBytes(32).toString("base64");
  const box = createSecretBox(secretKey);
  const portals = createPortals(db, box);
  const folder = await mkdtemp(join(tmpdir(), "botdeck-gateway-"));
  const log: string[] = [];
  const logger = createLogger({ name: "test", level: "debug", write: (line) => log.push(line) });
  const { transport, calls } = createScriptedTransport(replies);
  const gateways: Gateway[] = [];

  /** Another gateway of this deployment. Its spool folder is shared with the others unless told. */
  async function addGateway(more: Partial<GatewayOptions> = {}): Promise<Gateway> {
    const gateway = await createGateway({
      databaseUrl: proxy.url,
      secretKey,
      spoolFolder: join(folder, "spool"),
      spoolMaxBytes: 8 * 1_048_576,
      requestTimeoutMs: 10_000,
      bitrixApp: { clientId: "local.app", clientSecret: CANARY },
      transport,
      logger,
      now: () => POSTED_AT,
      ...wishes,
      ...more,
    });
    gateways.push(gateway);
    return gateway;
  }
  const gateway = await addGateway();
  const { server: app } = gateway;

  return {
    url: database.url,
    /** The gateways' way to the database. What a test does itself goes another way. */
    proxy,
    folder,
    handle,
    db,
    box,
    portals,
    installs: createAppInstalls(db, box),
    tokens: createOAuthTokens(db, box),
    requests: createAuthorizationRequests(db, box),
    eventTokens: createEventTokens(db, box),
    /** What the gateways know of their senders. */
    snapshot: createSnapshotFile(join(folder, "spool"), box),
    /** What the OAuth server and the portals were asked. */
    calls,
    logger,
    log,
    gateway,
    app,
    addGateway,

    /** An active portal with the app on it; its application token is `<memberId>-application`. */
    async newPortal(memberId: string): Promise<Portal> {
      const portal = await portals.keepInstall({
        memberId,
        domain: `${memberId}.example`,
        clientEndpoint: `https://${memberId}.example/rest/`,
        serverEndpoint: "https://oauth.bitrix24.tech/rest/",
        applicationToken: `${memberId}-application`,
      });
      await portals.setState(portal.id, "active");
      return portal;
    },

    async newBot(portal: Portal, bitrixBotId: string, eventMode: Bot["eventMode"] = "webhook"): Promise<Bot> {
      const fields = { portalId: portal.id, code: `bot${bitrixBotId}`, name: "Bot", eventMode, newBotToken: null };
      const { id } = await portals.ensureBot(fields);
      await portals.markRegistered(id, bitrixBotId);
      const bot = await portals.botById(id);
      if (!bot) throw new Error("the bot was just made");
      return bot;
    },

    /** Posts as a portal does: a form encoded by PHP. */
    post: (url: string, body: Record<string, unknown>, to = app) => postText(url, httpBuildQuery(body), undefined, to),
    postText,

    /** The database is away for the gateways, as when its server is stopped. */
    loseDatabase(): void {
      proxy.set("refuse");
      proxy.cut();
    },
    returnDatabase: () => proxy.set("pass"),

    events: () => db.select().from(inboxEvent).orderBy(asc(inboxEvent.seq)),
    installRows: () => db.select().from(appInstall).orderBy(asc(appInstall.receivedAt)),

    async close(): Promise<void> {
      proxy.set("pass");
      await Promise.all(gateways.map((gateway) => gateway.stop(0)));
      await handle.close();
      await proxy.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };

  function postText(url: string, payload: string, contentType = "application/x-www-form-urlencoded", to = app) {
    return to.inject({ method: "POST", url, payload, headers: { "content-type": contentType } });
  }
}
export type World = Awaited<ReturnType<typeof createWorld>>;
