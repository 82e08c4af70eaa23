import type { Database } from "../../client.ts";
import { isSealedOtherwise, type SecretBox } from "../../secret-box.ts";

/** What the parts of the store of portals share. */
export type PortalStore = {
  db: Database;
  box: SecretBox;
  /** Tells gateways and workers, which know portals and bots by heart. */
  tell(): Promise<void>;
};

export /** False for what was sealed with another key. */
function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch (error) {
    if (isSealedOtherwise(error)) return false;
    throw error;
  }
}
