import type { Effect } from "@botdeck/core";

import type { NewEffect } from "../stores/effects-to-put.ts";

export const REPLIES = ["chat.send", "chat.hand_over", "task.create"] as const;
export const WORKFLOWS = ["workflow.start", "workflow.signal"] as const;

/** A reply whose text is its key. */
export function reply(key: string, lane = "A", conversationId: string | null = null): NewEffect {
  return newEffect(key, { kind: "chat.send", dialogId: "chat1", text: key }, lane, conversationId);
}

export function workflowStart(key: string, lane = "A"): NewEffect {
  return newEffect(key, { kind: "workflow.start", workflow: "return", workflowId: key, input: {} }, lane, null);
}

export function newEffect(key: string, effect: Effect, lane: string, conversationId: string | null): NewEffect {
  return {
    key,
    effect,
    lane,
    conversationId,
    portalId: "01900000-0000-7000-8000-000000000001",
    botId: "01900000-0000-7000-8000-000000000002",
  };
}
