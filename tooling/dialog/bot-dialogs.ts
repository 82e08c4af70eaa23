import { returnDialogs, settlementDialogs } from "@botdeck/bots/dialogs";
import { STAGES } from "@botdeck/bots/stages";
import type { AnyBot } from "@botdeck/dialog";
import type { DialogDefinition } from "@botdeck/dialog/dialogs";

export type BotDialog = { bot: AnyBot; dialog: DialogDefinition };

/** Workflows lead these; their bot says their texts. */
const LED_BY_WORKFLOWS: Readonly<Record<string, readonly DialogDefinition[]>> = {
  store: [...returnDialogs, ...settlementDialogs],
};

/** The dialogs of every bot, or of one, or one of them; null for any. Older versions that are kept are among them. */
export function botDialogs({ bot, dialog }: { bot: string | null; dialog: string | null }): BotDialog[] {
  return Object.values(STAGES)
    .flatMap((stage) =>
      [...(stage.bot.dialogs ?? []), ...(LED_BY_WORKFLOWS[stage.bot.code] ?? [])].map((each) => ({
        bot: stage.bot,
        dialog: each,
      })),
    )
    .filter((each) => (bot ?? each.bot.code) === each.bot.code && (dialog ?? each.dialog.name) === each.dialog.name);
}
