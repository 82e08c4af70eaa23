import { randomBytes } from "node:crypto";

import { createFakePortal, type Ending, type FakeMethod } from "@botdeck/b24-client/testing";
import {
  bot as botTable,
  connect,
  conversation,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  inboxEvent,
  INSTALLER,
  message,
  type MessageAuthor,
  type Outage,
  outage,
  portal as portalTable,
} from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createPortalClients } from "@botdeck/portal-clients";
import { createTestDatabase } from "@botdeck/testing/database";
import { asc, eq } from "drizzle-orm";

import { unhurried } from "../recovery/place.ts";
import { recoverOutage } from "../recovery/recover-outage.ts";

const MINUTE_MS = 60_000;
export const ADMIN_ID = "1";
export const CLIENT_ID = "101";
export const OPERATOR_ID = "7";
export const EMPLOYEE_ID = "27";
const BOT_ID = "7001";

/** A person's or the bot's word on the portal; the outage began 60 minutes ago and ended 10 minutes ago. */
export type Word = { id: number; by: string; minutesAgo: number; text?: string };
export type Session = { id: number; chatId: number; words: Word[]; hasBot?: boolean };

/** A portal with one bot in webhook mode, on which people wrote while nobody listened. */
export async function createMissedWorld() {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 6 });
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const [portals, tokens] = [createPortals(db, box), createOAuthTokens(db, box)];
  const startedAt = Date.now();
  const ago = (minutes: number) => new Date(startedAt - minutes * MINUTE_MS);

  const sessions: Session[] = [];
  const privates = new Map<string, Word[]>();
  const queue: { ID: string; EVENT_NAME: string; EVENT_DATA: object; TIMESTAMP_X: string; PROCESS_ID: string }[] = [];
  const scopes = ["imbot", "im", "imopenlines"];
  const deals: { id: number; createdTime: string; updatedTime: string }[] = [];
  const queued = ["ONCRMDEALADD", "ONCRMDEALUPDATE", "ONCRMDEALDELETE"];
  const state = {
    queued,
    clockBehindMinutes: 0,
    ending: (() => undefined) as (method: string, index: number) => Ending | undefined,
  };

  const refuse = (error: string): never => {
    throw { error, error_description: error };
  };
  const users = [
    { id: CLIENT_ID, name: "Anna", connector: true },
    { id: OPERATOR_ID, name: "Oleg" },
    { id: EMPLOYEE_ID, name: "Ivan" },
    { id: BOT_ID, name: "Bot", bot: true },
  ];
  const row = ({ id, by, text = `word ${id}`, minutesAgo }: Word) => {
    return { id, senderid: by, author_id: by, text, date: ago(minutesAgo).toISOString(), params: [] };
  };
  const methods: Record<string, FakeMethod> = {
    profile: () => ({ ID: ADMIN_ID }),
    scope: () => scopes,
    "server.time": () => new Date(Date.now() - state.clockBehindMinutes * MINUTE_MS).toISOString(),
    "imopenlines.session.history.get"(params) {
      const ofChat = sessions.filter(({ chatId }) => String(chatId) === String(params["CHAT_ID"]));
      const found = sessions.find(({ id }) => String(id) === String(params["SESSION_ID"])) ?? ofChat.at(-1);
      if (found === undefined) return refuse("INVALID_SESSION_ID");
      const present = users.filter(({ id }) => id !== BOT_ID || found.hasBot !== false);
      const { id: sessionId, chatId } = found;
      const rows = Object.fromEntries(found.words.map((word) => [word.id, row(word)]));
      return { sessionId, chatId, message: rows, users: Object.fromEntries(present.map((user) => [user.id, user])) };
    },
    "im.dialog.messages.get"(params) {
      // The token is the name of its person; a private dialog is known to them by the bot's id.
      const person = String(params["auth"]).replace("token-of-", "");
      const words = privates.get(person);
      if (params["DIALOG_ID"] !== BOT_ID || words === undefined) return refuse("ACCESS_ERROR");
      const after = Number(params["FIRST_ID"] ?? 0);
      const page = words.filter(({ id }) => id > after).slice(0, 50);
      return { chat_id: 9, messages: page.map(row).toReversed(), users, files: [] };
    },
    "event.get": () => state.queued.map((event) => ({ event, offline: 1 })),
    "event.bind": ({ event }) => state.queued.push(String(event)) > 0,
    "crm.item.list"(params) {
      const since = String((params["filter"] as Record<string, unknown>)[">=updatedTime"]);
      return { items: deals.filter(({ updatedTime }) => updatedTime >= since) };
    },
    "event.offline.list": () => queue.slice(0, 50),
    "event.offline.get"(params) {
      const reader = typeof params["process_id"] === "string" ? params["process_id"] : "";
      const taken = queue.filter(({ PROCESS_ID }) => PROCESS_ID === reader).slice(0, 50);
      for (const each of taken) each.PROCESS_ID = reader || "a reader";
      return { process_id: reader || "a reader", events: taken };
    },
    "event.offline.clear"(params) {
      queue.splice(0, queue.length, ...queue.filter(({ PROCESS_ID }) => PROCESS_ID !== params["process_id"]));
      return true;
    },
  };
  let requests = 0;
  const { transport } = createFakePortal(methods, ({ method }) => state.ending(method, (requests += 1)));

  /** Makes the portal and its bot that old. */
  async function connectedAgo(portalMinutes: number, botMinutes = portalMinutes): Promise<void> {
    await db.update(portalTable).set({ createdAt: ago(portalMinutes) });
    await db.update(botTable).set({ createdAt: ago(botMinutes) });
  }

  const portal = await portals.keepInstall({
    memberId: "member",
    domain: "portal.example",
    clientEndpoint: "https://portal.example/rest/",
    serverEndpoint: "https://oauth.bitrix24.tech/rest/",
    applicationToken: "application",
  });
  await portals.setState(portal.id, "active");
  const authorize = (userId: string, name = userId) =>
    tokens.put(portal.id, userId, {
      accessToken: `token-of-${name}`,
      refreshToken: "refresh",
      expiresAt: new Date(startedAt + 60 * MINUTE_MS),
    });
  await authorize(INSTALLER, ADMIN_ID);
  const bot = await portals.ensureBot({
    portalId: portal.id,
    code: "store",
    name: "Bot",
    eventMode: "webhook",
    newBotToken: null,
  });
  await portals.markRegistered(bot.id, BOT_ID);
  // They were there before all outages that are told here.
  await connectedAgo(3_000);
  const app = { clientId: "app.demo", clientSecret: "demo-secret" };
  const clients = createPortalClients({ db, portals, tokens, transport, app });

  return {
    url: database.url,
    db,
    portal,
    bot,
    sessions,
    privates,
    queue,
    deals,
    scopes,
    state,
    ago,
    authorize,
    connectedAgo,

    /** A change of a deal, 30 minutes ago, that waits in the portal's queue. */
    queueDeal(id: number, event = "ONCRMDEALUPDATE"): void {
      const change = { EVENT_NAME: event, EVENT_DATA: { FIELDS: { ID: id } }, TIMESTAMP_X: ago(30).toISOString() };
      queue.push({ ID: `${id}`, ...change, PROCESS_ID: "" });
    },

    /** A dialog that we know, with words that were kept in time. */
    async know(dialogId: string, type: "open_line" | "private", words: readonly Word[]): Promise<void> {
      const chatId = type === "open_line" ? dialogId.replace("chat", "") : null;
      const [made] = await db
        .insert(conversation)
        .values({
          portalId: portal.id,
          botId: bot.id,
          dialogId,
          chatId,
          dialogType: type,
          title: "A dialog",
          personId: type === "private" ? dialogId : CLIENT_ID,
          personName: "Anna",
          language: "en",
        })
        .returning();
      for (const { id, by, minutesAgo, text = "" } of words) {
        const author: MessageAuthor = by === BOT_ID ? "bot" : by === OPERATOR_ID ? "operator" : "client";
        const values = { author, authorName: by, text, portalMessageId: String(id), at: ago(minutesAgo) };
        await db.insert(message).values({ ...values, conversationId: made?.id ?? "" });
      }
    },

    /** Writes down an outage from 60 to 10 minutes ago, or another time. */
    async missSince(minutes = 60, kind: Outage["kind"] = "gateway"): Promise<Outage> {
      const values = { kind, state: "recovering", beganAt: ago(minutes), endedAt: ago(10) } as const;
      const [made] = await db.insert(outage).values(values).returning();
      if (made === undefined) throw new Error("no outage was made");
      return made;
    },

    deps: {
      db,
      portals,
      clients,
      lineBots: new Set(["store"]),
      records: ["deal"] as const,
      answerWithinMs: 12 * 60 * MINUTE_MS,
      logger: createLogger({ name: "test", level: "silent" }),
    },

    /** A process of its own that goes on with an outage where the last one stopped. */
    async recover(
      outageId: string,
      signal = new AbortController().signal,
      others: { lineBots?: ReadonlySet<string> } = {},
    ): Promise<void> {
      await recoverOutage(await this.outageOf(outageId), { ...this.deps, ...others, calls: unhurried(signal) });
    },

    async outageOf(id: string): Promise<Outage> {
      const [found] = await db.select().from(outage).where(eq(outage.id, id));
      if (found === undefined) throw new Error("the outage is gone");
      return found;
    },

    /** What is in the inbox, oldest first: `chat5 #12`, with a mark when it is only written down. */
    async taken(): Promise<string[]> {
      const rows = await db.select().from(inboxEvent).orderBy(asc(inboxEvent.seq));
      return rows.map(({ body, kind }) => {
        if (body === null || !("dialog" in body)) return body !== null && "subject" in body ? body.subject : kind;
        const what = "message" in body ? `#${body.message.id}` : kind;
        return `${body.dialog.id} ${what}${body.isPast === true ? " past" : ""}`;
      });
    },
    rows: () => db.select().from(inboxEvent).orderBy(asc(inboxEvent.seq)),

    async close(): Promise<void> {
      await handle.close();
      await database.drop();
    },
  };
}
export type MissedWorld = Awaited<ReturnType<typeof createMissedWorld>>;
