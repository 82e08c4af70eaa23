import type { CallOptions, Transport } from "@botdeck/b24-client";
import { createOAuthTokens, createPortals, type DatabaseHandle, type Portals, type SecretBox } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import { type BitrixApp, createPortalClients, type PortalClients } from "@botdeck/portal-clients";

import type { PortalRecord } from "./portal-changes.ts";

const HOUR_MS = 3_600_000;

export type RecoveryDeps = {
  db: DatabaseHandle["db"];
  portals: Portals;
  clients: PortalClients;
  /** Codes of the bots that talk to clients in open lines. */
  lineBots: ReadonlySet<string>;
  /** Whose changes are looked for. */
  records: readonly PortalRecord[];
  /** An older question is written down, but not answered any more, in milliseconds. */
  answerWithinMs: number;
  calls: CallOptions;
  /** Nothing is to change, on the portals either. */
  isDryRun?: boolean;
};

export type RecoverySettings = { lateAnswerHours: number; records: readonly PortalRecord[] };

/** What a recovery works with, made of what every part of the worker has. */
export function recoveryDeps(deps: {
  handle: Pick<DatabaseHandle, "db">;
  box: SecretBox;
  transport: Transport;
  app: BitrixApp | null;
  definitions: readonly AnyBot[];
  settings: RecoverySettings;
}): Omit<RecoveryDeps, "calls"> {
  const { box, transport, app, definitions, settings } = deps;
  const { db } = deps.handle;
  const portals = createPortals(db, box);
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app });
  const lineBots = new Set(definitions.filter(({ kind }) => kind === "client").map(({ code }) => code));
  const { records, lateAnswerHours } = settings;
  return { db, portals, clients, lineBots, records, answerWithinMs: lateAnswerHours * HOUR_MS };
}
