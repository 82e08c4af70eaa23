import { AppError } from "@botdeck/core";
import type { BotContext, ButtonRows, Moves } from "@botdeck/dialog";

import type { CrmAnswerTextKey } from "./texts.ts";

type Answering = Pick<BotContext<never, never, CrmAnswerTextKey>, "t" | "say">;

/**
 * Does what reads the portal. What it does not let the person see, a portal that knows no person's rights, and one that is
 * away, are said in words.
 *
 * @param again The command that does the same once more.
 * @throws whatever else went wrong; so does what lacks the person's permission, which the runtime asks them for.
 */
export async function orSayWhy(
  ctx: Answering,
  again: { command: string; params: string },
  read: () => Promise<Moves>,
): Promise<Moves> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "forbidden") return ctx.say(ctx.t("noRights"));
    if (error.code === "unsupported") return ctx.say(ctx.t("webhookOnly"));
    if (error.code !== "unreachable" && error.code !== "rate_limited") throw error;
    const buttons: ButtonRows = [[{ kind: "command", text: ctx.t("again"), ...again }]];
    return ctx.say(ctx.t("portalAway"), { buttons });
  }
}
