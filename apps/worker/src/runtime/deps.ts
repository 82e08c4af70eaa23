import type { DatabaseHandle, Transaction } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

/** A bot at work on a portal: its definition, and what the portal set. */
export type WorkingBot = { definition: AnyBot; settings: unknown; name: string };

export type RuntimeDeps = {
  db: DatabaseHandle["db"];
  bots: {
    /** Null when the bot is unknown here, or its definition left the deployment. */
    find(tx: Transaction, botId: string): Promise<WorkingBot | null>;
    markRemoved(tx: Transaction, botId: string): Promise<void>;
  };
  /** What handlers may use, such as the order source. */
  services: unknown;
  logger: Logger;
};
