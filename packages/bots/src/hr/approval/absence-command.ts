import { VACATION_NEWS_SIGNAL } from "@botdeck/contracts/names";
import { commandFor, type Moves, plainWords } from "@botdeck/dialog";

import type { HrContext } from "../hr-context.ts";
import { newsOf } from "../news-of.ts";
import type { AbsenceFacts } from "../services.ts";
import { daysInWords } from "../vacation/days-in-words.ts";

const PARAMS = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) (approve|decline|ask|answer|edit|withdraw) (\d{1,9})$/;

/**
 * What buttons on cards call. It can be typed as well, so each time it is looked at who does it, and which version of the
 * request they have seen; the workflow looks again.
 */
export const absenceCommand = commandFor<HrContext>()({
  title: { en: "Decide about days off", ru: "Решить об отпуске" },
  isHidden: true,
  handler: async (ctx) => {
    const [, id = "", verb = "", seen = ""] = PARAMS.exec(ctx.params) ?? [];
    const absence = id === "" || ctx.person.kind !== "employee" ? null : await ctx.services.absences.read(id);
    if (absence === null) return ctx.say(ctx.t("requestGone"));
    if (verb === "edit" || verb === "withdraw" || verb === "answer") return await own(ctx, absence, verb);
    return await decide(ctx, absence, verb, Number(seen));
  },
});

async function own(ctx: HrContext, absence: AbsenceFacts, verb: "edit" | "withdraw" | "answer"): Promise<Moves> {
  const { id, kind, state, personId } = absence;
  if (personId !== ctx.person.id) return ctx.say(ctx.t("notYours"));
  const isOpen = state === "requested" || (state === "approved" && verb !== "answer");
  if (!isOpen) return ctx.say(ctx.t("nothingToChange", { state }));
  if (verb === "withdraw") {
    return [
      ctx.signal(absence.workflowId, VACATION_NEWS_SIGNAL, newsOf(ctx, absence, "withdrawn")),
      ctx.say(ctx.t("withdrawing", { state })),
    ];
  }
  if (verb === "answer") {
    const question = plainWords(absence.reason ?? "");
    return ctx.begin("absenceAnswer", { absenceId: id, version: absence.version, question });
  }
  return ctx.begin("vacation", { language: ctx.language, editId: id, kind, comment: absence.comment });
}

async function decide(ctx: HrContext, absence: AbsenceFacts, verb: string, seen: number): Promise<Moves> {
  const { id, state, version, approverId, workflowId } = absence;
  if (state !== "requested") return ctx.say(ctx.t("tooLate", { state }));
  if (seen !== version) return ctx.say(ctx.t("versionGone"));
  const isAsked = approverId === ctx.person.id;
  // Nobody decides about themselves, whatever they may do otherwise.
  const isAdmin = !isAsked && absence.personId !== ctx.person.id && (await ctx.services.team.isAdmin());
  if (!isAsked && !isAdmin) {
    const name = approverId === null ? "—" : plainWords(await ctx.services.team.nameOf(approverId));
    return ctx.say(ctx.t("mayNotDecide", { name }));
  }
  const person = plainWords(absence.personName);
  const about = { absenceId: id, version, workflowId, isAdmin, person, days: daysInWords(ctx.t, absence) };
  if (verb === "decline") return ctx.begin("absenceDecline", about);
  if (verb === "ask") return ctx.begin("absenceQuestion", about);
  return [
    ctx.signal(workflowId, VACATION_NEWS_SIGNAL, newsOf(ctx, absence, "approved", isAdmin)),
    ctx.say(ctx.t("decidedApprove")),
  ];
}
