import { HAND_OVER } from "@botdeck/contracts/names";
import { whenOpen } from "@botdeck/core/working-time";
import type { Move, Slots } from "@botdeck/dialog";

import { contextCard } from "./context-card.ts";
import type { StoreContext } from "../store-context.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Gives the client to a person: words for the client, a card for the operator, the transcript for the CRM. */
export async function callOperator(
  ctx: StoreContext,
  { topic, cause, slots = {} }: { topic: string; cause: string; slots?: Slots },
): Promise<Move[]> {
  const { settings, services, t } = ctx;
  const transcript = await services.transcript();
  const open = whenOpen(settings, ctx.at);
  // Operators sit at open lines only: elsewhere nobody would come.
  const isHeard = ctx.dialog.type === "open_line" && ctx.dialog.chatId !== null;
  const words = [t(isHeard ? (cause === "source_away" ? "handOverAway" : "handOver") : "handOverNowhere")];
  if (isHeard && !open.isOpen && open.day !== null) words.push(t("handOverLater", { day: open.day, from: open.from }));
  const note = contextCard(ctx, { topic, cause, slots: { ...ctx.known, ...slots }, card: services.knownCard() });
  const input = {
    nextLineIds: settings.nextLineIds,
    supervisorId: settings.supervisorId,
    waitMs: settings.pickUpMinutes * MINUTE_MS,
    quietMs: settings.quietHours * HOUR_MS,
    opensAt: open.isOpen || open.day === null ? null : open.opensAt,
  };
  const phone = typeof slots["phone"] === "string" ? slots["phone"] : null;
  const name = typeof slots["name"] === "string" ? slots["name"] : null;
  return [
    ctx.say(words.join("\n")),
    ctx.handOver({ topic, cause, note, watch: { workflow: HAND_OVER, input } }),
    ctx.record({ phone, name, timeline: `${note}\n\n${transcript}` }),
  ];
}

/** Nobody has to wait for a CRM that does not answer. */
export async function orNone<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch {
    return null;
  }
}
