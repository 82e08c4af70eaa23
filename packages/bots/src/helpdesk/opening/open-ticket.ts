import { TICKET } from "@botdeck/contracts/names";
import { type Moves, plainWords, type SentFile } from "@botdeck/dialog";

import { type Category, CATEGORIES, isCategory } from "../categories.ts";
import type { HelpdeskContext } from "../helpdesk-context.ts";
import { showButton, ticketButton } from "../tickets/ticket-buttons.ts";
import { inputOf } from "./input-of.ts";
import { priorityOf, tellsEnough, titleOf } from "./read-problem.ts";

/** A problem whose category, or whether it is one at all, has yet to be told; kept while the person is asked. */
type Pending = { text: string; category: Category | null; files: readonly SentFile[] };

/** Words about a problem of a category, which a classifier found or a button named. */
export async function hearProblem(ctx: HelpdeskContext, category: Category): Promise<Moves> {
  const pending = pendingOf(ctx);
  const isPressed = ctx.said.understood.provider === "button";
  // The button answers the question what it is about; what happened was told before it.
  if (isPressed && pending.text !== "") return await openTicket(ctx, { ...pending, category });
  const isTold = isPressed ? ctx.isChoosing : tellsEnough(ctx.said.text);
  if (!isTold) return ctx.begin("problem", { category });
  const told = { ...pending, text: ctx.said.text, category };
  return (await askWhetherForWaiting(ctx, told)) ?? (await openTicket(ctx, told));
}

/** Words that nobody could tell the category of: a person is asked once, with buttons. */
export async function hearUnclear(ctx: HelpdeskContext): Promise<Moves> {
  const pending = pendingOf(ctx);
  if (ctx.text === "") return [keep(ctx, pending), ctx.say(ctx.t("fileNoted"))];
  if (!tellsEnough(ctx.text)) return ctx.begin("problem", {});
  const told = { ...pending, text: [pending.text, ctx.text].filter((part) => part !== "").join("\n") };
  // Asked before: whatever it is, somebody has to look at it.
  if (pending.text !== "") return await openTicket(ctx, { ...told, category: "other" });
  return (await askWhetherForWaiting(ctx, told)) ?? askCategory(ctx, told);
}

/** Not for the ticket that waits: a problem of its own. */
export async function hearNewProblem(ctx: HelpdeskContext): Promise<Moves> {
  const pending = pendingOf(ctx);
  if (pending.text === "") return ctx.begin("problem", {});
  return pending.category === null ? askCategory(ctx, pending) : await openTicket(ctx, pending);
}

/** What the dialog asked for has been told. */
export async function openTold(
  ctx: HelpdeskContext,
  { problem, category, earlier }: Readonly<Record<string, unknown>>,
): Promise<Moves> {
  const words = String(problem);
  const text = typeof earlier === "number" ? `${words}\n\n${ctx.t("earlier", { number: earlier })}` : words;
  const pending = { ...pendingOf(ctx), text };
  if (isCategory(category)) return await openTicket(ctx, { ...pending, category });
  const [best] = ctx.said.understood.intents;
  const sure = best !== undefined && best.confidence >= ctx.settings.answerAt && isCategory(best.intent);
  return sure ? await openTicket(ctx, { ...pending, category: best.intent as Category }) : askCategory(ctx, pending);
}

/** The words a person was asked about, for whoever takes them elsewhere. */
export const pendingText = (ctx: HelpdeskContext): string => pendingOf(ctx).text;

/** Nothing waits any more. */
export const forgetPending = (ctx: HelpdeskContext) => ctx.know({ pending: null });

const keep = (ctx: HelpdeskContext, pending: Pending) => ctx.know({ pending });

/** With the files of these words. */
function pendingOf({ known, said }: HelpdeskContext): Pending {
  // safe: as `keep` left it
  const kept = (known["pending"] as Pending | null | undefined) ?? { text: "", category: null, files: [] };
  return { ...kept, files: [...kept.files, ...said.files] };
}

function askCategory(ctx: HelpdeskContext, pending: Pending): Moves {
  const buttons = CATEGORIES.map((category) => [{ text: ctx.t(`category_${category}`), intent: category }]);
  return [keep(ctx, pending), ctx.say(ctx.t("askCategory"), { buttons })];
}

/** Who was asked something about a ticket may be answering; null when nobody waits for them, or this was asked before. */
async function askWhetherForWaiting(ctx: HelpdeskContext, pending: Pending): Promise<Moves | null> {
  const waiting = (await ctx.services.mine()).find(({ state }) => state === "waiting");
  if (waiting === undefined || ctx.dialog.type === "group") return null;
  const { id, number, title } = waiting;
  const buttons = [
    [ticketButton(id, ctx.t("buttonForIt", { number }), "answer")],
    [{ text: ctx.t("buttonNewProblem"), intent: "newProblem" }],
  ];
  return [keep(ctx, pending), ctx.say(ctx.t("aboutWaiting", { number, title: plainWords(title) }), { buttons })];
}

/**
 * Keeps the ticket and has the workflow see it through. The row is written before the turn is: a turn that runs again finds it
 * by the workflow's id, which is named after the event.
 */
async function openTicket(ctx: HelpdeskContext, { text, category, files }: Pending): Promise<Moves> {
  const workflowId = `${TICKET}:${ctx.portalId}:${ctx.stepId}`;
  const kept = files.flatMap(({ keptId }) => (keptId === null ? [] : [keptId]));
  const priority = priorityOf(text);
  const asked = { category: category ?? "other", priority, title: titleOf(text), description: text };
  const ticket = await ctx.services.open({ ...asked, workflowId, fileIds: kept });
  const { id: ticketId, number, title } = ticket;
  const told = { number, title: plainWords(title), category: ctx.t(`category_${asked.category}`) };
  const opened = ctx.t(priority === "high" ? "openedUrgent" : "opened", told);
  const left = files.length - kept.length;
  return [
    forgetPending(ctx),
    ctx.answered(),
    ctx.start(TICKET, inputOf(ctx.settings, { ticketId, category: asked.category, priority }), { leads: false }),
    ctx.say(left === 0 ? opened : `${opened}\n${ctx.t("filesLeft", { count: left })}`, {
      buttons: [[showButton(number)]],
    }),
  ];
}
