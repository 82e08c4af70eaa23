import { type DatabaseHandle, listen } from "@botdeck/db";

import type { Role } from "./role.ts";

/** Wakes a role when somebody says on the channel that there is work, and after each lost connection. */
export async function wokenBy(
  handle: DatabaseHandle,
  channel: "botdeck_inbox" | "botdeck_outbox",
  role: Role & { wake(): void },
): Promise<Role> {
  const unlisten = await listen(handle, channel, role.wake, role.wake);
  return {
    async stop() {
      await role.stop();
      // The connection is closed next; with Postgres away there is nothing to take leave of.
      await unlisten().catch(() => {});
    },
  };
}
