import { VACATION_NEWS_SIGNAL } from "@botdeck/contracts/names";
import type { Moves } from "@botdeck/dialog";
import type { Slots } from "@botdeck/dialog/dialogs";

import type { HrContext } from "../hr-context.ts";
import { newsOf } from "../news-of.ts";
import { NO_REASON } from "./word-dialogs.ts";

const NEWS = { absenceDecline: "declined", absenceQuestion: "asked" } as const;

/** Keeps the words of whoever decides, and tells the workflow that they are there. It judges once more who may do that. */
export async function passDecision(ctx: HrContext, dialog: keyof typeof NEWS, slots: Slots): Promise<Moves> {
  const { id, version } = aboutOf(slots);
  const words = slots["words"] === NO_REASON ? null : String(slots["words"]);
  const absence = await ctx.services.absences.read(id);
  if (absence === null) return ctx.say(ctx.t("requestGone"));
  const isAdmin = slots["isAdmin"] === true;
  // Somebody else may be asked by now.
  if (!isAdmin && absence.approverId !== ctx.person.id && absence.state === "requested") {
    const name = absence.approverId === null ? "—" : await ctx.services.team.nameOf(absence.approverId);
    return ctx.say(ctx.t("mayNotDecide", { name }));
  }
  if (!(await ctx.services.absences.noteReason({ id, version }, words))) {
    const isChanged = absence.state === "requested";
    return ctx.say(isChanged ? ctx.t("versionGone") : ctx.t("tooLate", { state: absence.state }));
  }
  return [
    ctx.signal(absence.workflowId, VACATION_NEWS_SIGNAL, newsOf(ctx, { version }, NEWS[dialog], isAdmin)),
    ctx.say(ctx.t(dialog === "absenceDecline" ? "decidedDecline" : "questionSent")),
  ];
}

/** Keeps the person's answer to a question. */
export async function passAnswer(ctx: HrContext, slots: Slots): Promise<Moves> {
  const { id } = aboutOf(slots);
  const absence = await ctx.services.absences.read(id);
  if (absence === null) return ctx.say(ctx.t("requestGone"));
  if (!(await ctx.services.absences.answer(id, String(slots["words"])))) {
    return ctx.say(ctx.t("nothingToChange", { state: absence.state }));
  }
  return [
    ctx.signal(absence.workflowId, VACATION_NEWS_SIGNAL, newsOf(ctx, absence, "answered")),
    ctx.say(ctx.t("answerSent")),
  ];
}

const aboutOf = ({ absenceId, version }: Slots) => ({ id: String(absenceId), version: Number(version) });
