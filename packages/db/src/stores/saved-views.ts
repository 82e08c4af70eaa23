import { AppError } from "@botdeck/core";
import { and, asc, count, eq, or } from "drizzle-orm";

import type { Database } from "../client.ts";
import { authUser } from "../schema/auth.ts";
import { type SavedView, savedView } from "../schema/saved-view.ts";

/** More of them nobody finds again. */
const MOST_VIEWS = 50;

export type NewView = Pick<SavedView, "page" | "name" | "search" | "isShared">;

/** A view as its reader sees it; `ownerName` tells shared ones apart. */
export type ShownView = NewView & { id: string; ownerId: string; ownerName: string };

/** Somebody's own views and those that all share, by name. */
export async function savedViewsOf(db: Database, userId: string): Promise<ShownView[]> {
  return await db
    .select({
      id: savedView.id,
      ownerId: savedView.ownerId,
      ownerName: authUser.name,
      page: savedView.page,
      name: savedView.name,
      search: savedView.search,
      isShared: savedView.isShared,
    })
    .from(savedView)
    .innerJoin(authUser, eq(authUser.id, savedView.ownerId))
    .where(or(eq(savedView.ownerId, userId), eq(savedView.isShared, true)))
    .orderBy(asc(savedView.name), asc(savedView.id));
}

/**
 * Keeps a view of somebody.
 *
 * @returns Its id.
 * @throws AppError `conflict` when they have as many as one may have.
 */
export async function addSavedView(db: Database, userId: string, view: NewView): Promise<string> {
  const [own] = await db.select({ views: count() }).from(savedView).where(eq(savedView.ownerId, userId));
  if ((own?.views ?? 0) >= MOST_VIEWS) {
    throw new AppError("conflict", `You have ${MOST_VIEWS} saved views, and one may have no more. Delete one first.`);
  }
  const [made] = await db
    .insert(savedView)
    .values({ ...view, ownerId: userId })
    .returning({ id: savedView.id });
  if (made === undefined) throw new AppError("invariant", "A saved view was not inserted");
  return made.id;
}

/**
 * Takes a view away. An owner may, and with `ofAnybody` whoever asks may take a shared one.
 *
 * @returns What it was, so that it can be made again.
 * @throws AppError `not_found` when there is none that they may take away.
 */
export async function removeSavedView(
  db: Database,
  { id, userId, ofAnybody }: { id: string; userId: string; ofAnybody: boolean },
): Promise<NewView> {
  const isTheirs = eq(savedView.ownerId, userId);
  const isAllowed = ofAnybody ? or(isTheirs, eq(savedView.isShared, true)) : isTheirs;
  const [gone] = await db
    .delete(savedView)
    .where(and(eq(savedView.id, id), isAllowed))
    .returning();
  if (gone === undefined) throw new AppError("not_found", "This view is not there, or belongs to somebody else.");
  const { page, name, search, isShared } = gone;
  return { page, name, search, isShared };
}
