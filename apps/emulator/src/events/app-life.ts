import { randomBytes } from "node:crypto";

import { removeBot } from "../chat/bots.ts";
import { tokenPair } from "../oauth/token-answer.ts";
import { domainOf } from "../portal.ts";
import type { Portal } from "../portal.ts";
import type { App } from "../state/model.ts";
import { unixTime } from "../wire/iso-date.ts";
import { authBlock } from "./auth-block.ts";

/** Puts an application on the portal. One without pages is told at once, one with pages when it has finished. */
export function installApp(portal: Portal, app: App): void {
  portal.state.apps.set(app.id, app);
  if (app.isInstalled) announceInstall(portal, app);
}

/** What `BX24.installFinish()` does: from now on the application hears events. */
export function finishInstall(portal: Portal, app: App): void {
  if (app.isInstalled) return;
  app.isInstalled = true;
  announceInstall(portal, app);
}

/** Bitrix24 docs: common/events/on-app-install. */
function announceInstall(portal: Portal, app: App): void {
  const data = { VERSION: String(app.version), ACTIVE: "Y", INSTALLED: "Y", LANGUAGE_ID: languageOf(portal, app) };
  sendToApp(portal, app, "ONAPPINSTALL", data, withTokens(portal, app));
}

/** A new version: handlers and placements are gone, the application_token is another. Bitrix24 docs: on-app-update. */
export function updateApp(portal: Portal, app: App, next: { version: number; scopes?: string[] | undefined }): void {
  const previous = app.version;
  const handlers = handlersOf(portal, app, "ONAPPUPDATE");
  forgetBindings(portal, app);
  app.version = next.version;
  app.scopes = next.scopes ?? app.scopes;
  app.applicationToken = randomBytes(16).toString("hex");
  const versions = { VERSION: String(app.version), PREVIOUS_VERSION: String(previous) };
  const data = { ...versions, LANGUAGE_ID: languageOf(portal, app) };
  send(portal, handlers, "ONAPPUPDATE", data, withTokens(portal, app));
}

/** Bitrix24 docs: common/events/on-app-payment. */
export function payForApp(portal: Portal, app: App, paid: Pick<App, "status" | "isPaymentExpired" | "daysLeft">): void {
  Object.assign(app, paid);
  const data = {
    CODE: app.id,
    VERSION: String(app.version),
    STATUS: app.status,
    PAYMENT_EXPIRED: app.isPaymentExpired ? "Y" : "N",
    DAYS: app.daysLeft,
    LANGUAGE_ID: languageOf(portal, app),
  };
  sendToApp(portal, app, "ONAPPPAYMENT", data, authBlock(portal, { kind: "app", key: app.id }, app.installerId));
}

/**
 * Takes an application off the portal with its bots, tokens, handlers and options. The event carries no tokens.
 *
 * @param clean The user has ticked "clear app data".
 */
export function uninstallApp(portal: Portal, app: App, clean: boolean): void {
  const handlers = handlersOf(portal, app, "ONAPPUNINSTALL");
  for (const bot of portal.state.bots.values()) {
    if (bot.owner.kind === "app" && bot.owner.key === app.id) removeBot(portal, bot, app.installerId);
  }
  const auth = {
    domain: domainOf(portal),
    client_endpoint: `${portal.origin()}/rest/`,
    server_endpoint: `${portal.origin()}/rest/`,
    member_id: portal.state.memberId,
    application_token: app.applicationToken,
  };
  send(portal, handlers, "ONAPPUNINSTALL", { LANGUAGE_ID: languageOf(portal, app), CLEAN: clean ? 1 : 0 }, auth);
  forgetBindings(portal, app);
  const { accessTokens, refreshTokens, authorizationCodes, apps, appOptions } = portal.state;
  for (const grants of [accessTokens, refreshTokens, authorizationCodes]) {
    for (const grant of grants.values()) if (grant.clientId === app.id) grants.delete(grant.id);
  }
  if (clean) appOptions.delete(app.id);
  apps.delete(app.id);
}

function forgetBindings({ state }: Portal, app: App): void {
  for (const kept of [state.eventBindings, state.placements, state.offlineEvents]) {
    for (const record of kept.values()) if (record.clientId === app.id) kept.delete(record.id);
  }
}

function withTokens(portal: Portal, app: App): Record<string, unknown> {
  const { access_token, refresh_token } = tokenPair(portal, app, app.installerId);
  return { ...authBlock(portal, { kind: "app", key: app.id }, app.installerId), access_token, refresh_token };
}

function sendToApp(portal: Portal, app: App, event: string, data: object, auth: Record<string, unknown>): void {
  send(portal, handlersOf(portal, app, event), event, data, auth);
}

/** The address of the application's card, and every other one that is bound to the event. */
function handlersOf(portal: Portal, app: App, event: string): string[] {
  const bound = [...portal.state.eventBindings.values()].filter(
    (binding) => binding.clientId === app.id && binding.event === event && binding.isOffline !== true,
  );
  return [...new Set([app.handlerUrl, ...bound.map(({ handler }) => handler)])];
}

function send(portal: Portal, handlers: string[], event: string, data: object, auth: Record<string, unknown>): void {
  for (const handler of handlers) portal.events.send(handler, { event, data, ts: unixTime(portal.now()), auth });
}

function languageOf(portal: Portal, app: App): string {
  return portal.state.people.get(app.installerId)?.language ?? "en";
}
