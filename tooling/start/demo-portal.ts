import { connect, createPortals, createSecretBox } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { callJson } from "./http.ts";

/** What the built-in bots ask for on a portal. */
const SCOPES = [
  "imbot",
  "imopenlines",
  "im",
  "crm",
  "task",
  "user",
  "disk",
  "catalog",
  "sale",
  "department",
  "calendar",
  "lists",
  "bizproc",
  "telephony",
  "sonet_group",
];
const BOTS_TIMEOUT_MS = 60_000;

const Installed = z.object({ memberId: z.string(), applicationToken: z.string() });

type DemoPortal = {
  emulatorUrl: string;
  gatewayUrl: string;
  clientId: string;
  clientSecret: string;
};

/**
 * Installs our app on the emulated portal, which tells the gateway as a real portal does.
 *
 * @returns What the portal's events are signed with.
 */
export async function installDemoApp({ emulatorUrl, gatewayUrl, clientId, clientSecret }: DemoPortal) {
  const installed = await callJson(`${emulatorUrl}/emulator/api/apps`, {
    name: "Botdeck",
    clientId,
    clientSecret,
    handlerUrl: `${gatewayUrl}/bitrix/install`,
    redirectUrl: `${gatewayUrl}/bitrix/app`,
    scopes: SCOPES,
  });
  return Installed.parse(installed);
}

/**
 * Installs our app on the emulated portal, and waits until the worker has registered all bots there.
 *
 * @returns The names of the bots that are there by then; none when none has registered within a minute.
 */
export async function installDemoPortal(
  demo: DemoPortal,
  { databaseUrl, secretKey, signal }: { databaseUrl: string; secretKey: string; signal: AbortSignal },
): Promise<string[]> {
  const { memberId } = await installDemoApp(demo);
  const handle = connect(databaseUrl, { max: 1, applicationName: "botdeck-start" });
  try {
    const portals = createPortals(handle.db, createSecretBox(secretKey));
    // A portal is active when the last of its bots has been seen to.
    const isConnected = async () => (await portals.byMemberId(memberId))?.state === "active";
    await waitUntil(isConnected, { timeoutMs: BOTS_TIMEOUT_MS, everyMs: 300, signal });
    const portal = await portals.byMemberId(memberId);
    const bots = portal === null ? [] : await portals.botsOf(portal.id);
    return bots.filter(({ state }) => state === "active").map(({ name }) => name);
  } finally {
    await handle.close();
  }
}
