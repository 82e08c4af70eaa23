import { AppError } from "@botdeck/core";
import {
  type Actor,
  addHook,
  changeHook,
  type Database,
  type DatabaseHandle,
  findPortalHook,
  lockPortalHook,
  noteActs,
  type PortalHook,
  portalBotById,
  setHookActive,
} from "@botdeck/db";
import { heededOptions, HookOptions, refuseUnheeded } from "@botdeck/notifications";
import type { z } from "zod";

import type { ChangeHook, CreateHook, SetHookActive } from "./schemas.ts";

/**
 * Makes an address to which another system posts, and writes down who did it. The secret is told here once, and nowhere kept.
 *
 * @throws AppError `not_found` for a bot that the portal does not have.
 */
export async function createHook(
  db: DatabaseHandle["db"],
  { portalId, botId, name, kind }: z.infer<typeof CreateHook>,
  actor: Actor,
): Promise<{ id: string; secret: string }> {
  const bot = await portalBotById(db, botId);
  if (bot?.portalId !== portalId) throw new AppError("not_found", "This bot is not there, or no longer.");
  return db.transaction(async (tx) => {
    const made = await addHook(tx, { botId, name, kind });
    const detail = { portalId, botId, name, kind };
    await noteActs(tx, actor, [{ action: "hook.create", subjectId: made.id, detail }]);
    return made;
  });
}

/**
 * Opens or closes a hook, and writes down who did it.
 *
 * @throws AppError `not_found` for a hook that the portal does not have.
 */
export async function changeHookActive(
  db: DatabaseHandle["db"],
  { portalId, hookId, isActive }: z.infer<typeof SetHookActive>,
  actor: Actor,
): Promise<void> {
  await db.transaction(async (tx) => {
    const hook = await thereOf(lockPortalHook(tx, portalId, hookId));
    if (hook.isActive === isActive) return;
    await setHookActive(tx, hookId, isActive);
    const detail = { portalId, name: hook.name, before: hook.isActive, after: isActive };
    await noteActs(tx, actor, [{ action: isActive ? "hook.open" : "hook.close", subjectId: hookId, detail }]);
  });
}

/**
 * Changes what a hook is called, how its posts are read and where they go, and writes down who did it.
 *
 * @throws AppError `not_found` for a hook that the portal does not have, `conflict` when somebody else has changed it meanwhile,
 *   `invalid` for another address of its API, and for what such a source does not heed.
 */
export async function changeHookOptions(
  db: DatabaseHandle["db"],
  { portalId, hookId, name, options, before }: z.infer<typeof ChangeHook>,
  actor: Actor,
): Promise<void> {
  await db.transaction(async (tx) => {
    const hook = await thereOf(lockPortalHook(tx, portalId, hookId));
    const now = { name: hook.name, options: shownOptions(hook) };
    if (!isSame(now, before)) throw new AppError("conflict", "Somebody else has changed this source meanwhile.");
    // The token that is kept for the source's API goes to whatever address stands here.
    if (!isSame(now.options.api, options.api)) {
      throw new AppError(
        "invalid",
        "The address of a source's own API is changed by `operate set-hook`, with its token.",
      );
    }
    refuseUnheeded(hook.kind, options);
    await changeHook(tx, hookId, { name, options });
    const detail = { portalId, before: now, after: { name, options } };
    await noteActs(tx, actor, [{ action: "hook.change", subjectId: hookId, detail }]);
  });
}

/** The options of a hook as people see and change them; those that it has by itself where what is kept cannot be read. */
export function shownOptions({ kind, options }: Pick<PortalHook, "kind" | "options">): HookOptions {
  return heededOptions(kind, HookOptions.safeParse(options).data ?? HookOptions.parse({}));
}

/** @throws AppError `not_found` for a hook that the portal does not have. */
export const hookOfPortal = (db: Database, portalId: string, hookId: string): Promise<PortalHook> =>
  thereOf(findPortalHook(db, portalId, hookId));

async function thereOf(found: Promise<PortalHook | null>): Promise<PortalHook> {
  const hook = await found;
  if (hook === null) throw new AppError("not_found", "This source is not there, or no longer.");
  return hook;
}

/** Both as the schema or the page has them, so that what is the same reads the same. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
