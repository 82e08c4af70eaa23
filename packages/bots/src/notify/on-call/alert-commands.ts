import type { EscalationNews } from "@botdeck/contracts";
import { ESCALATION_NEWS_SIGNAL } from "@botdeck/contracts/names";
import { severityIn } from "@botdeck/notifications";
import { commandFor, type Move, type Moves, plainWords } from "@botdeck/dialog";

import { endOfSpan } from "../end-of-span.ts";
import type { NotifyContext } from "../notify-context.ts";
import type { AlertAnswer, AlertFacts } from "./alert-facts.ts";
import { momentIn } from "./times-in-words.ts";

const command = commandFor<NotifyContext>();
const groupParam = { name: "group", kind: "token", title: { en: "alert", ru: "сигнал" } } as const;

/** Whoever presses first has it; the card says so to everybody. */
export const ackCommand = command({
  title: { en: "Acknowledge an alert", ru: "Принять сигнал в работу" },
  isHidden: true,
  params: [groupParam],
  handler: (ctx) => answer(ctx, ctx.args.group, { kind: "acknowledged" }),
});

export const escalateCommand = command({
  title: { en: "Page the next level", ru: "Вызвать следующий уровень" },
  isHidden: true,
  params: [groupParam],
  handler: (ctx) => answer(ctx, ctx.args.group, { kind: "escalated" }),
});

export const silenceCommand = command({
  title: { en: "Silence an alert", ru: "Отключить оповещения" },
  isHidden: true,
  params: [groupParam, { name: "span", kind: "token", title: { en: "how long", ru: "сколько" } }],
  handler: async (ctx) => {
    const until = endOf(ctx.args.span, ctx);
    if (until === undefined) return ctx.say(ctx.t("silenceHow"));
    return await answer(ctx, ctx.args.group, { kind: "silenced", until });
  },
});

/** A task for whoever presses: the alert may be over long before its cause is. */
export const ticketCommand = command({
  title: { en: "Make a task of an alert", ru: "Создать задачу по сигналу" },
  isHidden: true,
  params: [groupParam],
  handler: async (ctx) => {
    const isOurs = ctx.person.kind === "employee";
    const noted = isOurs ? await ctx.services.onCall.noteTicket(ctx.args.group, ctx.stepId) : null;
    if (noted === null) return ctx.say(ctx.t("alertGone"));
    const { alert, isNew } = noted;
    const title = plainWords(alert.title);
    if (!isNew) return ctx.say(ctx.t("ticketThere", { title }));
    const since = momentIn(alert.firstAt, ctx.settings.timeZone, ctx.language);
    const { severity, firing, total } = alert;
    return [
      ctx.effect({
        kind: "task.create",
        originId: `alert:${alert.id}:${alert.episode}`,
        title: ctx.t("ticketTitle", { title }),
        description: ctx.t("ticketAbout", { severity: severityIn(severity, ctx.language), since, firing, total }),
        responsibleId: ctx.person.id,
        deadlineAt: null,
      }),
      ctx.say(ctx.t("ticketMade", { title })),
    ];
  },
});

/** What stands in the row by then is told to whatever pages people. */
async function answer(ctx: NotifyContext, groupId: string, given: AlertAnswer): Promise<Moves> {
  // Anybody could type the command that a button calls.
  const isOurs = ctx.person.kind === "employee";
  const facts = isOurs ? await ctx.services.onCall.answer(groupId, given, ctx.stepId) : null;
  if (facts === null) return ctx.say(ctx.t("alertGone"));
  const title = plainWords(facts.title);
  if (facts.outcome === "over") return ctx.say(ctx.t("alertOver", { title }));
  if (facts.outcome === "forgotten") return ctx.say(ctx.t("alertForgotten", { title }));
  if (facts.outcome === "taken") {
    return ctx.say(ctx.t("alertTaken", { name: plainWords(facts.acknowledgedByName ?? "—"), title }));
  }
  const told = signal(ctx, facts, given);
  // The card shows the rest; that somebody else is paged it does not.
  return given.kind === "escalated" ? [told, ctx.say(ctx.t("escalating", { title }))] : told;
}

function signal(ctx: NotifyContext, { workflowId }: AlertFacts, given: AlertAnswer): Move {
  const who = { id: ctx.stepId, by: ctx.person.id, byName: ctx.person.name };
  const news: EscalationNews =
    given.kind === "silenced"
      ? { ...who, kind: "silenced", until: given.until }
      : { ...who, kind: given.kind === "escalated" ? "escalate" : "acknowledged" };
  return ctx.signal(workflowId, ESCALATION_NEWS_SIGNAL, news);
}

/** Null until it recovers; undefined for words that name no time. */
function endOf(span: string, { at, settings }: NotifyContext): string | null | undefined {
  if (span === "recovery") return null;
  return endOfSpan(span, { now: new Date(at), timeZone: settings.timeZone })?.toISOString();
}
