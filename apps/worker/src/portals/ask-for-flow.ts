import { AppError } from "@botdeck/core";
import { type DatabaseHandle, laneOf, parkWorkflow, putEffects, wakeDeliverer } from "@botdeck/db";
import type { Language } from "@botdeck/dialog";

import { PERMISSION_WORDS } from "../runtime/permission-words.ts";

/** A step of a workflow that may not be done without its person's permission. */
export type LackingStep = {
  portalId: string;
  botId: string;
  userId: string;
  language: Language;
  workflowId: string;
  /** Names the step and the try, so that an activity that runs again asks once. */
  step: string;
};

type Deps = {
  db: DatabaseHandle["db"];
  /** A fresh link by which a person gives the app their rights; null where nobody can. */
  permissionLink: (portalId: string, userId: string) => Promise<string | null>;
};

/**
 * Asks a person in private for their permission; when they have given it, the workflow gets the signal `granted`.
 *
 * @throws AppError `unsupported` where nobody can give one.
 */
export async function askForFlow(lacking: LackingStep, { db, permissionLink }: Deps): Promise<void> {
  const { portalId, botId, userId, language, workflowId, step } = lacking;
  // Before the transaction: it takes a connection of its own, and nobody waits for one while holding a lock.
  const url = await permissionLink(portalId, userId);
  if (url === null) throw new AppError("unsupported", "Nobody can give the app their rights on this portal");
  await db.transaction(async (tx) => {
    const key = `${workflowId}:${step}`;
    if (!(await parkWorkflow(tx, { portalId, botId, userId, workflowId, key }))) return;
    const { ask, button } = PERMISSION_WORDS[language];
    const buttons = [[{ kind: "link" as const, text: button, url }]];
    const effect = { kind: "chat.send" as const, dialogId: userId, text: ask, buttons };
    const lane = laneOf({ botId, dialog: { id: userId } });
    await putEffects(tx, [{ key: `permission:${key}`, portalId, botId, conversationId: null, lane, effect }]);
    await wakeDeliverer(tx);
  });
}
