import { tokenPair } from "../oauth/token-answer.ts";
import type { Portal } from "../portal.ts";
import type { App } from "../state/model.ts";
import { unixTime } from "../wire/iso-date.ts";
import { authBlock } from "./auth-block.ts";

/** The person who installs applications. */
const INSTALLER_ID = 1;

/** Tells an application that it was installed, with its first tokens. Bitrix24 docs: common/events/on-app-install. */
export function announceInstall(portal: Portal, app: App): void {
  const pair = tokenPair(portal, app, INSTALLER_ID);
  const { access_token, refresh_token } = pair;
  const auth = { ...authBlock(portal, { kind: "app", key: app.id }, INSTALLER_ID), access_token, refresh_token };
  portal.events.send(app.handlerUrl, {
    event: "ONAPPINSTALL",
    data: { VERSION: "1", ACTIVE: "Y", INSTALLED: "Y", LANGUAGE_ID: "en" },
    ts: unixTime(portal.now()),
    auth,
  });
}

/** Sends an event of the portal's business to every handler that an application has bound to it. */
export function announce(portal: Portal, event: string, data: Record<string, unknown>, userId: number): void {
  portal.live.publish({ type: "portal", event });
  for (const binding of portal.state.eventBindings.values()) {
    if (binding.event !== event) continue;
    const auth = authBlock(portal, { kind: "app", key: binding.clientId }, binding.authType || userId);
    const event_handler_id = String(binding.id);
    portal.events.send(binding.handler, { event, event_handler_id, data, ts: unixTime(portal.now()), auth });
  }
}
