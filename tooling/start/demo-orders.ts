import { connect, createOrderSources, createPortals, createSecretBox } from "@botdeck/db";

/** As apps/emulator/src/one-c/README.md tells them: the demo's, and no secret. */
const CREDENTIALS = "bot:demo-1c";

type DemoOrders = { emulatorUrl: string; databaseUrl: string; secretKey: string };

/**
 * Tells the platform where the demo portal's orders are, in the 1C-like server of the emulator, and that its clients' phones are theirs.
 *
 * @returns False when the portal is not connected.
 */
export async function connectDemoOrders({ emulatorUrl, databaseUrl, secretKey }: DemoOrders): Promise<boolean> {
  const handle = connect(databaseUrl, { max: 1, applicationName: "botdeck-start" });
  try {
    const box = createSecretBox(secretKey);
    const portals = createPortals(handle.db, box);
    const portal = await portals.byDomain(new URL(emulatorUrl).host);
    if (portal === null) return false;
    const config = { kind: "odata", url: `${emulatorUrl}/1c/odata/standard.odata` };
    await createOrderSources(handle.db, box).put(portal.id, { config, secret: CREDENTIALS });
    // The emulator itself knows the phones of its clients; those of a real chat widget would be what visitors type.
    const store = (await portals.botsOf(portal.id)).find(({ code }) => code === "store");
    if (store !== undefined) {
      await portals.changeBotSettings(store.id, (settings) => ({ phoneConnectors: ["livechat"], ...settings }));
    }
    return true;
  } finally {
    await handle.close();
  }
}
