import { verifyApplicationToken } from "@botdeck/b24-client";
import { AppError, withDeadline } from "@botdeck/core";
import type { Portals, Senders } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import {
  isSamePortal,
  type KnownHook,
  type KnownPortal,
  type KnownSenders,
  learnHook,
  learnSenders,
  NOBODY,
} from "./known-senders.ts";
import { createRecentNames } from "./recent-names.ts";
import type { SnapshotFile } from "./snapshot.ts";

/** How long a request waits for a sender to be looked up, and a start for all of them, in milliseconds. */
const LOOK_UP_MS = 400;
const LOAD_MS = 3_000;
/** Who was not found is not looked for again for so long, in milliseconds. */
const MISS_MS = 10_000;
const MAX_MISSES = 1_000;
/** Strangers must not keep the database busy: more look-ups at once are refused. */
const MAX_LOOK_UPS = 4;
/** Bitrix24's ids and tokens are 32 characters; longer ones are looked up for nobody. */
const MAX_NAME_LENGTH = 100;
const RETRY_AFTER_MS = 5_000;

export type SenderDirectory = {
  /**
   * The portal that this token proves, from memory; the database is asked once about a portal or token not known here.
   *
   * @returns null when nothing is proven.
   * @throws AppError `unreachable` when nothing is proven and the database could not be asked, `rate_limited` when too many
   * ask at once, which is no sign of an outage; `invariant` when the portal's own token does not open.
   */
  prove(memberId: string | null, applicationToken: string | null): Promise<KnownPortal | null>;
  /**
   * Our id of a portal's bot; null when it is none of ours.
   *
   * @throws AppError as `prove` does, when it is not known here and the database could not be asked.
   */
  findBot(portal: KnownPortal, bitrixBotId: string): Promise<string | null>;
  /** @throws AppError as `prove` does, when it is not known here and the database could not be asked. */
  findHook(id: string): Promise<KnownHook | null>;
  /** From memory alone: for what is only noted. */
  knownHook(id: string): KnownHook | null;
  /** Reads all senders anew. @throws what the database throws; then what was known stays. */
  refresh(): Promise<void>;
  /** At the start: from the database, or from the snapshot when that is away. */
  load(): Promise<void>;
  /** False until senders were read from anywhere: then nobody can be told from a stranger. */
  isLoaded(): boolean;
};

type Deps = {
  /** Reads all senders, or one portal's. */
  loadSenders: (memberId?: string) => Promise<Senders>;
  loadHook: (id: string) => Promise<Senders["hooks"][number] | null>;
  openToken: Portals["applicationToken"];
  snapshot: SnapshotFile;
  logger: Logger;
  now?: () => number;
};

/** Who may post, in memory: a request needs no query to prove its sender, and none when Postgres is away. */
export function createSenderDirectory(deps: Deps): SenderDirectory {
  const { loadSenders, loadHook, openToken, snapshot, logger, now = Date.now } = deps;
  let known: KnownSenders = NOBODY;
  let isLoaded = false;
  let lookUps = 0;
  let refreshing: Promise<void> | null = null;
  let isRefreshWanted = false;
  const misses = createRecentNames({ forMs: MISS_MS, max: MAX_MISSES, now });

  const learn = (rows: Senders): KnownSenders =>
    learnSenders(rows, known, {
      openToken,
      nowMs: now(),
      onUnopened: (portalId, error) => logger.error({ err: error, portalId }, "a portal's token does not open"),
    });

  async function readAll(): Promise<void> {
    known = learn(await withDeadline(loadSenders(), LOAD_MS));
    isLoaded = true;
    misses.clear();
    await save();
  }

  async function save(): Promise<void> {
    try {
      await snapshot.write(known);
    } catch (error) {
      logger.warn({ err: error }, "the snapshot of senders could not be written");
    }
  }

  /** One at a time; who asks meanwhile gets one that began later. */
  async function refresh(): Promise<void> {
    if (refreshing !== null) {
      isRefreshWanted = true;
      return refreshing;
    }
    refreshing = (async () => {
      do {
        isRefreshWanted = false;
        await readAll();
        // safe: changed by a caller that came while the rows were read
      } while (isRefreshWanted as boolean);
    })();
    try {
      await refreshing;
    } finally {
      refreshing = null;
    }
  }

  /** Asks the database, unless the same was asked for in vain a moment ago. */
  async function lookUp(name: string, read: () => Promise<void>): Promise<void> {
    if (misses.has(name)) return;
    if (lookUps >= MAX_LOOK_UPS) {
      throw new AppError("rate_limited", "Too many unknown senders at once", { retryAfterMs: RETRY_AFTER_MS });
    }
    lookUps += 1;
    try {
      await withDeadline(read(), LOOK_UP_MS);
    } catch (cause) {
      throw cannotTell("The sender is not known here, and the database cannot be asked now", cause);
    } finally {
      lookUps -= 1;
    }
  }

  async function readPortal(memberId: string): Promise<void> {
    const one = learn(await loadSenders(memberId));
    const portal = one.portals.get(memberId);
    // A wrong token for a known portal must take no longer than one for an unknown portal: no snapshot is made of it.
    if (portal === undefined || isSamePortal(portal, known.portals.get(memberId))) return;
    known = { ...known, portals: new Map(known.portals).set(memberId, portal) };
    await save();
  }

  async function readHook(id: string): Promise<void> {
    const hook = await loadHook(id);
    if (hook === null) return;
    known = { ...known, hooks: new Map(known.hooks).set(id, learnHook(hook)) };
    await save();
  }

  function match(memberId: string | null, token: string | null): KnownPortal | null {
    const portal = memberId === null ? undefined : known.portals.get(memberId);
    const valid = (portal?.tokens ?? []).filter(({ untilMs }) => untilMs === null || untilMs > now());
    const digests = valid.map(({ digest }) => digest);
    return verifyApplicationToken(token, digests) && portal !== undefined ? portal : null;
  }

  return {
    async prove(memberId, token) {
      const proven = match(memberId, token);
      if (proven !== null || !isName(memberId) || !isName(token)) return proven;
      const name = `${memberId} ${token}`;
      await lookUp(name, () => readPortal(memberId));
      if (known.portals.get(memberId)?.isUnopened === true) {
        throw new AppError("invariant", "The portal's token does not open, so nobody can prove to be this portal");
      }
      const found = match(memberId, token);
      if (found === null) misses.add(name);
      return found;
    },

    async findBot({ memberId, bots }, bitrixBotId) {
      const botId = bots.get(bitrixBotId);
      if (botId !== undefined) return botId;
      const name = `${memberId} bot ${bitrixBotId}`;
      await lookUp(name, () => readPortal(memberId));
      const found = known.portals.get(memberId)?.bots.get(bitrixBotId) ?? null;
      if (found === null) misses.add(name);
      return found;
    },

    async findHook(id) {
      const hook = known.hooks.get(id);
      if (hook !== undefined || !isName(id)) return hook ?? null;
      await lookUp(`hook ${id}`, () => readHook(id));
      const found = known.hooks.get(id) ?? null;
      if (found === null) misses.add(`hook ${id}`);
      return found;
    },

    knownHook: (id) => known.hooks.get(id) ?? null,

    refresh,

    async load() {
      try {
        await refresh();
        return;
      } catch (error) {
        logger.warn({ err: error }, "senders cannot be read from the database; the snapshot serves until it is back");
      }
      try {
        known = (await snapshot.read()) ?? known;
        isLoaded ||= known !== NOBODY;
      } catch (error) {
        logger.error({ err: error }, "no senders are known until the database is back");
      }
    },

    isLoaded: () => isLoaded,
  };
}

function isName(text: string | null): text is string {
  return text !== null && text !== "" && text.length <= MAX_NAME_LENGTH;
}

function cannotTell(message: string, cause?: unknown): AppError {
  return new AppError("unreachable", message, {
    retryAfterMs: RETRY_AFTER_MS,
    ...(cause === undefined ? {} : { cause }),
  });
}
