import { message } from "@botdeck/db";
import { NO_ENTITIES } from "@botdeck/dialog";
import { expect, test } from "vitest";

import { addHandedOver, OPERATOR } from "../server/test-conversations.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { keepScreenshot, openConsole } from "./open-console.ts";

const AT = new Date("2026-11-21T09:00:00Z");

test("a line under the client's words says what was understood, how surely, by whom and in whose place", async () => {
  const { open } = await setup();
  const page = await open("operator");
  const line = page.locator('[data-message-author="client"] [data-understood]');
  await line.first().waitFor();
  expect(await line.allTextContents()).toEqual(["Order status · 93% · own examples · instead of Rasa"]);

  await line.click();
  const popover = page.getByRole("dialog", { name: "What was understood" });
  await popover.getByText("Order A-1042").waitFor();
  await popover.getByText("Day Nov 20, 2026").waitFor();
  await popover.getByText("Phone +79001234567").waitFor();
  await popover.getByText("Rasa failed or was too slow").waitFor();
  await page.keyboard.press("Escape");
  await popover.waitFor({ state: "detached" });
});

test("what stands behind the conversation is told in human words, and the dialog's step is marked in its picture", async () => {
  const { open } = await setup();
  const page = await open("operator");
  const details = page.locator("[data-details]");
  await details.getByText("Order status: phone").waitFor();
  await details.getByRole("button", { name: "Details" }).click();
  for (const words of ["A-1042", "With a person", "no useful answer twice", "Nina", "2 of 5", "too large"]) {
    await details.getByText(words).first().waitFor();
  }
  await page.getByText("Open line · demo.example · Order status").waitFor();

  await details.getByRole("link", { name: "Show in the picture" }).click();
  const picture = page.getByRole("figure", { name: "Picture of the dialog “Order status”" });
  await picture.locator('[data-at="true"][data-step="phone"]').waitFor();
  await page.getByRole("link", { name: "To the conversation" }).click();
  await details.waitFor();
});

test.each(PLACES)("conversation and dialogs are free of WCAG faults, $place", async ({ place, options }) => {
  const { open, botId, openAs } = await setup();
  const page = await open("lead", options);
  await page.locator("[data-understood]").waitFor();
  await keepScreenshot(page, `conversation-${place}`);
  await page.locator("[data-details] button").first().click();
  await page.getByText("Nina", { exact: true }).last().waitFor();
  expect(await lookAt(page, `details-${place}`)).toEqual([]);
  await page.locator("[data-understood]").click();
  await page.getByRole("dialog").waitFor();
  expect(await lookAt(page, `understood-${place}`)).toEqual([]);

  const dialogs = await openAs("lead", `/bots/${botId}/dialogs?dialog=productReturn`, options);
  await dialogs.locator("svg [data-step]").first().waitFor();
  expect(await lookAt(dialogs, `dialogs-${place}`)).toEqual([]);
});

async function setup() {
  const console = await openConsole();
  const { db } = console.database;
  const { id: conversationId, botId } = await addHandedOver(db, {
    topic: "order_status",
    lastMessageText: "Where is A-1042?",
    ratingComment: "Too long",
  });
  const span = { start: 0, end: 1 };
  const understood = {
    intents: [
      { intent: "orderStatus", confidence: 0.93 },
      { intent: "productReturn", confidence: 0.04 },
    ],
    provider: "embedded",
    fellBackFrom: "rasa",
    entities: {
      ...NO_ENTITIES,
      orderNumbers: [{ number: "A-1042", ...span }],
      dates: [{ date: "2026-11-20", orElse: null, ...span }],
      phones: [{ phone: "+79001234567", ...span }],
    },
  };
  const client = { conversationId, author: "client", authorName: "Anna Field" } as const;
  const operator = { author: "operator", authorId: OPERATOR.id, authorName: OPERATOR.name } as const;
  await db.insert(message).values([
    { ...client, text: "Where is A-1042? I ordered it yesterday, my phone is +7 900 123-45-67", understood, at: AT },
    { conversationId, author: "bot", authorName: "Demo bot", text: "One moment, please.", at: AT },
    { ...client, text: "Hello?", at: AT },
    { conversationId, ...operator, text: "I am looking.", at: AT },
  ]);
  const open = (role: "operator" | "lead", options: Parameters<typeof console.openAs>[2] = {}) =>
    console.openAs(role, `/conversations?queue=all&id=${conversationId}`, options);
  return { open, openAs: console.openAs, botId };
}
