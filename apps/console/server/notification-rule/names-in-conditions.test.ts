import { NotifySettings } from "@botdeck/bots";
import { SETTING_FIELDS } from "@botdeck/notifications";
import { expect, test } from "vitest";

test("every setting that conditions may ask for is one that the bot has", () => {
  expect(Object.keys(NotifySettings.parse({}))).toEqual(expect.arrayContaining([...SETTING_FIELDS]));
});
