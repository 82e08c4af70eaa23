import { authorizeUrl, newCodeVerifier } from "@botdeck/b24-client";
import type { Effect } from "@botdeck/core";
import {
  type AuthorizationRequests,
  type Database,
  INSTALLER,
  laneOf,
  type Portal,
  hasEffect,
  type Portals,
  putEffects,
  wakeDeliverer,
} from "@botdeck/db";
import type { BitrixApp } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

type Deps = {
  db: Database;
  portals: Portals;
  requests: AuthorizationRequests;
  app: BitrixApp | null;
  logger: Logger;
  now?: () => Date;
};

/** Both languages: nothing tells which one a person reads before they have spoken to a bot. */
const TEXT =
  "To do this with your rights I need your permission. Press the button to give it.\n" +
  "Чтобы сделать это с вашими правами, мне нужно ваше разрешение. Нажмите кнопку, чтобы дать его.";
const BUTTON = "Give access · Дать доступ";

/** A fresh link by which a person authorises the app; null when there is no app, or the portal is reached by a webhook. */
export async function authorizationLink(
  portal: Portal,
  userId: string,
  { app, requests }: Pick<Deps, "app" | "requests">,
): Promise<string | null> {
  if (app === null || portal.clientEndpoint === null) return null;
  const verifier = portal.pkce ? newCodeVerifier() : null;
  const state = await requests.open({ portalId: portal.id, userId }, verifier);
  return authorizeUrl(portal.clientEndpoint, app.clientId, state, verifier);
}

/**
 * Asks for a new grant when one has died: a person by a private message of a bot, at most once a day; for the app's own
 * access nobody can be written to, so the log says it beside the portal's state.
 */
export async function askToAuthorize(portal: Portal, userId: string, deps: Deps): Promise<void> {
  const { db, portals, logger, now = () => new Date() } = deps;
  if (userId === INSTALLER) {
    logger.error({ portalId: portal.id, domain: portal.domain }, "the portal's authorisation has ended");
    return;
  }
  const key = `authorize:${portal.id}:${userId}:${now().toISOString().slice(0, 10)}`;
  if (await hasEffect(db, key)) return;
  const bot = (await portals.botsOf(portal.id)).find(({ state }) => state === "active");
  const url = await authorizationLink(portal, userId, deps);
  if (bot === undefined || url === null) {
    logger.warn({ portalId: portal.id, userId }, "a person's authorisation has ended, and no bot can tell them");
    return;
  }
  const effect: Effect = {
    kind: "chat.send",
    dialogId: userId,
    text: TEXT,
    buttons: [[{ kind: "link", text: BUTTON, url }]],
  };
  const lane = laneOf({ botId: bot.id, dialog: { id: userId } });
  const added = await putEffects(db, [{ key, portalId: portal.id, botId: bot.id, conversationId: null, lane, effect }]);
  if (added.length > 0) await wakeDeliverer(db);
}
