import { AppError, type KeyedBotEvent } from "@botdeck/core";

import type { DatabaseHandle } from "../client.ts";
import type { ClaimedEvent } from "../stores/claim-events.ts";
import { holdEvent } from "../stores/settle-event.ts";

const PORTAL_ID = "01900000-0000-7000-8000-000000000001";
const BOT_ID = "01900000-0000-7000-8000-000000000002";

/** A message in a dialog; the key names both the event and its text. */
export function messageEvent(key: string, dialogId = "chat1"): KeyedBotEvent {
  return {
    dedupeKey: key,
    event: {
      kind: "message.added",
      portalId: PORTAL_ID,
      botId: BOT_ID,
      dialog: { id: dialogId, chatId: null, type: "group", title: "", entityId: null },
      person: { id: "5", name: "A person", kind: "employee" },
      language: null,
      occurredAt: "2026-11-21T09:00:00Z",
      message: { id: "1", text: key, files: [] },
    },
  };
}

/** Ends a run that nothing came of. @returns False when somebody else has the event by now. */
export async function endRun(db: DatabaseHandle["db"], event: ClaimedEvent): Promise<boolean> {
  try {
    await db.transaction((tx) => holdEvent(tx, event));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return false;
    throw error;
  }
}
