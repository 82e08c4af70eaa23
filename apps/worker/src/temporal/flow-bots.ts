import type { FlowLanguage, FlowOrigin } from "@botdeck/contracts";
import { AppError, type Dialog, type Person } from "@botdeck/core";
import { type DatabaseHandle, findConversation, type OverriddenTexts } from "@botdeck/db";
import { type AnyBot, createTranslate, type TextCatalog, type Translate } from "@botdeck/dialog";

import type { KnownRows } from "../known-rows.ts";
import { remember } from "../remember.ts";

/** A changed text is said that much later at most, in milliseconds. */
const KEPT_MS = 15_000;

/** The bots that flows speak for. */
export type FlowBots = {
  /** The bot's words, as the portal has them. */
  translate(origin: FlowOrigin, language: FlowLanguage): Promise<Translate<string>>;
  /**
   * Makes one of the bot's requests.
   *
   * @throws AppError `not_found` when the bot left the deployment, `invariant` when it has no such request.
   */
  ask(origin: FlowOrigin, language: FlowLanguage, request: string, params: unknown): Promise<unknown>;
};

type Deps = {
  db: DatabaseHandle["db"];
  known: Pick<KnownRows, "botById">;
  definitions: readonly AnyBot[];
  overrides: { ofBot(portalId: string, botCode: string): Promise<OverriddenTexts> };
  services: (portalId: string, who: { dialog: Dialog; person: Person }) => unknown;
  now?: () => Date;
};

export function createFlowBots({ db, known, definitions, overrides, services, now = () => new Date() }: Deps): FlowBots {
  const bots = remember(async (botId) => {
    const row = await known.botById(botId);
    const definition = definitions.find(({ code }) => code === row?.code);
    if (row === null || definition === undefined) return null;
    const own = await overrides.ofBot(row.portalId, row.code);
    const settings: unknown = definition.settings?.parse(row.settings) ?? {};
    return { definition, settings, texts: wordsOf(definition, own) };
  }, KEPT_MS);

  async function botOf({ botId }: FlowOrigin) {
    const bot = await bots.find(botId);
    if (bot === null) throw new AppError("not_found", "The bot is not there any more", { context: { botId } });
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
      const { dialog, portalId } = origin;
      const person = await personOf(origin);
      const context = {
        services: services(portalId, { dialog, person }),
        settings,
        dialog,
        person,
        language,
        at: now().toISOString(),
      };
      return await answer(params as never, context as never); // safe: its author's types say the same
    },
  };

  async function personOf({ conversationId, dialog, personName }: FlowOrigin): Promise<Person> {
    const conversation = await findConversation(db, conversationId);
    const kind = dialog.type === "open_line" ? "client" : "employee";
    return { id: conversation?.personId ?? "0", name: conversation?.personName ?? personName, kind };
  }
}

function wordsOf({ texts }: AnyBot, own: OverriddenTexts): TextCatalog {
  return {
    en: { ...texts.en, ...own["en"] },
    ru: { ...texts.ru, ...own["ru"] },
  };
}
