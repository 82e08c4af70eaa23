import type { Transport } from "@botdeck/b24-client";
import { createPollerLocks, type DatabaseHandle, type SecretBox } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { BitrixApp } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { type RecoverySettings, recoveryDeps } from "../recovery/recovery-deps.ts";
import { startRecovery } from "../recovery/start-recovery.ts";
import type { Role } from "./role.ts";

/** Looks for what was missed in outages, and takes the changes that portals have queued. */
export function startRecoveryRole(deps: {
  handle: DatabaseHandle;
  box: SecretBox;
  transport: Transport;
  app: BitrixApp | null;
  definitions: readonly AnyBot[];
  settings: RecoverySettings & { databaseUrl: string };
  logger: Logger;
}): Role {
  const { settings, logger } = deps;
  const locks = createPollerLocks(settings.databaseUrl);
  const recovery = startRecovery({ ...recoveryDeps(deps), locks, logger });
  return {
    async stop() {
      await recovery.stop();
      await locks.close();
    },
  };
}
