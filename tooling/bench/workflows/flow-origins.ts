import { type FlowOrigin, PRODUCT_RETURN, type ProductReturnInput } from "@botdeck/contracts";
import type { BotEvent, Dialog } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { beginConversation, connect, readConversation, requestWorkflow, saveConversation } from "@botdeck/db";

import { KNOWN_RETURN } from "../../known-return.ts";
import type { BenchPortal } from "../bench-portals.ts";

type Prepared = { workflowId: string; input: ProductReturnInput };

export type Origins = {
  make(count: number): Promise<void>;
  take(over?: Partial<ProductReturnInput>): Prepared;
  close(): Promise<void>;
};

const HOUR_MS = 3_600_000;

/** Conversations that a flow leads already, as the runtime leaves them when a client asks for a return. */
export function createOrigins(databaseUrl: string, { portalId, botId }: BenchPortal): Origins {
  const handle = connect(databaseUrl, { max: 2, applicationName: "botdeck-bench" });
  const ready: { workflowId: string; origin: FlowOrigin }[] = [];
  let number = 0;

  async function makeOne(): Promise<void> {
    const dialog: Dialog = {
      id: `chat${++number}`,
      chatId: String(number),
      type: "open_line",
      title: "",
      entityId: null,
    };
    const person = { id: "41", name: "Anna", kind: "client" as const };
    const message = { id: String(number), text: "return", files: [] };
    const occurredAt = new Date().toISOString();
    const event: BotEvent = {
      kind: "message.added",
      portalId,
      botId,
      dialog,
      person,
      message,
      language: "en",
      occurredAt,
    };
    const workflowId = `${PRODUCT_RETURN}:${portalId}:${newId()}`;
    const conversationId = await handle.db.transaction(async (tx) => {
      const seen = await readConversation(tx, event, "en");
      await beginConversation(tx, seen);
      await saveConversation(tx, seen.row, { state: { workflow: { id: workflowId, kind: PRODUCT_RETURN } } });
      await requestWorkflow(tx, { workflowId, kind: PRODUCT_RETURN, conversationId: seen.row.id, portalId });
      return seen.row.id;
    });
    const origin = { portalId, botId, conversationId, dialog, personName: "Anna", botName: "Bench" };
    ready.push({ workflowId, origin });
  }

  return {
    async make(count) {
      for (let made = 0; made < count; made++) await makeOne();
    },
    take(over = {}) {
      const next = ready.shift();
      if (next === undefined) throw new Error("No conversation was prepared for another flow");
      const durations = { reminderMs: 4 * HOUR_MS, expiryMs: 72 * HOUR_MS };
      const { workflowId, origin } = next;
      // What the portal would be asked is known: its speed is no part of the measurement.
      return { workflowId, input: { origin, language: "en", ...KNOWN_RETURN, ...durations, ...over } };
    },
    close: () => handle.close(),
  };
}
