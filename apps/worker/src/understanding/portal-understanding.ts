import { AppError } from "@botdeck/core";
import type { NluProviders, NluUsage } from "@botdeck/db";
import { type AnyBot, createUnderstanding, type IntentDefinition, type Understood, type Words } from "@botdeck/dialog";
import type { ProviderDeps } from "@botdeck/nlu-providers";
import type { Logger } from "@botdeck/telemetry";

import { remember } from "../remember.ts";
import { createCostGuard } from "./cost-guard.ts";
import { knownIntents } from "./known-intents.ts";
import { portalProvider } from "./portal-provider.ts";

/** Another provider is asked that much later at most, when nobody told of the change, in milliseconds. */
const KEPT_MS = 15_000;
/** What an answer in time may need on its way back through this process, in milliseconds. */
const GRACE_MS = 250;

type Understand = (words: Words) => Promise<Understood>;

export type PortalUnderstandingDeps = {
  providers: Pick<NluProviders, "get">;
  usage: Pick<NluUsage, "take" | "correct">;
  /** A bot's intents, with what it was taught by now: the same object for as long as nothing changes. */
  intentsOf: (definition: AnyBot) => Record<string, IntentDefinition>;
  logger: Pick<Logger, "warn">;
} & Pick<ProviderDeps, "fetch" | "now" | "loadEmbedding">;

export type PortalUnderstanding = {
  /** Finds out what words mean, for a bot on a portal: by the bot's own examples, and where these leave it open by the portal's provider. */
  understandingOf(definition: AnyBot, portalId: string): Promise<Understand>;
  /** A portal chose another provider, or none: settings are read anew. */
  forget(): void;
};

/** What words mean on portals. Providers remember how their services were of late, so there is one of this in a process. */
export function createPortalUnderstanding(deps: PortalUnderstandingDeps): PortalUnderstanding {
  const { providers, intentsOf, logger } = deps;
  const plain = new WeakMap<object, Understand>();
  const chosen = new Map<string, { madeOf: string; intents: object; understand: Understand }>();
  const settings = remember(async (portalId: string) => ({ stored: await read(portalId) }), KEPT_MS);

  /** A secret that does not open is told like any other wrong setting. */
  async function read(portalId: string) {
    try {
      return await providers.get(portalId);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invariant") throw error;
      logger.warn(
        { portalId, reason: error.message },
        "the secret of the portal's provider of understanding does not open",
      );
      return null;
    }
  }

  function withoutProvider(intents: Record<string, IntentDefinition>): Understand {
    const known = plain.get(intents);
    if (known !== undefined) return known;
    const understand = createUnderstanding({ intents });
    plain.set(intents, understand);
    return understand;
  }

  return {
    async understandingOf(definition, portalId) {
      const stored = (await settings.find(portalId))?.stored ?? null;
      const key = `${portalId} ${definition.code}`;
      const intents = intentsOf(definition);
      if (stored === null || definition.intents === undefined) {
        chosen.delete(key);
        return withoutProvider(intents);
      }
      const madeOf = stored.updatedAt.toISOString();
      const known = chosen.get(key);
      if (known?.madeOf === madeOf && known.intents === intents) return known.understand;
      const { provider, timeoutMs } = portalProvider(stored, {
        ...deps,
        intents: knownIntents({ ...definition, intents }),
        costGuard: createCostGuard(portalId, deps),
      });
      const understand = createUnderstanding({
        intents,
        chosen: provider,
        budgetMs: timeoutMs + GRACE_MS,
        onFailure: (name, reason) =>
          logger.warn(
            { portalId, bot: definition.code, provider: name, reason },
            "a provider of understanding did not answer: the bot's own examples did",
          ),
      });
      chosen.set(key, { madeOf, intents, understand });
      return understand;
    },
    forget: settings.forget,
  };
}
