import { type B24Client, createB24Client, createUndiciTransport } from "@botdeck/b24-client";
import { connect } from "@botdeck/db";
import { createSharedBudget } from "@botdeck/portal-clients";

import type { OwnCaller } from "./task.ts";

const CONNECTIONS = 4;

/** Our client as the apps use it: its own transport, the budget of all processes in Postgres. */
export function openOwnClient(caller: OwnCaller): { client: B24Client; close(): Promise<void> } {
  const { webhookUrl, databaseUrl, portalId, limits, packing } = caller;
  const handle = connect(databaseUrl, { max: CONNECTIONS });
  const transport = createUndiciTransport();
  const client = createB24Client({
    portal: { kind: "webhook", url: webhookUrl },
    transport,
    budget: createSharedBudget(handle.db, portalId, limits),
    packing,
  });
  return {
    client,
    close: async () => {
      await transport.close();
      await handle.close();
    },
  };
}
