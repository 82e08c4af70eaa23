import type { Ended, Moves } from "@botdeck/dialog";

import { momentIn } from "../day-of.ts";
import type { SalesContext } from "../sales-context.ts";

/** The task that the dialog has asked for: the person's own, made with their rights. */
export function makeTask(ctx: SalesContext & Ended): Moves {
  const { dialog, ending, slots } = ctx.ended;
  if (dialog !== "clientTask" || ending.outcome !== "solved") return [];
  const { title, day, client, clientUrl } = slots as {
    title: string;
    day: string;
    client: string;
    clientUrl: string | null;
  };
  const { id } = ctx.person;
  return [
    ctx.effect({
      kind: "task.create",
      originId: ctx.stepId,
      title,
      description: clientUrl === null ? client : `[url=${clientUrl}]${client}[/url]`,
      responsibleId: id,
      deadlineAt: momentIn(ctx, day, ctx.settings.dayEndsAt),
      byId: id,
    }),
    ctx.say(ctx.t("taskMade", { title, day })),
  ];
}
