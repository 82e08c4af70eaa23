import type { ClaimedEvent, DatabaseHandle, EffectToPut, Transaction } from "@botdeck/db";
import type { BotEvent, EffectKind, FileRef } from "@botdeck/core";
import type { AnyBot, SentFile, TextCatalog, Understood, Words } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

import type { EffectInHand } from "../deliverer/deliver.ts";
import type { Notices } from "../notices.ts";
import type { Notifying } from "../notifications/notifying.ts";
import type { PeopleOf } from "../services/people-of.ts";
import type { Watchdog } from "../watchdog/watchdog.ts";

/** A bot at work on a portal: its definition, and what the portal set. */
export type WorkingBot = {
  definition: AnyBot;
  /** False while people have it switched off: it decides nothing. */
  isOn: boolean;
  settings: unknown;
  name: string;
  /** The portal's user id of it, by which people mention it; null until it is registered. */
  bitrixBotId: string | null;
  /** Its texts as the portal words them. */
  texts: TextCatalog;
  understand: (words: Words) => Promise<Understood>;
};

/** How long an event has been tried. */
export type EventRun = Pick<ClaimedEvent, "receivedAt" | "failures">;

/** What a turn may use of the outside: each portal has its own. */
export type Outside = {
  /** What the handlers and requests of the bot with this code may use. */
  servicesFor(code: string, event: BotEvent, conversationId: string): unknown;
  /** What its commands may ask about people of the portal. */
  peopleOf(event: BotEvent): PeopleOf;
  /** Fetches what a person sent, before its links die. @param types Media types that are taken; photos when left out. */
  keepFiles(
    event: BotEvent,
    files: readonly FileRef[],
    run: EventRun,
    types?: readonly string[],
  ): Promise<readonly SentFile[]>;
};

/** A free place of this process's deliverer: what is put `sending` into the outbox is carried there right after the commit. */
export type Departure = {
  /** What the deliverer can carry. */
  kinds: readonly EffectKind[];
  /** Says which effects may leave in a moment, while they are being written: their places in their portal's budget are taken meanwhile. */
  expect(effects: readonly EffectToPut[]): void;
  /** Carries effects that were born leaving. */
  leave(effects: readonly EffectInHand[]): void;
  /** Gives the place back unused. */
  stay(): void;
};

export type RuntimeDeps = {
  db: DatabaseHandle["db"];
  bots: {
    /** Null when the bot is unknown here, or its definition left the deployment. */
    find(botId: string): Promise<WorkingBot | null>;
    /** Our ids of a portal's bots, by the portal's. */
    idsOn(tx: Transaction, portalId: string): Promise<ReadonlyMap<string, string>>;
    markRemoved(tx: Transaction, botId: string): Promise<void>;
    /** After that is committed: the next event must not find the bot as it was. */
    forget(): void;
  };
  outside: Outside;
  notifying: Notifying;
  /** A fresh link by which a person gives the app their rights; null where nobody can. */
  permissionLink: (portalId: string, userId: string) => Promise<string | null>;
  /** Null when no effect may be born leaving now: another process delivers, or every place is taken. */
  depart: () => Departure | null;
  /** Says that effects wait for a deliverer, this process's own or another. */
  wakeDeliverer: () => void;
  notices: Notices;
  watchdog: Pick<Watchdog, "watch">;
  logger: Logger;
};
