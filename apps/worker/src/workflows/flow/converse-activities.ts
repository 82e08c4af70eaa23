import { plainValues } from "@botdeck/dialog";
import type { Line, Offered, Said } from "@botdeck/dialog/dialogs";

import type { FlowBots } from "../../temporal/flow-bots.ts";
import type { FlowVoice } from "../../temporal/flow-voice.ts";
import type { Addressee } from "./flow.ts";

type Deps = { voice: FlowVoice; bots: FlowBots };

/** What a dialog needs that a workflow leads: words, answers from outside, and the bot for what it cannot answer itself. */
export function createConverseActivities({ voice, bots }: Deps) {
  return {
    /** Says lines as one message. @returns The buttons that are under it, with what they mean. */
    async say(
      { origin, language }: Addressee,
      { key, step, lines }: { key: string; step: string; lines: readonly Line[] },
    ): Promise<Offered[]> {
      const t = await bots.translate(origin, language);
      const text = lines.map((line) => t(line.text, plainValues(line.values))).join("\n\n");
      const rows = lines.findLast(({ buttons }) => buttons !== undefined)?.buttons ?? [];
      const offered = rows.map((row) =>
        row.map(({ text: name, label, values, value }): Offered => ({ text: label ?? t(name ?? "", values), value })),
      );
      const buttons = offered.map((row) => row.map((button) => button.text));
      await voice.say(origin, { key, step, text, buttons });
      return offered.flat();
    },

    /** What the bot's request of that name brings. */
    request: ({ origin, language }: Addressee, { name, params }: { name: string; params: unknown }): Promise<unknown> =>
      bots.ask(origin, language, name, params),

    digress: ({ origin }: Addressee, asked: { key: string; intent: string; said: Said }): Promise<void> =>
      voice.digress(origin, asked),
  };
}

export type ConverseActivities = ReturnType<typeof createConverseActivities>;
