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
const People = z.array(z.object({ role: z.string(), name: z.string() }));

type DemoPortal = {
  emulatorUrl: string;
  gatewayUrl: string;
  clientId: string;
  clientSecret: string;
  signal: AbortSignal;
};

/**
 * Installs our app on the emulated portal, which tells the gateway as a real portal does.
 *
 * @returns What the portal's events are signed with.
 */
export async function installDemoApp({ emulatorUrl, gatewayUrl, clientId, clientSecret }: Omit<DemoPortal, "signal">) {
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
 * Installs our app on the emulated portal, and waits until the worker has registered the first bot there; the others
 * follow at once.
 *
 * @returns The names of the bots that are there by then; none when none has registered within a minute.
 */
export async function installDemoPortal({ signal, ...portal }: DemoPortal) {
  const { emulatorUrl } = portal;
  await installDemoApp(portal);
  let bots: string[] = [];
  const hasBots = async () => {
    const people = People.parse(await callJson(`${emulatorUrl}/emulator/api/people`));
    bots = people.filter(({ role }) => role === "bot").map(({ name }) => name);
    return bots.length > 0;
  };
  await waitUntil(hasBots, { timeoutMs: BOTS_TIMEOUT_MS, everyMs: 300, signal });
  return bots;
}
