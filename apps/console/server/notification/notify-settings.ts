import { notifyBot, NotifySettings } from "@botdeck/bots";
import { type Database, settingsOfBot } from "@botdeck/db";

/** What a portal has set about its notifications; as they are by themselves where it has set nothing, or nothing that can be read. */
export async function notifySettings(db: Database, portalId: string): Promise<NotifySettings> {
  const stored = await settingsOfBot(db, portalId, notifyBot.code);
  return NotifySettings.safeParse(stored ?? {}).data ?? NotifySettings.parse({});
}
