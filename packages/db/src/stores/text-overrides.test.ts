import { afterAll, beforeAll, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { createTextOverrides } from "./text-overrides.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

test("a portal's own words are by language and name, may be changed and taken back, and are nobody else's", async () => {
  const [{ id: portalId }, { id: otherId }] = await Promise.all([world.newPortal(), world.newPortal()]);
  const overrides = createTextOverrides(world.db);
  const put = (language: string, key: string, text: string | null) =>
    overrides.put({ portalId, botCode: "store", language, key, text, updatedBy: "user-1" });
  await put("en", "greeting", "Hello!");
  await put("en", "greeting", "Welcome to Lamps!");
  await put("ru", "greeting", "Добро пожаловать!");
  await put("ru", "toString", "toString");
  await put("en", "goodbye", "Bye");
  await put("en", "goodbye", null);
  await overrides.put({
    portalId,
    botCode: "helpdesk",
    language: "en",
    key: "greeting",
    text: "Hi",
    updatedBy: "user-1",
  });

  expect(await overrides.ofBot(portalId, "store")).toEqual({
    en: { greeting: "Welcome to Lamps!" },
    ru: { greeting: "Добро пожаловать!", toString: "toString" },
  });
  expect(await overrides.ofBot(otherId, "store")).toEqual({});
});
