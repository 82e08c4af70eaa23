import { AppError } from "@botdeck/core";
import { isId, newId } from "@botdeck/core/ids";
import { and, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";

import type { Database, DatabaseHandle, Transaction } from "../../client.ts";
import { type Rota, rota, type RotaOverride, rotaOverride } from "../../schema/rota.ts";

export type NewOverride = Pick<
  RotaOverride,
  "rotaId" | "userId" | "userName" | "fromAt" | "untilAt" | "askedById" | "askedByName"
> & {
  state: "offered" | "agreed";
  /** The step that asks: the same again finds what it made. Left out where nothing is repeated. */
  sourceKey?: string;
};

/** The moment by the wall clock, also in a transaction that waited for another: of two that agree the later stands later. */
const AT_THIS_MOMENT = sql`clock_timestamp()`;

/**
 * Offers somebody a stretch of time, or gives it to them at once. The same offer again, while nobody has answered it, is the one that is
 * there; what was agreed to is not, for others may have taken the time since.
 */
export async function addOverride(
  db: DatabaseHandle["db"] | Transaction,
  { sourceKey, ...asked }: NewOverride,
): Promise<RotaOverride> {
  const { rotaId, userId, askedById, fromAt, untilAt, state } = asked;
  return await db.transaction(async (tx) => {
    // One at a time, so that two runs of the same step do not both find none.
    await lockedRota(tx, rotaId);
    const isSame = and(
      eq(rotaOverride.rotaId, rotaId),
      eq(rotaOverride.userId, userId),
      eq(rotaOverride.askedById, askedById),
      eq(rotaOverride.fromAt, fromAt),
      eq(rotaOverride.untilAt, untilAt),
      eq(rotaOverride.state, "offered"),
    );
    const find = async (isIt: typeof isSame) => (await tx.select().from(rotaOverride).where(isIt).limit(1))[0];
    const known =
      (sourceKey === undefined ? undefined : await find(eq(rotaOverride.sourceKey, sourceKey))) ??
      (state === "offered" ? await find(isSame) : undefined);
    if (known !== undefined) return known;
    const agreedAt = state === "agreed" ? AT_THIS_MOMENT : null;
    const [made] = await tx
      .insert(rotaOverride)
      .values({ id: newId(), ...asked, sourceKey: sourceKey ?? null, agreedAt })
      .returning();
    if (made === undefined) throw new AppError("invariant", "An override was neither made nor there");
    if (state === "agreed") await lookAgain(tx, rotaId, fromAt);
    return made;
  });
}

/** What a step made before; null when it has not. */
export async function overrideOfStep(db: Database, sourceKey: string): Promise<RotaOverride | null> {
  const [found] = await db.select().from(rotaOverride).where(eq(rotaOverride.sourceKey, sourceKey));
  return found ?? null;
}

async function lockedRota(tx: Transaction, rotaId: string): Promise<Rota> {
  const [locked] = await tx.select().from(rota).where(eq(rota.id, rotaId)).for("update");
  if (locked === undefined) throw new AppError("not_found", "The rota is not there any more", { context: { rotaId } });
  return locked;
}

/** Who is on call changes at a moment that nobody knew of: hand-overs are looked at then. */
async function lookAgain(tx: Pick<Transaction, "update">, rotaId: string, at: Date): Promise<void> {
  await tx
    .update(rota)
    .set({ toldUntil: at })
    .where(and(eq(rota.id, rotaId), gt(rota.toldUntil, at)));
}

export type OverrideAnswer = {
  id: string;
  portalId: string;
  personId: string;
  to: "agreed" | "declined" | "withdrawn";
  now: Date;
};

/** Whether a stretch of a rota is somebody's turn as things stand, asked in the transaction that gives it away. */
export type HoldsTurn = (
  tx: Transaction,
  rota: Rota,
  asked: { userId: string; fromAt: Date; untilAt: Date },
) => Promise<boolean>;

export type OverrideAnswered = {
  /**
   * `done`: it is as was wanted, now or before · `answered`: it had been answered otherwise · `over`: its time is over · `not_theirs`: whoever
   * offered it does not have it any more.
   */
  kind: "done" | "answered" | "over" | "not_theirs";
  override: RotaOverride;
  rotaName: string;
  timeZone: string;
};

/**
 * What became of an offer: whoever it was offered to agrees or declines, whoever made it takes it back. Once somebody agrees, other
 * offers of the same turn are taken back.
 *
 * @param holds Asked before somebody agrees.
 * @returns Null for none that is theirs to answer.
 */
export async function answerOverride(
  db: DatabaseHandle["db"],
  { id, portalId, personId, to, now }: OverrideAnswer,
  holds: HoldsTurn,
): Promise<OverrideAnswered | null> {
  if (!isId(id)) return null;
  return await db.transaction(async (tx) => {
    const whose = to === "withdrawn" ? rotaOverride.askedById : rotaOverride.userId;
    const isTheirs = and(eq(rotaOverride.id, id), eq(whose, personId));
    const [offer] = await tx
      .select({ rotaId: rotaOverride.rotaId })
      .from(rotaOverride)
      .innerJoin(rota, and(eq(rota.id, rotaOverride.rotaId), eq(rota.portalId, portalId)))
      .where(isTheirs);
    if (offer === undefined) return null;
    // The rota first, as whoever gives turns away does: of two who agree to the same turn the second finds what the first did.
    const locked = await lockedRota(tx, offer.rotaId);
    const [override] = await tx.select().from(rotaOverride).where(isTheirs).for("update");
    if (override === undefined) return null;
    const about = { override, rotaName: locked.name, timeZone: locked.timeZone };
    if (override.state !== "offered") return { ...about, kind: override.state === to ? "done" : "answered" };
    if (to === "agreed") {
      const { askedById, untilAt } = override;
      if (untilAt <= now) return { ...about, kind: "over" };
      const fromAt = override.fromAt > now ? override.fromAt : now;
      if (!(await holds(tx, locked, { userId: askedById, fromAt, untilAt }))) return { ...about, kind: "not_theirs" };
    }
    const agreedAt = to === "agreed" ? AT_THIS_MOMENT : null;
    await tx.update(rotaOverride).set({ state: to, agreedAt }).where(eq(rotaOverride.id, override.id));
    if (to === "agreed") {
      await takeOthersBack(tx, override);
      await lookAgain(tx, override.rotaId, override.fromAt);
    }
    return { ...about, override: { ...override, state: to }, kind: "done" };
  });
}

/**
 * Takes back what somebody took over, or was offered: from now on the rota is as it was.
 *
 * @returns What it was before; null for none that is there, or nothing any more.
 */
export async function cancelOverride(
  tx: Transaction,
  { id, portalId, now }: { id: string; portalId: string; now: Date },
): Promise<{ override: RotaOverride; rota: Rota } | null> {
  const [found] = await tx
    .select({ rotaId: rotaOverride.rotaId })
    .from(rotaOverride)
    .innerJoin(rota, and(eq(rota.id, rotaOverride.rotaId), eq(rota.portalId, portalId)))
    .where(eq(rotaOverride.id, id));
  if (found === undefined) return null;
  const locked = await lockedRota(tx, found.rotaId);
  const stands = and(
    eq(rotaOverride.id, id),
    inArray(rotaOverride.state, ["offered", "agreed"]),
    gt(rotaOverride.untilAt, now),
  );
  const [override] = await tx.select().from(rotaOverride).where(stands).for("update");
  if (override === undefined) return null;
  await tx.update(rotaOverride).set({ state: "withdrawn" }).where(eq(rotaOverride.id, id));
  await lookAgain(tx, override.rotaId, override.fromAt > now ? override.fromAt : now);
  return { override, rota: locked };
}

/** Offers of the same turn to others, who would else agree to what is given away already. */
async function takeOthersBack(
  tx: Transaction,
  { id, rotaId, askedById, fromAt, untilAt }: RotaOverride,
): Promise<void> {
  await tx
    .update(rotaOverride)
    .set({ state: "withdrawn" })
    .where(
      and(
        eq(rotaOverride.rotaId, rotaId),
        eq(rotaOverride.askedById, askedById),
        eq(rotaOverride.state, "offered"),
        ne(rotaOverride.id, id),
        gt(rotaOverride.untilAt, fromAt),
        lt(rotaOverride.fromAt, untilAt),
      ),
    );
}
