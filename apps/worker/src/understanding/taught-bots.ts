import { messageOf } from "@botdeck/core";
import { type DatabaseHandle, listen, type TaughtPhrase } from "@botdeck/db";
import {
  type AnyBot,
  type EmbeddedModel,
  type Example,
  examplesOf,
  type IntentDefinition,
  keepModel,
} from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";
import { taughtIntents } from "./taught-intents.ts";

/** A notice may be lost, so what is live is looked at again after this all the same, in milliseconds. */
const EVERY_MS = 15_000;

export type TaughtBots = {
  /** A bot's intents with what it was taught, as soon as its model is there; its own intents before that. */
  intentsOf(definition: AnyBot): Record<string, IntentDefinition>;
  /** Learns what was published, and forgets what was rolled back. One look at a time. */
  look(): Promise<void>;
};

/** The same one each time, so that what is made for it is found again. */
const NO_INTENTS: Record<string, IntentDefinition> = {};

type Deps = {
  definitions: readonly AnyBot[];
  /** What is live, by the bots' codes. */
  readPhrases: () => Promise<ReadonlyMap<string, readonly TaughtPhrase[]>>;
  /** Makes the model of examples, without holding this thread. */
  makeModel: (of: { code: string; examples: readonly Example[] }) => Promise<EmbeddedModel>;
  /** Lets go of what was made for a bot that is taught nothing any more. */
  forgetModels: (code: string) => Promise<void>;
  logger: Pick<Logger, "info" | "error">;
};

/** What bots know beside their own examples, on all portals. There is one of this in a process. */
export function createTaughtBots({ definitions, readPhrases, makeModel, forgetModels, logger }: Deps): TaughtBots {
  const current = new Map<string, { madeOf: string; intents: Record<string, IntentDefinition> }>();
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const live = await readPhrases();
    for (const { code, intents: own } of definitions) {
      if (own === undefined) continue;
      const phrases = live.get(code) ?? [];
      const madeOf = JSON.stringify(phrases);
      const before = current.get(code)?.madeOf;
      if (before === madeOf || !(await learn(code, own, phrases, madeOf))) continue;
      if (before === undefined && phrases.length === 0) continue;
      logger.info({ bot: code, phrases: phrases.length }, "the bot answers by what it was taught");
    }
  }

  /** What cannot be learned is told, and tried again with the next look; the bot answers by what it knew meanwhile. */
  async function learn(
    code: string,
    own: Record<string, IntentDefinition>,
    phrases: readonly TaughtPhrase[],
    madeOf: string,
  ): Promise<boolean> {
    const intents = taughtIntents(own, phrases);
    try {
      if (intents === own) await forgetModels(code);
      else await make(code, examplesOf(intents));
    } catch (error) {
      logger.error({ bot: code, reason: messageOf(error) }, "what the bot was taught could not be learned");
      return false;
    }
    current.set(code, { madeOf, intents });
    return true;
  }

  async function make(code: string, examples: readonly Example[]): Promise<void> {
    keepModel(examples, await makeModel({ code, examples }));
  }

  return {
    intentsOf: ({ code, intents }) => current.get(code)?.intents ?? intents ?? NO_INTENTS,
    look() {
      looking = looking.catch(() => {}).then(look);
      return looking;
    },
  };
}

/** Looks when somebody publishes or rolls back, after each lost connection, and now and then. */
export async function startTaughtBots({
  handle,
  taught,
  logger,
}: {
  handle: DatabaseHandle;
  taught: Pick<TaughtBots, "look">;
  logger: Logger;
}): Promise<Role> {
  const lookNow = () =>
    void taught.look().catch((error: unknown) => {
      logger.warn({ err: error }, "what bots were taught could not be read: it is looked at again");
    });
  const unlisten = await listen(
    handle,
    "botdeck_desk",
    (topics) => {
      if (topics.includes("training")) lookNow();
    },
    lookNow,
  );
  const looking = keepLooking("taught bots", taught.look, logger, EVERY_MS);
  return {
    async stop() {
      await looking.stop();
      // The connection is closed next; with Postgres away there is nothing to take leave of.
      await unlisten().catch(() => {});
    },
  };
}
