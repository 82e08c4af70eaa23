import { setTimeout as pause } from "node:timers/promises";

import type { Transport } from "@botdeck/b24-client";
import {
  addHookCounts,
  connect,
  createAppInstalls,
  createAuthorizationRequests,
  createOAuthTokens,
  createPollerLocks,
  createPortals,
  createSecretBox,
  type Database,
  findOpenHook,
  keepGrant,
  keepHookSamples,
  loadSenders,
  openHookSecret,
  sealEventToken,
} from "@botdeck/db";
import { type BitrixApp, createPortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";
import type { FastifyInstance } from "fastify";

import { createAcceptAuthorization } from "./accept-authorization.ts";
import { buildApp } from "./app.ts";
import { keepFresh } from "./directory/keep-fresh.ts";
import { createSenderDirectory } from "./directory/sender-directory.ts";
import { createSnapshotFile } from "./directory/snapshot.ts";
import { startFetchPoller } from "./fetch/fetch-poller.ts";
import { createAuthorTokens } from "./intake/author-tokens.ts";
import { noCounts } from "./intake/intake-counts.ts";
import { createHookNotes } from "./hooks/hook-notes.ts";
import { openIntake } from "./intake/open-intake.ts";
import type { Intake } from "./intake/post.ts";
import { reportCounts } from "./intake/report-counts.ts";
import { tryOpenSpool } from "./intake/try-open-spool.ts";
import { watchSpool } from "./intake/watch-spool.ts";
import { MAX_CONNECTIONS } from "./server-limits.ts";
import { startBeat } from "./start-beat.ts";

/** How long a stopping gateway empties its spool; what is left is taken up by the next start, in milliseconds. */
const LAST_DRAIN_MS = 5_000;
/** Of each hook and outcome so many posts can be looked at. */
const SHOWN_SAMPLES = 20;

export type GatewayOptions = {
  databaseUrl: string;
  secretKey: string;
  spoolFolder: string;
  spoolMaxBytes: number;
  /** A request that takes longer to arrive is cut. */
  requestTimeoutMs: number;
  /** Null in a deployment that only uses inbound webhooks. */
  bitrixApp: BitrixApp | null;
  /** Where people sign in to the console, by their portal as well; left out where nobody said. */
  consoleUrl?: string | undefined;
  transport: Transport;
  logger: Logger;
  now?: () => Date;
  /** How often what hooks were sent is written down, in milliseconds; for tests. */
  noteHooksEveryMs?: number;
  /** Where events go instead of inbox and spool: a benchmark compares other ways to keep them. */
  keepElsewhere?: (db: Database) => Intake;
};

export type Gateway = {
  /** Without a port: listen on it, or inject requests into it. */
  server: FastifyInstance;
  /** Reads who may post, follows changes of that, fetches events, and says in the database that it is there. */
  start(): void;
  /** Takes what still comes for so long, finishes what is under way, and lets everything go. */
  stop(drainMs: number): Promise<void>;
};

/** Puts the parts of a gateway together. Afterwards it knows its senders, from the database or from the last snapshot. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { databaseUrl, spoolFolder, transport, bitrixApp, logger, now = () => new Date() } = options;
  const onReplaced = () => logger.warn("connections to the database had gone mute and were made anew");
  const handle = connect(databaseUrl, { max: 10, applicationName: "botdeck-gateway", onReplaced });
  const { db } = handle;
  const box = createSecretBox(options.secretKey);
  const portals = createPortals(db, box);
  const installs = createAppInstalls(db, box);
  const tokens = createOAuthTokens(db, box);
  const clients = createPortalClients({ db, portals, tokens, transport, app: bitrixApp });
  const requests = createAuthorizationRequests(db, box);
  const acceptAuthorization = createAcceptAuthorization({
    portals,
    requests,
    keepGrant: (grant) => keepGrant(db, box, grant),
    transport,
    app: bitrixApp,
  });

  const spool = await tryOpenSpool({ folder: spoolFolder, maxBytes: options.spoolMaxBytes, logger });
  const directory = createSenderDirectory({
    loadSenders: (memberId) => loadSenders(db, memberId),
    loadHook: (id) => findOpenHook(db, id),
    openToken: portals.applicationToken,
    snapshot: createSnapshotFile(spoolFolder, box),
    logger,
    now: () => now().getTime(),
  });
  await directory.load();
  const counts = noCounts();
  const storing = openIntake({
    databaseUrl,
    keepAppLife: (life) => ("install" in life ? installs.insert(life.install) : portals.remove(life.removal)),
    spool,
    counts,
    logger,
    onReplaced,
  });

  const hookNotes = createHookNotes({
    write: (hookCounts, samples) =>
      db.transaction(async (tx) => {
        await addHookCounts(tx, hookCounts);
        await keepHookSamples(tx, samples, { most: SHOWN_SAMPLES });
      }),
    now,
    logger,
    ...(options.noteHooksEveryMs !== undefined && { everyMs: options.noteHooksEveryMs }),
  });

  let isStopping = false;
  const server = buildApp({
    directory,
    intake: options.keepElsewhere?.(db) ?? storing,
    authorTokens: createAuthorTokens({
      seal: (portalId, token) => sealEventToken(box, portalId, token),
      now: () => now().getTime(),
    }),
    keepInstall: (memberId, grant) => storing.keepAppLife({ install: installs.seal(memberId, grant) }),
    keepRemoval: (removal) => storing.keepAppLife({ removal }),
    acceptAuthorization,
    consoleUrl: options.consoleUrl ?? null,
    hookNotes,
    openHookSecret: (hook) => openHookSecret(box, hook),
    health() {
      const database = storing.isDatabaseThere();
      const status = spool?.status() ?? null;
      const ok = directory.isLoaded() && (database || (status !== null && !status.isFull && status.problem === null));
      return { ok, stopping: isStopping, database, spool: status, refused: counts.refused };
    },
    counts,
    logger,
    requestTimeoutMs: options.requestTimeoutMs,
    now,
  });
  server.server.maxConnections = MAX_CONNECTIONS;
  const locks = createPollerLocks(databaseUrl);
  const parts: { stop(): Promise<void> }[] = [];

  return {
    server,

    start() {
      const countNow = () => ({ ...counts, spoolRecords: spool?.status().records ?? 0 });
      parts.push(
        startFetchPoller({ db, locks, portals, clients, logger }),
        reportCounts(counts, logger),
        startBeat({ db, counts: countNow, logger }),
        keepFresh(directory, { handle, logger }),
      );
      if (spool !== null) parts.push(watchSpool(spool, logger));
    },

    async stop(drainMs) {
      isStopping = true;
      // A connection that we are about to close must not be used for another request.
      server.server.prependListener("request", (_request, response) => {
        response.shouldKeepAlive = false;
      });
      // Proxies see that `/health` fails and send elsewhere; what still comes is taken.
      await pause(drainMs);
      // Node looks for slow requests no more from here on: whoever has not come to an end by their time is cut here.
      const cut = setTimeout(() => server.server.closeAllConnections(), options.requestTimeoutMs);
      await server.close();
      clearTimeout(cut);
      await Promise.all([...parts.splice(0), hookNotes].map((part) => part.stop()));
      // What was accepted is on disk before the database goes.
      await storing.close(LAST_DRAIN_MS);
      await locks.close();
      await handle.close();
    },
  };
}
