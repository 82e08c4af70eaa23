import { randomBytes } from "node:crypto";

import { createUndiciTransport } from "@botdeck/b24-client";
import {
  askAboutPortal,
  connect,
  createOAuthTokens,
  createPollerLocks,
  createPortals,
  createSecretBox,
} from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import { createPortalClients } from "@botdeck/portal-clients";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { onTestFinished } from "vitest";

import { connectAskedPortals } from "../portals/connect-asked-portals.ts";
import { createPortalTurns } from "../portals/portal-turns.ts";
import { createTriedLately } from "../portals/tried-lately.ts";
import type { startEmulator } from "./start-emulator.ts";

export const EVENTS_URL = "http://127.0.0.1:9/bitrix/events";
export const SCOPES = ["imbot", "im", "imopenlines", "task"];

/** A deployment that an emulated portal is connected to by a webhook of its own, as the console asks for it. */
export async function connectServed(
  emulator: Awaited<ReturnType<typeof startEmulator>>,
  definitions: readonly AnyBot[],
  scopes: readonly string[] = SCOPES,
) {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 4 });
  const transport = createUndiciTransport();
  onTestFinished(async () => {
    await transport.close();
    await handle.close();
    await database.drop();
  });
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const portals = createPortals(db, box);
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app: null });
  const logger = createLogger({ name: "test", level: "silent" });
  const tried = createTriedLately();
  const locks = createPollerLocks(database.url);
  onTestFinished(() => locks.close());
  const inTurn = createPortalTurns({ locks, portals });
  const deps = { db, portals, clients, definitions, eventsUrl: EVENTS_URL, takesPrivate: true, tried, inTurn, logger };

  const { url } = await emulator.control<{ url: string }>("/webhooks", { userId: "1", scopes });
  const { id } = await portals.keepWebhook({ domain: new URL(url).host, url });
  await askAboutPortal(db, id);
  await connectAskedPortals(deps);

  const portal = async () => {
    const found = await portals.byId(id);
    if (found === null) throw new TypeError("it was just kept");
    return found;
  };
  const bots = () => portals.botsOf(id);
  return { url, databaseUrl: database.url, handle, db, box, transport, portals, clients, deps, portal, bots };
}
