import { AppError } from "@botdeck/core";
import { isId, newId } from "@botdeck/core/ids";
import { and, eq, gt } from "drizzle-orm";

import type { DatabaseHandle } from "../../client.ts";
import { rota, type RotaOverride, rotaOverride } from "../../schema/rota.ts";

export type NewOverride = Pick<
  RotaOverride,
  "rotaId" | "userId" | "userName" | "fromAt" | "untilAt" | "askedById" | "askedByName"
> & { state: "offered" | "agreed" };

/** Offers somebody a stretch of time, or gives it to them at once; asked for again while it stands, it finds the one that is there. */
export async function addOverride(db: DatabaseHandle["db"], asked: NewOverride): Promise<RotaOverride> {
  const { rotaId, userId, askedById, fromAt, untilAt, state } = asked;
  return await db.transaction(async (tx) => {
    // One at a time, so that two runs of the same step do not both find none.
    const [locked] = await tx.select({ id: rota.id }).from(rota).where(eq(rota.id, rotaId)).for("update");
    if (locked === undefined)
      throw new AppError("not_found", "The rota is not there any more", { context: { rotaId } });
    const [known] = await tx
      .select()
      .from(rotaOverride)
      .where(
        and(
          eq(rotaOverride.rotaId, rotaId),
          eq(rotaOverride.userId, userId),
          eq(rotaOverride.askedById, askedById),
          eq(rotaOverride.fromAt, fromAt),
          eq(rotaOverride.untilAt, untilAt),
          eq(rotaOverride.state, state),
        ),
      );
    if (known !== undefined) return known;
    const [made] = await tx
      .insert(rotaOverride)
      .values({ id: newId(), ...asked })
      .returning();
    if (made === undefined) throw new AppError("invariant", "An override was neither made nor there");
    if (state === "agreed") await lookAgain(tx, rotaId, fromAt);
    return made;
  });
}

/** Who is on call changes at a moment that nobody knew of: hand-overs are looked at then. */
async function lookAgain(tx: Pick<DatabaseHandle["db"], "update">, rotaId: string, at: Date): Promise<void> {
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
};

/**
 * What became of an offer: whoever it was offered to agrees or declines, whoever made it takes it back.
 *
 * @returns `isMoved` is false when it had been answered otherwise before; null for none that is theirs to answer.
 */
export async function answerOverride(
  db: DatabaseHandle["db"],
  { id, portalId, personId, to }: OverrideAnswer,
): Promise<{ override: RotaOverride; rotaName: string; timeZone: string; isMoved: boolean } | null> {
  if (!isId(id)) return null;
  return await db.transaction(async (tx) => {
    const whose = to === "withdrawn" ? rotaOverride.askedById : rotaOverride.userId;
    const [found] = await tx
      .select({ override: rotaOverride, rotaName: rota.name, timeZone: rota.timeZone })
      .from(rotaOverride)
      .innerJoin(rota, and(eq(rota.id, rotaOverride.rotaId), eq(rota.portalId, portalId)))
      .where(and(eq(rotaOverride.id, id), eq(whose, personId)))
      .for("update");
    if (found === undefined) return null;
    const { override } = found;
    if (override.state !== "offered") return { ...found, isMoved: override.state === to };
    await tx.update(rotaOverride).set({ state: to }).where(eq(rotaOverride.id, override.id));
    if (to === "agreed") await lookAgain(tx, override.rotaId, override.fromAt);
    return { ...found, override: { ...override, state: to }, isMoved: true };
  });
}
