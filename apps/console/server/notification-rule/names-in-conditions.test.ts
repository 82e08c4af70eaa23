import { NotifySettings } from "@botdeck/bots";
import { HookOptions, POSTED_FIELDS, readHookPost, SETTING_FIELDS } from "@botdeck/notifications";
import { expect, test } from "vitest";

test("every setting that conditions may ask for is one that the bot has", () => {
  expect(Object.keys(NotifySettings.parse({}))).toEqual(expect.arrayContaining([...SETTING_FIELDS]));
});

test("what is offered of a post is what is read of it", () => {
  const options = HookOptions.parse({});
  const reading = readHookPost({ event: "payment.succeeded" }, { source: "payment", options, arrivedAt: new Date() });
  const read = reading.kind === "record" ? Object.keys(reading.record) : [];
  // The source's name is known by whoever takes the post.
  expect([...read, "source"].toSorted()).toEqual(POSTED_FIELDS.toSorted());
});
