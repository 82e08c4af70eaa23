import { BUILT_IN_BOTS, officeBot } from "@botdeck/bots";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";

test("a bot of the deployment's own has its settings, texts, dialogs and intents in the console", async () => {
  const { cookieOf, database, query, mutate } = await setupConsole({ bots: [...BUILT_IN_BOTS, officeBot] });
  const { botId } = await addBot(database.db, "portal.example", "office");
  const lead = await cookieOf("lead");

  expect((await query("bot.get", { botId }, lead)).data).toMatchObject({
    known: {
      kind: "internal",
      form: [{ name: "from" }, { name: "to" }],
      commands: expect.arrayContaining([expect.objectContaining({ name: "hours" })]),
    },
  });
  expect((await query("bot.texts", { botId }, lead)).data).toMatchObject({
    bot: { isKnown: true },
    groups: [{ name: "other", texts: expect.arrayContaining([expect.objectContaining({ key: "hello" })]) }],
  });
  expect((await query("bot.dialogs", { botId }, lead)).data).toMatchObject({ dialogs: [{ graph: { name: "hours" } }] });
  expect((await query("training.bots", undefined, lead)).data).toContainEqual(
    expect.objectContaining({ code: "office", intents: expect.arrayContaining([{ name: "hours", phrases: 4 }]) }),
  );
  const wish = { botId, settings: { from: "9:00" }, before: {} };
  expect((await mutate("bot.putSettings", wish, lead)).data).toEqual({ kind: "saved" });
});

test("of a bot whose module the console was not given it shows the state alone, and changes nothing", async () => {
  const { cookieOf, database, query, mutate } = await setupConsole();
  const { botId } = await addBot(database.db, "portal.example", "office");
  const lead = await cookieOf("lead");
  expect((await query("bot.get", { botId }, lead)).data).toMatchObject({ known: null });
  const wish = { botId, settings: { from: "9:00" }, before: {} };
  expect((await mutate("bot.putSettings", wish, lead)).error?.message).toMatch(/BOTDECK_BOTS/);
});
