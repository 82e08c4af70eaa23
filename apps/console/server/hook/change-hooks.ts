import { AppError } from "@botdeck/core";
import {
  type Actor,
  addHook,
  changeHook,
  type Database,
  type DatabaseHandle,
  listHooks,
  noteActs,
  portalBotById,
  setHookActive,
} from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
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
  const hook = await hookOfPortal(db, portalId, hookId);
  if (hook.isActive === isActive) return;
  await db.transaction(async (tx) => {
    await setHookActive(tx, hookId, isActive);
    const detail = { portalId, name: hook.name, before: hook.isActive, after: isActive };
    await noteActs(tx, actor, [{ action: isActive ? "hook.open" : "hook.close", subjectId: hookId, detail }]);
  });
}

/**
 * Changes what a hook is called, how its posts are read and where they go, and writes down who did it.
 *
 * @throws AppError `not_found` for a hook that the portal does not have, `conflict` when somebody else has changed it meanwhile.
 */
export async function changeHookOptions(
  db: DatabaseHandle["db"],
  { portalId, hookId, name, options, before }: z.infer<typeof ChangeHook>,
  actor: Actor,
): Promise<void> {
  await db.transaction(async (tx) => {
    const hook = await hookOfPortal(tx, portalId, hookId);
    const now = shownOptions(hook.options);
    if (JSON.stringify(now) !== JSON.stringify(before)) {
      throw new AppError("conflict", "Somebody else has changed this source meanwhile.");
    }
    await changeHook(tx, hookId, { name, options });
    const detail = { portalId, before: { name: hook.name, options: now }, after: { name, options } };
    await noteActs(tx, actor, [{ action: "hook.change", subjectId: hookId, detail }]);
  });
}

/** The options of a hook as people see and change them; those that it has by itself where what is kept cannot be read. */
export function shownOptions(stored: unknown): HookOptions {
  return HookOptions.safeParse(stored).data ?? HookOptions.parse({});
}

/** @throws AppError `not_found` for a hook that the portal does not have. */
export async function hookOfPortal(db: Database, portalId: string, hookId: string) {
  const hook = (await listHooks(db, portalId)).find(({ id }) => id === hookId);
  if (hook === undefined) throw new AppError("not_found", "This source is not there, or no longer.");
  return hook;
}
