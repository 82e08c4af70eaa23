import { randomBytes, randomUUID } from "node:crypto";

import type { BotEvent, Dialog, Person } from "@botdeck/core";
import {
  claimEffects,
  claimEvents,
  connect,
  conversation,
  createPortals,
  createSecretBox,
  createTextOverrides,
  inboxEvent,
  keepEvents,
  message,
  outboxEffect,
} from "@botdeck/db";
import { type AnyBot, createUnderstanding } from "@botdeck/dialog";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { asc, eq } from "drizzle-orm";

import { createBotRegistry } from "../bots.ts";
import type { Carriers } from "../deliverer/carrier.ts";
import { deliver } from "../deliverer/deliver.ts";
import { createLeases } from "../deliverer/leases.ts";
import { carriedKinds } from "../deliverer/start-deliverer.ts";
import { createKnownRows } from "../known-rows.ts";
import { createNotices } from "../notices.ts";
import { createPortalRules } from "../notifications/portal-rules.ts";
import type { RuntimeDeps } from "../runtime/deps.ts";
import { runEvent } from "../runtime/run-event.ts";
import { DEMO_SHOP } from "./demo-shop.ts";
import { fewPhrasesOf } from "./few-phrases.ts";

export const CLIENT: Person = { id: "101", name: "A client", kind: "client" };
export const OPERATOR: Person = { id: "7", name: "An operator", kind: "employee" };

/** A database with one portal and one bot on it, and the doors a worker has into it. */
export async function createWorld(definition: AnyBot) {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 12 });
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const portals = createPortals(handle.db, box);
  const portal = await portals.keepWebhook({
    domain: "portal.example",
    url: `https://portal.example/rest/1/${randomUUID()}/`,
  });
  const bot = await portals.ensureBot({
    portalId: portal.id,
    code: definition.code,
    name: "The bot",
    eventMode: "fetch",
    newBotToken: "token",
  });
  await portals.markRegistered(bot.id, "7001");
  const logger = createLogger({ name: "test", level: "silent" });
  const notices = createNotices(handle.db, logger);
  const leases = createLeases();
  const deps: RuntimeDeps = {
    db: handle.db,
    depart: () => null,
    wakeDeliverer: () => {},
    notices,
    watchdog: { watch: (work) => work() },
    bots: createBotRegistry([definition], {
      known: createKnownRows(portals),
      texts: createTextOverrides(handle.db),
      portalsIn: (tx) => createPortals(tx, box),
      understandingOf: async (bot) => createUnderstanding({ intents: fewPhrasesOf(bot) }),
      logger,
    }),
    outside: {
      servicesFor: () => DEMO_SHOP,
      peopleOf: ({ person: { id } }) => ({
        personFacts: async () => ({ id, departments: [], roles: ["employee"] }),
        findPeople: async () => [],
        findDepartments: async () => [],
      }),
      keepFiles: async (_event, files) =>
        files.map(({ id, name }) => ({ id, name, keptId: `kept-${id}`, problem: null })),
    },
    notifying: { rules: createPortalRules({ db: handle.db, portals }), onCall: async () => [], now: () => new Date() },
    permissionLink: async (_portalId, userId) => `https://portal.example/authorize?person=${userId}`,
    logger,
  };
  let count = 0;

  return {
    url: database.url,
    handle,
    box,
    db: handle.db,
    portals,
    portal,
    bot,
    deps,
    logger,

    /** Puts an event into the inbox, as the gateway does. */
    async give(
      event: Partial<BotEvent> & { kind: BotEvent["kind"] },
      dedupeKey: string = `key-${++count}`,
    ): Promise<void> {
      const whole = { ...base(portal.id, bot.id), ...event } as BotEvent; // safe: each test gives what its kind needs
      await keepEvents(handle.db, [{ dedupeKey, event: whole }], { source: "webhook" });
    },

    /** A person writes in a dialog. */
    async write(text: string, { by = CLIENT, in: dialog = openLine("1"), files = [] as string[] } = {}): Promise<void> {
      count += 1;
      const refs = files.map((name) => ({ id: name, name, sizeBytes: null }));
      await this.give({ kind: "message.added", person: by, dialog, message: { id: String(count), text, files: refs } });
    },

    /** Runs the runtime until no event is due. */
    async runAll(): Promise<void> {
      for (;;) {
        const claimedAt = performance.now();
        const [event] = (await claimEvents(handle.db, { limit: 1 })).events;
        if (event === undefined) return;
        await runEvent({ event, claimedAt }, deps);
      }
    },

    /** Claims one effect and delivers it; false when none of these carriers may leave. */
    async deliverOnce(carriers: Carriers): Promise<boolean> {
      const leasedAt = performance.now();
      const [row] = (await claimEffects(handle.db, { kinds: carriedKinds(carriers), limit: 1 })).effects;
      if (row === undefined) return false;
      await deliver({ row, leasedAt, hasNext: false }, { db: handle.db, carriers, leases, notices, logger });
      return true;
    },

    /** Delivers until no effect of these carriers may leave. */
    async deliverAll(carriers: Carriers): Promise<void> {
      while (await this.deliverOnce(carriers));
    },

    /** The effects there are, oldest first. */
    effects: () => handle.db.select().from(outboxEffect).orderBy(asc(outboxEffect.seq)),
    events: () => handle.db.select().from(inboxEvent).orderBy(asc(inboxEvent.seq)),
    messages: () => handle.db.select().from(message).orderBy(asc(message.seq)),
    async conversation(dialogId = "chat1") {
      const [found] = await handle.db.select().from(conversation).where(eq(conversation.dialogId, dialogId));
      if (!found) throw new Error(`no conversation in ${dialogId}`);
      return found;
    },

    async close(): Promise<void> {
      await notices.flushed();
      await handle.close();
      await database.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;

export function openLine(chatId: string): Dialog {
  return { id: `chat${chatId}`, chatId, type: "open_line", title: "Open line", entityId: `whatsapp|1|${chatId}|101` };
}

function base(portalId: string, botId: string) {
  return {
    portalId,
    botId,
    dialog: openLine("1"),
    person: CLIENT,
    language: "en",
    occurredAt: "2026-11-21T09:00:00Z",
  };
}

/** The texts of what a bot means to say, in order. */
export function textsOf(effects: readonly { body: { kind: string } }[]): string[] {
  return effects.flatMap(({ body }) => ("text" in body && typeof body.text === "string" ? [body.text] : []));
}
