import { AppError } from "@botdeck/core";
import { addHook, bot, connect, createSecretBox } from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
import { and, eq } from "drizzle-orm";

type Wish = {
  /** Where its alerts are shown. */
  dialogId: string;
  /** Portal user id of who is paged. */
  onCall: string;
  kind: "alertmanager" | "zabbix";
  /** Of the source, told of acknowledgements; null for one that is not there. */
  api: { url: string; token?: string } | null;
};

/** `secretKey` seals the token of a source's API. */
type Place = { databaseUrl: string; gatewayUrl: string; secretKey?: string };

/** An address for a source to post to, whose alerts come into a chat and page one person at once. */
export async function makeAlertHook(
  { databaseUrl, gatewayUrl, secretKey }: Place,
  { dialogId, onCall, kind, api }: Wish,
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
    const options = HookOptions.parse({ dialogId, ...(api !== null && { api: { url: api.url } }) });
    const apiToken = api?.token;
    const made = { botId: notify.id, name: "Shop", kind, options, ...(apiToken !== undefined && { apiToken }) };
    const box = secretKey === undefined ? undefined : createSecretBox(secretKey);
    const { id, secret } = await addHook(db, made, box);
    return { address: new URL(`/hooks/${id}`, gatewayUrl).href, secret };
  } finally {
    await close();
  }
}
