import type { MessageTrace } from "@botdeck/db";

import type { Role } from "../roles.ts";
import { shownError } from "./around-view.ts";
import { hidesPersonalData } from "./hides-personal-data.ts";
import { maskName, maskText } from "./mask-personal-data.ts";

/** The way of a message from the door to its delivery, as the browser gets it; instants are ISO texts. */
export function traceView({ message, chain }: MessageTrace, role: Role) {
  const hides = hidesPersonalData(role);
  const { author, authorName, text, at, occurredAt, sourceKey, portalMessageId } = message;
  return {
    message: {
      author,
      authorName: hides && author === "client" ? maskName(authorName) : authorName,
      text: hides ? maskText(text) : text,
      /** When it was written down here. */
      at: at.toISOString(),
      /** By the portal's clock; null for what our bots say. */
      occurredAt: occurredAt?.toISOString() ?? null,
      portalMessageId,
    },
    event: chain.event && {
      ...chain.event,
      lastError: shownError(chain.event.lastError, role),
      receivedAt: chain.event.receivedAt.toISOString(),
      settledAt: chain.event.settledAt?.toISOString() ?? null,
    },
    effects: chain.effects.map(({ key, ...effect }) => ({
      ...effect,
      /** It carries this very message. */
      isOfMessage: key === sourceKey,
      lastError: shownError(effect.lastError, role),
      createdAt: effect.createdAt.toISOString(),
      settledAt: effect.settledAt?.toISOString() ?? null,
      attempts: effect.attempts.map((attempt) => ({
        ...attempt,
        detail: shownError(attempt.detail, role),
        startedAt: attempt.startedAt.toISOString(),
        finishedAt: attempt.finishedAt.toISOString(),
      })),
    })),
    workflows: chain.workflows.map(({ id, kind, state, step }) => ({ id, kind, state, step })),
  };
}
