import type { VacationInput } from "@botdeck/contracts";
import { VACATION, VACATION_NEWS_SIGNAL } from "@botdeck/contracts/names";
import type { Moves } from "@botdeck/dialog";
import type { Slots } from "@botdeck/dialog/dialogs";

import { ownButtons } from "../absence-buttons.ts";
import type { HrContext } from "../hr-context.ts";
import type { AbsenceFacts, AbsenceKind, AbsenceSpan, Asked, Opened } from "../services.ts";
import { daysInWords } from "./days-in-words.ts";
import { newsOf } from "../news-of.ts";

/**
 * Keeps what was asked for, and has the workflow see it through. The row is written before the turn is: a turn that is run
 * again finds it by the workflow's id, which is named after the event.
 */
export async function sendRequest(ctx: HrContext, slots: Slots): Promise<Moves> {
  const asked = askedOf(slots);
  const { editId } = slots;
  return typeof editId === "string" ? await sendEdit(ctx, editId, asked) : await sendNew(ctx, asked);
}

async function sendNew(ctx: HrContext, asked: Asked): Promise<Moves> {
  const workflowId = `${VACATION}:${ctx.portalId}:${ctx.stepId}`;
  const opened = await ctx.services.absences.open({ ...asked, workflowId });
  if (opened.kind !== "open") return sayTaken(ctx, opened.absence);
  return [
    ctx.answered(),
    ctx.start(VACATION, inputFor(ctx, opened.absence), { leads: false }),
    ctx.say(ctx.t("sent", sentValues(ctx, asked)), { buttons: ownButtons(ctx.t, opened.absence) }),
  ];
}

async function sendEdit(ctx: HrContext, id: string, asked: Asked): Promise<Moves> {
  const opened: Opened | null = await ctx.services.absences.edit(id, asked);
  if (opened === null) return ctx.say(ctx.t("notYours"));
  const { kind, absence } = opened;
  if (kind === "closed") return ctx.say(ctx.t("nothingToChange", { state: absence.state }));
  if (kind === "overlap") return sayTaken(ctx, absence);
  return [
    ctx.answered(),
    ctx.signal(absence.workflowId, VACATION_NEWS_SIGNAL, newsOf(ctx, absence, "edited")),
    ctx.say(ctx.t("changed", sentValues(ctx, asked)), { buttons: ownButtons(ctx.t, absence) }),
  ];
}

function inputFor({ settings }: HrContext, { id }: AbsenceFacts): Omit<VacationInput, "origin" | "language"> {
  const { timeZone, hours, holidays, workDays, freeKinds, substitutes, fallbackApproverId, mostAway, record } =
    settings;
  const { remindAfterWorkDays, escalateAfterWorkDays, expireAfterDays } = settings;
  const { balance, daysPerYear, countedKinds, daysAre } = settings;
  return {
    absenceId: id,
    calendar: { timeZone, hours, holidays, workDays },
    freeKinds,
    substitutes,
    fallbackApproverId,
    mostAway,
    balance: balance === "off" ? null : { daysPerYear, countedKinds, daysAre },
    record,
    remindAfterWorkDays,
    escalateAfterWorkDays,
    expireAfterDays,
  };
}

function sentValues(ctx: HrContext, asked: Asked) {
  const needs = ctx.settings.freeKinds.includes(asked.kind) ? "no" : "yes";
  return { kind: ctx.t("kindName", { kind: asked.kind }), days: daysInWords(ctx.t, asked), needs };
}

function sayTaken(ctx: HrContext, other: AbsenceFacts): Moves {
  const values = { kind: ctx.t("kindName", { kind: other.kind }), days: daysInWords(ctx.t, other), state: other.state };
  return ctx.say(ctx.t("daysTaken", values), { buttons: ownButtons(ctx.t, other) });
}

// safe: the dialog's own slots
const askedOf = ({ kind, days, comment }: Slots): Asked => ({
  ...(days as AbsenceSpan),
  kind: kind as AbsenceKind,
  comment: typeof comment === "string" ? comment : "",
});
