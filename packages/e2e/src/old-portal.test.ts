import { bot } from "@botdeck/db";
import { expect, test } from "vitest";

import { clientAt } from "./emulator-api.ts";
import { startDeployment } from "./system/deployment.ts";

test("a portal without the second bot API gets the same bots by the first one", async () => {
  const { emulator, db } = await startDeployment((portal) => portal.setFaults({ portal: { isOldRevision: true } }));

  const client = clientAt(await emulator.clients(), 0);
  await client.write("where is my order?");
  await client.hears(/Order A-1042 is shipped and on its way/);
  await client.write("A-1044");
  await client.hears(/Order A-1044 is delivered/);

  const bots = await db.select().from(bot);
  expect(bots.find(({ code }) => code === "store")).toMatchObject({ api: "v1", eventMode: "webhook" });
});
