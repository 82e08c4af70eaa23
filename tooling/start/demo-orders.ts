import { connect, createOrderSources, createPortals, createSecretBox } from "@botdeck/db";

/** As apps/emulator/src/one-c/README.md tells them: the demo's, and no secret. */
const CREDENTIALS = "bot:demo-1c";

type DemoOrders = { emulatorUrl: string; databaseUrl: string; secretKey: string };

/**
 * Tells the platform where the demo portal's orders are: in the 1C-like server of the emulator.
 *
 * @returns False when the portal is not connected.
 */
export async function connectDemoOrders({ emulatorUrl, databaseUrl, secretKey }: DemoOrders): Promise<boolean> {
  const handle = connect(databaseUrl, { max: 1, applicationName: "botdeck-start" });
  try {
    const box = createSecretBox(secretKey);
    const portal = await createPortals(handle.db, box).byDomain(new URL(emulatorUrl).host);
    if (portal === null) return false;
    const config = { kind: "odata", url: `${emulatorUrl}/1c/odata/standard.odata` };
    await createOrderSources(handle.db, box).put(portal.id, { config, secret: CREDENTIALS });
    return true;
  } finally {
    await handle.close();
  }
}
