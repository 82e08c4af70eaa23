import { B24Error, type CallOptions, createBotApi } from "@botdeck/b24-client";
import { readColleague } from "@botdeck/crm";
import type { Bot, Portal, Portals } from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";

/** Somebody waits before a form, in milliseconds. */
const ANSWER_WITHIN_MS = 4_000;

/** Whether a bot reaches a dialog: `unasked` when the portal could not be asked, or did not clearly say. */
export type DialogSight = "seen" | "unseen" | "unasked";
export type SeesDialog = (about: { portalId: string; botCode: string; dialogId: string }) => Promise<DialogSight>;

type Deps = {
  portals: Pick<Portals, "byId" | "botsOf" | "botToken">;
  clients: Pick<PortalClients, "for">;
};

/**
 * Asks a portal whether one of its bots reaches a chat, or whether a person of this id works there. Never throws for what the portal
 * does: only its clear word counts, and without one nothing is refused.
 *
 * @see Bitrix24 docs: chat-bots-v2/imbot.v2/chats/chat-get, user/user-get
 */
export function createSeesDialog({ portals, clients }: Deps): SeesDialog {
  return async ({ portalId, botCode, dialogId }) => {
    const portal = await portals.byId(portalId);
    const bot = (await portals.botsOf(portalId)).find(({ code, state }) => code === botCode && state === "active");
    if (portal?.state !== "active" || bot === undefined) return "unasked";
    const options: CallOptions = { signal: AbortSignal.timeout(ANSWER_WITHIN_MS), maxWaitMs: ANSWER_WITHIN_MS };
    try {
      if (/^\d+$/.test(dialogId)) return await knowsPerson(portal, dialogId, options);
      // Whether a work group's chat is answered for by its `sg7` is documented nowhere.
      return dialogId.startsWith("chat") ? await seesChat(portal, bot, dialogId, options) : "unasked";
    } catch {
      return "unasked";
    }
  };

  async function knowsPerson(portal: Portal, userId: string, options: CallOptions): Promise<DialogSight> {
    // Without an administrator's rights a portal may leave people out of what it shows: that nobody is told proves nothing.
    const person = await readColleague(clients.for(portal), userId, options);
    if (person === null) return "unasked";
    return person.isActive ? "seen" : "unseen";
  }

  /** A bot of the first API cannot ask as itself: whoever set it up may see less than it does. */
  async function seesChat(portal: Portal, bot: Bot, dialogId: string, options: CallOptions): Promise<DialogSight> {
    if (bot.api !== "v2" || bot.bitrixBotId === null) return "unasked";
    const botToken = portals.botToken(bot) ?? undefined;
    const client = clients.for(portal);
    try {
      await createBotApi(client, bot.api).getChat({ botId: bot.bitrixBotId, botToken, dialogId }, options);
      return "seen";
    } catch (error) {
      if (!(error instanceof B24Error) || error.portalCode !== "ACCESS_DENIED") return "unasked";
      // A portal whose plan has no REST refuses everything by the same code.
      await client.call("imbot.v2.Revision.get", {}, options);
      return "unseen";
    }
  }
}
