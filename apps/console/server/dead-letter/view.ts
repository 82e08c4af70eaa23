import { redactText } from "@botdeck/core";
import type { DeadLetter, LetterCause, OpenedLetter } from "@botdeck/db";

import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName, maskText } from "../conversation/mask-personal-data.ts";
import type { Role } from "../roles.ts";
import { maskPayload } from "./mask-payload.ts";

/** A letter as the browser gets it; instants are ISO texts. */
export function letterView(letter: DeadLetter, role: Role) {
  return {
    ...letter,
    reason: shownText(letter.reason, role),
    beganAt: letter.beganAt.toISOString(),
    settledAt: letter.settledAt.toISOString(),
  };
}

export function causeView(cause: LetterCause, role: Role) {
  return {
    ...cause,
    cause: shownText(cause.cause, role) ?? "",
    firstAt: cause.firstAt.toISOString(),
    lastAt: cause.lastAt.toISOString(),
  };
}

/** A letter whole, with its chain. What people wrote and are called is hidden from those who see them only as initials. */
export function openedLetterView({ payload, chain, lane, acts, ...letter }: OpenedLetter, role: Role) {
  const hides = hidesPersonalData(role);
  const name = (text: string) => (hides ? maskName(text) : text);
  return {
    ...letterView(letter, role),
    payload: maskPayload(payload, hides),
    chain: {
      event: chain.event && {
        ...chain.event,
        lastError: shownText(chain.event.lastError, role),
        receivedAt: chain.event.receivedAt.toISOString(),
        settledAt: chain.event.settledAt?.toISOString() ?? null,
      },
      conversation: chain.conversation && {
        ...chain.conversation,
        personName: name(chain.conversation.personName),
        lastMessageAt: chain.conversation.lastMessageAt.toISOString(),
      },
      messages: chain.messages.map((message) => ({
        ...message,
        authorName: message.author === "client" ? name(message.authorName) : message.authorName,
        text: hides ? maskText(message.text) : message.text,
        at: message.at.toISOString(),
      })),
      workflows: chain.workflows.map((workflow) => ({
        ...workflow,
        createdAt: workflow.createdAt.toISOString(),
        endedAt: workflow.endedAt?.toISOString() ?? null,
      })),
      effects: chain.effects.map((effect) => ({
        ...effect,
        lastError: shownText(effect.lastError, role),
        createdAt: effect.createdAt.toISOString(),
        settledAt: effect.settledAt?.toISOString() ?? null,
        attempts: effect.attempts.map((attempt) => ({
          ...attempt,
          detail: shownText(attempt.detail, role),
          startedAt: attempt.startedAt.toISOString(),
          finishedAt: attempt.finishedAt.toISOString(),
        })),
      })),
    },
    lane: { ...lane, next: lane.next.map((one) => ({ ...one, at: one.at.toISOString() })) },
    acts: acts.map((act) => ({ ...act, at: act.at.toISOString() })),
  };
}

/** An error's words may quote what a person wrote, and an address with its secret. */
function shownText(text: string | null, role: Role): string | null {
  if (text === null) return null;
  return hidesPersonalData(role) ? maskText(redactText(text)) : redactText(text);
}
