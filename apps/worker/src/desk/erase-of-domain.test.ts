import { randomBytes } from "node:crypto";

import { newId } from "@botdeck/core/ids";
import { connect, conversation, createPortals, createSecretBox, type DatabaseHandle } from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";

import { eraseOfDomain } from "./erase-of-domain.ts";

let database: TestDatabase;
let handle: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 2 });
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

test("a person is erased under every address by which their portal was ever connected, and nowhere else", async () => {
  const portals = createPortals(handle.db, createSecretBox(randomBytes(32).toString("base64")));
  const domain = "portal.example";
  const places = [
    { domain, state: "removed" },
    { domain, state: "active" },
    { domain: "other.example", state: "active" },
  ] as const;
  for (const place of places) {
    const { id: portalId } = await portals.keepWebhook({ ...place, url: `https://${place.domain}/rest/1/${newId()}/` });
    await portals.setState(portalId, place.state);
    const { id: botId } = await portals.ensureBot({
      portalId,
      code: "store",
      name: "The bot",
      eventMode: "fetch",
      newBotToken: null,
    });
    const person = { personId: "7", personName: `Anna of ${place.domain}`, title: "Anna", language: "en" };
    await handle.db
      .insert(conversation)
      .values({ ...person, portalId, botId, dialogId: "7", dialogType: "private" as const });
  }
  const asked = { domain, portalUserId: "7" };

  expect(await eraseOfDomain(handle.db, portals, { ...asked, isDryRun: true })).toMatchObject({ conversations: 2 });
  expect(await eraseOfDomain(handle.db, portals, { ...asked, isDryRun: false })).toMatchObject({ conversations: 2 });

  const left = await handle.db.select().from(conversation);
  expect(left.map(({ personName }) => personName)).toEqual(["Anna of other.example"]);
  const nowhere = { ...asked, domain: "nowhere.example", isDryRun: true };
  await expect(eraseOfDomain(handle.db, portals, nowhere)).rejects.toMatchObject({ code: "not_found" });
});
