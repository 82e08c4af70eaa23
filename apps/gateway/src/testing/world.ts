import { randomBytes } from "node:crypto";

import { createScriptedTransport, httpBuildQuery, type Reply } from "@botdeck/b24-client/testing";
import {
  appInstall,
  type Bot,
  connect,
  createAppInstalls,
  createAuthorizationRequests,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  inboxEvent,
  type Portal,
} from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { asc } from "drizzle-orm";

import { createAcceptAuthorization } from "../accept-authorization.ts";
import { CANARY } from "./posts.ts";
import { startGateway } from "./start-gateway.ts";

/** A gateway over a database of its own, with what it logs. `replies` are what the OAuth server and the portals answer, in order. */
export async function createWorld(replies: readonly Reply[] = []) {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 5 });
  const { db } = handle;
  const secretKey = randomBytes(32).toString("base64");
  const box = createSecretBox(secretKey);
  const portals = createPortals(db, box);
  const installs = createAppInstalls(db, box);
  const log: string[] = [];
  const logger = createLogger({ name: "test", level: "debug", write: (line) => log.push(line) });
  const tokens = createOAuthTokens(db, box);
  const requests = createAuthorizationRequests(db);
  const { transport, calls } = createScriptedTransport(replies);
  const bitrixApp = { clientId: "local.app", clientSecret: CANARY };
  const acceptAuthorization = createAcceptAuthorization({ portals, tokens, requests, transport, app: bitrixApp });
  const gateway = await startGateway({ url: database.url, box, acceptAuthorization, logger });
  const { app } = gateway;

  return {
    url: database.url,
    box,
    /** The gateway's parts, as main.ts puts them together. */
    gateway,
    handle,
    db,
    portals,
    installs,
    tokens,
    requests,
    /** What the OAuth server and the portals were asked. */
    calls,
    logger,
    log,
    app,

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
    post: (url: string, body: Record<string, unknown>) => postText(url, httpBuildQuery(body)),
    postText,

    events: () => db.select().from(inboxEvent).orderBy(asc(inboxEvent.seq)),
    installRows: () => db.select().from(appInstall).orderBy(asc(appInstall.receivedAt)),

    async close(): Promise<void> {
      await gateway.close();
      await handle.close();
      await database.drop();
    },
  };

  function postText(url: string, payload: string, contentType = "application/x-www-form-urlencoded") {
    return app.inject({ method: "POST", url, payload, headers: { "content-type": contentType } });
  }
}
export type World = Awaited<ReturnType<typeof createWorld>>;
