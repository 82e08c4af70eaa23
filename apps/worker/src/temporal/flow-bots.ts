import type { FlowLanguage, FlowOrigin } from "@botdeck/contracts";
import { AppError, type Person } from "@botdeck/core";
import { type DatabaseHandle, findConversation } from "@botdeck/db";
import { createTranslate, type Translate } from "@botdeck/dialog";
import { ApplicationFailure } from "@temporalio/activity";

import type { WorkingBot } from "../runtime/deps.ts";
import type { Speaking } from "../services/portal-services.ts";

/** The bots that flows speak for. */
export type FlowBots = {
  /** The bot's words, as the portal has them. */
  translate(origin: FlowOrigin, language: FlowLanguage): Promise<Translate<string>>;
  /**
   * Makes one of the bot's requests.
   *
   * @throws AppError `invariant` when the bot has no such request.
   */
  ask(origin: FlowOrigin, language: FlowLanguage, request: string, params: unknown): Promise<unknown>;
};

type Deps = {
  db: DatabaseHandle["db"];
  find: (botId: string) => Promise<Pick<WorkingBot, "definition" | "settings" | "texts"> | null>;
  /** What the bot's requests may use. */
  servicesFor: (code: string, speaking: Speaking) => unknown;
  now?: () => Date;
};

export function createFlowBots({ db, find, servicesFor, now = () => new Date() }: Deps): FlowBots {
  async function botOf({ botId }: FlowOrigin) {
    const bot = await find(botId);
    // Nobody is left to speak, so the flow ends here: no second try would bring the bot back.
    if (bot === null) throw ApplicationFailure.nonRetryable("The bot is not there any more", "BotGone", { botId });
    return bot;
  }

  return {
    translate: async (origin, language) => createTranslate((await botOf(origin)).texts, language),

    async ask(origin, language, request, params) {
      const { definition, settings } = await botOf(origin);
      const answer = definition.requests?.[request];
      if (answer === undefined) {
        throw new AppError("invariant", `Bot "${definition.code}" has no request "${request}"`);
      }
      const { dialog, portalId, botId, conversationId } = origin;
      const person = await personOf(origin);
      const services = servicesFor(definition.code, { portalId, botId, conversationId, dialog, person });
      const context = { services, settings, dialog, person, language, at: now().toISOString() };
      return await answer(params as never, context as never); // safe: its author's types say the same
    },
  };

  async function personOf({ conversationId, dialog, personName }: FlowOrigin): Promise<Person> {
    const conversation = await findConversation(db, conversationId);
    const kind = dialog.type === "open_line" ? "client" : "employee";
    return { id: conversation?.personId ?? "0", name: conversation?.personName ?? personName, kind };
  }
}
