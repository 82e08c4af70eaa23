import { ownButtons } from "@botdeck/bots";
import type { VacationOutcome } from "@botdeck/contracts";
import { type AbsenceState, type DatabaseHandle, moveAbsence } from "@botdeck/db";
import { plainWords } from "@botdeck/dialog";

import type { FlowVoice } from "../../temporal/flow-voice.ts";
import type { Addressee } from "../flow/flow.ts";
import type { Writing } from "./writing.ts";

type Deps = { db: DatabaseHandle["db"]; voice: FlowVoice; writing: Writing };

/** The request as the workflow has to know it: no words of anybody. */
export type Standing = { version: number; state: AbsenceState; personId: string; kind: string; toDay: string };

/** What became of a card. */
export type CardEnd =
  | { kind: "approved" | "declined"; by: string }
  | { kind: "moved"; toId: string }
  | { kind: "withdrawn" | "changed" | "expired" };

/** What the person is told. */
export type Told = "approved" | "free" | "declined" | "withdrawn" | "cancelled" | "expired" | "nobody" | "marked";

const CARD_TEXT = {
  approved: "cardApproved",
  declined: "cardDeclined",
  moved: "cardMoved",
  withdrawn: "cardWithdrawn",
  changed: "cardChanged",
  expired: "cardExpired",
} as const;

const TOLD_TEXT = {
  approved: "toldApproved",
  free: "toldFree",
  declined: "toldDeclined",
  withdrawn: "toldWithdrawn",
  cancelled: "toldCancelled",
  expired: "toldExpired",
  nobody: "toldNobody",
  marked: "toldApprovedMarked",
} as const;

/** Writes down what was decided, and tells it. */
export function createTellActivities({ db, voice, writing }: Deps) {
  return {
    /** @returns Null when it was erased. */
    async readVacation(_to: Addressee, { absenceId }: { absenceId: string }): Promise<Standing | null> {
      const request = await writing.read(absenceId);
      if (request === null) return null;
      const { version, state, personId, kind, toDay } = request;
      return { version, state, personId, kind, toDay };
    },

    /** @returns False when it stands elsewhere by now, or is another version. */
    async moveVacation(
      _to: Addressee,
      {
        absenceId,
        ...move
      }: { absenceId: string; to: Exclude<AbsenceState, "requested">; version?: number; by?: string },
    ): Promise<boolean> {
      return (await moveAbsence(db, { id: absenceId, ...move })) !== null;
    },

    /**
     * Takes the buttons off the cards of whoever was asked, and says on them what became of the request.
     *
     * @param card.of Their keys; one alone as an older release put it.
     */
    async closeCard(
      to: Addressee,
      card: { key: string; of: string | string[]; absenceId: string; approverId: string; end: CardEnd },
    ): Promise<void> {
      const request = await writing.read(card.absenceId);
      if (request === null) return;
      const { end } = card;
      const by = await writing.nameOf(to, "by" in end ? end.by : null);
      const next = await writing.nameOf(to, "toId" in end ? end.toId : null);
      for (const [index, of] of [card.of].flat().entries()) {
        const key = index === 0 ? card.key : `${card.key}:${index + 1}`;
        await writing.rewrite(to, { key, of, to: card.approverId }, (t) => ({
          text: t(CARD_TEXT[end.kind], { ...writing.wordsOf(t, request), by, to: next }),
        }));
      }
    },

    /** @param news.by Who decided, or who was told of what nobody has to decide. */
    async tellPerson(
      to: Addressee,
      { key, absenceId, what, by }: { key: string; absenceId: string; what: Told; by: string | null },
    ): Promise<void> {
      const request = await writing.read(absenceId);
      if (request === null) return;
      const name = await writing.nameOf(to, by);
      const reason = plainWords(request.reason ?? "");
      await writing.write(to, { key, to: request.personId }, (t) => ({
        text: t(TOLD_TEXT[what], {
          ...writing.wordsOf(t, request),
          by: name,
          hasBy: by === null ? "no" : "yes",
          reason,
          hasReason: reason === "" ? "no" : "yes",
        }),
        ...(request.state === "approved" && what !== "marked" && { buttons: ownButtons(t, request) }),
      }));
    },

    /** Tells whoever decided, or leads the person, what they need not decide. */
    async tellHead(
      to: Addressee,
      { key, absenceId, what }: { key: string; absenceId: string; what: "free" | "cancelled" },
    ): Promise<void> {
      const request = await writing.read(absenceId);
      if (request === null || request.approverId === null) return;
      await writing.write(to, { key, to: request.approverId }, (t) => ({
        text: t(what === "free" ? "toldHeadFree" : "toldHeadCancelled", writing.wordsOf(t, request)),
      }));
    },

    /** A press that came too late, or by who is not asked: whoever pressed is told, unless the bot has said so before. */
    async tellTooLate(
      to: Addressee,
      { key, absenceId, by }: { key: string; absenceId: string; by: string },
    ): Promise<void> {
      const request = await writing.read(absenceId);
      if (request === null) return;
      const approver = await writing.nameOf(to, request.approverId);
      await writing.write(to, { key, to: by }, (t) => ({
        text:
          request.state === "requested"
            ? t("mayNotDecide", { name: approver === "" ? "—" : approver })
            : t("tooLate", { state: request.state }),
      }));
    },

    endVacation: ({ origin }: Addressee, { outcome }: { outcome: VacationOutcome }): Promise<void> =>
      voice.end(origin, outcome),
  };
}
