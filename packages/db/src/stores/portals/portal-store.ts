import type { Database } from "../../client.ts";
import type { SecretBox } from "../../secret-box.ts";

/** What the parts of the store of portals share. */
export type PortalStore = {
  db: Database;
  box: SecretBox;
  /** Tells gateways and workers, which know portals and bots by heart. */
  tell(): Promise<void>;
};
