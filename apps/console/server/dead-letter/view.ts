import type { DeadLetter, LetterCause, LetterEdit, OpenedLetter } from "@botdeck/db";

import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName, maskText } from "../conversation/mask-personal-data.ts";
import type { Role } from "../roles.ts";
import { editableOf, type NoEdit } from "./edit/editable.ts";
import { shownChanges } from "./edit/shown-changes.ts";
import { gistOf } from "./gist-of.ts";
import { maskPayload } from "./mask-payload.ts";
import { shownText } from "./shown-text.ts";

/** A letter as the browser gets it; instants are ISO texts. */
function letterView(letter: DeadLetter, role: Role) {
  return {
    ...letter,
    reason: shownText(letter.reason, role),
    beganAt: letter.beganAt.toISOString(),
    settledAt: letter.settledAt.toISOString(),
  };
}

/** A letter among others, with the words that tell it from them. @param payload Whole; masked here. */
export function listedLetterView(letter: DeadLetter, payload: unknown, role: Role) {
  return { ...letterView(letter, role), gist: gistOf(maskPayload(payload, hidesPersonalData(role))) };
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
    ...editableView(payload),
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

/** Which places of a payload an admin may change before it runs again; without any, why. */
function editableView(payload: OpenedLetter["payload"]): { editPlaces: readonly string[]; noEdit: NoEdit | null } {
  const editable = payload === null ? null : editableOf(payload);
  if (editable === null) return { editPlaces: [], noEdit: null };
  return typeof editable === "string"
    ? { editPlaces: [], noEdit: editable }
    : { editPlaces: editable.places, noEdit: null };
}

/** Who changed what in a letter, line by line. */
export function editView({ id, at, actorName, attempt, reason, before, after }: LetterEdit, role: Role) {
  const hides = hidesPersonalData(role);
  const lines = shownChanges(maskPayload(before, hides), maskPayload(after, hides));
  return { id, at: at.toISOString(), actorName, attempt, reason, lines };
}
