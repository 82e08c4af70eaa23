import { AppError } from "@botdeck/core";
import { addHook, bot, connect, hook } from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
import { and, eq } from "drizzle-orm";

type Wish = {
  /** Where its alerts are shown. */
  dialogId: string;
  /** Portal user id of who is paged. */
  onCall: string;
  /** Told of acknowledgements; null for an Alertmanager that is not there. */
  alertmanagerUrl: string | null;
};

/** An address for Alertmanager to post to, whose alerts come into a chat and page one person at once. */
export async function makeAlertHook(
  { databaseUrl, gatewayUrl }: { databaseUrl: string; gatewayUrl: string },
  { dialogId, onCall, alertmanagerUrl }: Wish,
): Promise<{ address: string; secret: string }> {
  const { db, close } = connect(databaseUrl, { max: 1, applicationName: "botdeck-drill" });
  try {
    const [notify] = await db
      .select({ id: bot.id, settings: bot.settings })
      .from(bot)
      .where(and(eq(bot.code, "notify"), eq(bot.state, "active")));
    if (notify === undefined) throw new AppError("not_found", "The portal has no notification bot");
    await db
      .update(bot)
      .set({ settings: { ...notify.settings, onCall: [onCall] } })
      .where(eq(bot.id, notify.id));
    const { id, secret } = await addHook(db, { botId: notify.id, name: "Shop", kind: "alertmanager" });
    const options = HookOptions.parse({ dialogId, ...(alertmanagerUrl !== null && { api: { url: alertmanagerUrl } }) });
    await db.update(hook).set({ options }).where(eq(hook.id, id));
    return { address: new URL(`/hooks/${id}`, gatewayUrl).href, secret };
  } finally {
    await close();
  }
}
