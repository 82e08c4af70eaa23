import { AppError } from "@botdeck/core";
import {
  type Actor,
  announce,
  askAboutPortal,
  changePortal,
  isTimeZoneOfDatabase,
  type Database,
  type DatabaseHandle,
  lockPortal,
  noteActs,
  type Portal,
  portalDeskOf,
} from "@botdeck/db";
import type { z } from "zod";

import type { DisconnectPortal, SetDesk, SetRequestLimit, SetRights } from "./schemas.ts";

type Db = DatabaseHandle["db"];

/** Tells the workers and the open pages, after the commit. */
export async function tellOfPortals(db: Database): Promise<void> {
  await announce(db, "botdeck_portals", null);
  await announce(db, "botdeck_desk", ["portals"]);
}

/**
 * Who acts on a portal has seen it as it is: of two people at once the second is told, and nothing of the first is undone unseen.
 *
 * @param portal Locked, so that it stays so until the act is done.
 * @throws AppError `conflict` with what it is by now.
 */
export function checkSeenState({ state }: Pick<Portal, "state">, seen: Portal["state"]): void {
  if (state === seen) return;
  throw new AppError("conflict", `Somebody else was quicker: this portal is ${STATE_WORDS[state]} by now.`);
}

const STATE_WORDS = {
  pending: "being connected",
  active: "connected",
  reauth: "waiting to be authorised",
  removed: "disconnected",
} as const satisfies Record<Portal["state"], string>;

/** Has a portal's health looked at now. @throws AppError `not_found`, `conflict` for a portal that is not connected. */
export async function askForCheck(db: Db, portalId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { state } = await lockPortal(tx, portalId);
    if (state !== "active" && state !== "reauth") throw new AppError("conflict", "This portal is not connected.");
    await askAboutPortal(tx, portalId);
  });
  await tellOfPortals(db);
}

/** Says by when people wait too long and by whose days is counted. @throws AppError `conflict` when it was changed meanwhile. */
export async function setDesk(
  db: Db,
  { portalId, desk, before }: z.infer<typeof SetDesk>,
  actor: Actor,
): Promise<void> {
  await changing(db, portalId, async (tx, portal) => {
    const now = portalDeskOf(portal.desk);
    checkSeen(now, before);
    if (isSame(now, desk)) return;
    if (!(await isTimeZoneOfDatabase(tx, desk.timeZone))) throw new AppError("invalid", "There is no such time zone.");
    await changePortal(tx, portalId, { desk });
    await note(tx, actor, { action: "portal.setDesk", subjectId: portalId, detail: { before: now, after: desk } });
  });
}

/** Tells how many requests the portal's plan takes. @throws AppError `conflict` when it was changed meanwhile. */
export async function setRequestLimit(
  db: Db,
  { portalId, requestLimit, before }: z.infer<typeof SetRequestLimit>,
  actor: Actor,
): Promise<void> {
  await changing(db, portalId, async (tx, portal) => {
    checkSeen(portal.requestLimit, before);
    if (portal.requestLimit === requestLimit) return;
    await changePortal(tx, portalId, { requestLimit });
    const detail = { before: portal.requestLimit, after: requestLimit };
    await note(tx, actor, { action: "portal.setRequestLimit", subjectId: portalId, detail });
  });
}

/**
 * Says with whose rights bots act for a person.
 *
 * @throws AppError `invalid` for the owner's rights where everybody can act with their own, or without a reason; `conflict` when it
 *   was changed meanwhile.
 */
export async function setRights(
  db: Db,
  { portalId, rights, before, reason }: z.infer<typeof SetRights>,
  actor: Actor,
): Promise<void> {
  await changing(db, portalId, async (tx, portal) => {
    checkSeen(portal.rights, before);
    if (portal.rights === rights) return;
    if (rights === "owner" && portal.auth === "oauth") {
      throw new AppError("invalid", "The app is installed there: everybody acts with their own rights.");
    }
    if (rights === "owner" && reason === "")
      throw new AppError("invalid", "Say why everybody gets the owner's rights.");
    await changePortal(tx, portalId, { rights });
    const detail = { before: portal.rights, after: rights, reason };
    await note(tx, actor, { action: "portal.setRights", subjectId: portalId, detail });
  });
}

/**
 * Takes a portal out of service: its bots are taken off there, and events of it are heard no more. Whoever opens the app there
 * does not undo it.
 *
 * @throws AppError `conflict` when it is not as it was seen.
 */
export async function disconnectPortal(
  db: Db,
  { portalId, reason, seen }: z.infer<typeof DisconnectPortal>,
  actor: Actor,
): Promise<void> {
  await changing(db, portalId, async (tx, portal) => {
    if (portal.state === "removed") throw new AppError("conflict", "This portal is disconnected already.");
    checkSeenState(portal, seen);
    const stateReason = `Disconnected in the console: ${reason}`;
    await changePortal(tx, portalId, { state: "removed", stateReason, isLeft: true });
    // Also one that waits to be connected: it may have bots from before, or from a connecting that is under way.
    await askAboutPortal(tx, portalId);
    const detail = { before: portal.state, after: "removed", reason };
    await note(tx, actor, { action: "portal.disconnect", subjectId: portalId, detail });
  });
}

async function changing(
  db: Db,
  portalId: string,
  change: (tx: Database, portal: Portal) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => change(tx, await lockPortal(tx, portalId)));
  await tellOfPortals(db);
}

const note = (tx: Database, actor: Actor, act: Parameters<typeof noteActs>[2][number]) => noteActs(tx, actor, [act]);

function checkSeen(now: unknown, before: unknown): void {
  if (!isSame(now, before)) throw new AppError("conflict", "Somebody else has changed this meanwhile.");
}

/** Both were made by the same schema, so their fields stand in the same order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
