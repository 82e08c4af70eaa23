import { announce, conversation, portal } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { lookAt, PLACES } from "./look-at.ts";
import { openConsole } from "./open-console.ts";
import { actOn, addTalk, hearClient, HOSTILE, latestEffect, ownerOf } from "./test-desk-talk.ts";

test("an operator watches a conversation arrive, takes it over, answers, and gives it back, by the keyboard alone", async () => {
  const { database, openAs } = await openConsole();
  const { db } = database;
  const page = await openAs("operator", "/conversations?queue=all");
  await page.getByText("No conversations yet").waitFor();

  const { id } = await addTalk(db);
  await announce(db, "botdeck_live", [id]);
  await page.getByText("Анна").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const panel = page.locator(`[data-open-conversation="${id}"]`);
  await panel.getByText("Demo bot answers.").waitFor();
  expect(await panel.getByRole("textbox").count()).toBe(0);
  await hearClient(db, id, "Is anybody there?");
  await panel.getByText("Is anybody there?").waitFor();

  await page.keyboard.press("t");
  await panel.getByText("You lead this conversation.").waitFor();
  expect(await ownerOf(db, id)).toMatch(/^operator:desk:/);
  await page.keyboard.press("r");
  await page.keyboard.type("I am here, ");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("one moment");
  await page.keyboard.press("Enter");
  await panel.locator('[data-message-author="operator"]').getByText("one moment").waitFor();
  // The page shows it before it is written.
  const words = { text: "I am here, \none moment", byDesk: true };
  await expect.poll(() => latestEffect(db)).toMatchObject({ body: words });

  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await panel.getByText("Demo bot answers.").waitFor();
  await panel.locator('[data-message-author="bot"]').getByText("I am here again").waitFor();
  expect(await ownerOf(db, id)).toBe("bot");
});

test("what a client writes and is called is shown as it is and runs nothing", async () => {
  const { database, openAs } = await openConsole();
  const { id } = await addTalk(database.db);
  const page = await openAs("operator", `/conversations?queue=all&id=${id}`);
  const log = page.getByRole("log");
  await log.getByText("<script>document.title='owned'</script>").waitFor();
  await page.getByRole("heading", { name: HOSTILE.name }).waitFor();
  await log.getByRole("img", { name: HOSTILE.file }).waitFor();
  await log.getByText(`${HOSTILE.file}.pdf`).waitFor();
  await log.getByText("<b>be kind</b>").waitFor();
  expect(await log.getByRole("link", { name: "press" }).count()).toBe(0);
  await expect.poll(() => page.title()).not.toMatch(/owned/);
  const width = "document.querySelector('[role=log] img').naturalWidth";
  await expect.poll(() => page.evaluate<number>(width)).toBe(1);
});

test("a draft waits in its conversation, a reply that is refused comes back into it, and a note never leaves", async () => {
  const { database, openAs } = await openConsole();
  const { db } = database;
  const { id } = await addTalk(db);
  const page = await openAs("operator", `/conversations?queue=all&id=${id}`, {}, [409]);
  await page.getByRole("button", { name: "Take over" }).click();
  const field = page.getByRole("textbox", { name: "Reply to the client" });
  await field.fill("half a sentence");
  await page.reload();
  await expect.poll(() => field.inputValue()).toBe("half a sentence");

  const before = await latestEffect(db);
  // Somebody else is quicker by a moment: after the press, before the server reads it.
  await page.route(/conversation\.reply/, async (route) => {
    await db.update(conversation).set({ owner: "operator:12", ownerVersion: 9 }).where(eq(conversation.id, id));
    await route.continue();
  });
  await field.press("Enter");
  await page.getByText("somebody else was quicker").first().waitFor();
  await page.locator('[data-message-author="operator"]').waitFor({ state: "detached" });
  expect(await latestEffect(db)).toEqual(before);
  expect(await page.evaluate<string>(`sessionStorage.getItem("botdeck.draft.reply.${id}")`)).toBe("half a sentence");

  // Until the page knows who leads by now, a letter would belong to the reply.
  await field.waitFor({ state: "detached" });
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Note to colleagues" }).fill("Ask Lena");
  await page.getByRole("button", { name: "Add the note" }).click();
  await page.locator("[data-note]").getByText("Ask Lena").waitFor();
  expect(await latestEffect(db)).toEqual(before);
});

test("a viewer watches: no word of theirs gets anywhere, and others see that they look", async () => {
  const { database, openAs } = await openConsole();
  const { id } = await addTalk(database.db);
  const operator = await openAs("operator", `/conversations?queue=all&id=${id}`);
  await operator.getByText("Demo bot answers.").waitFor();
  const viewer = await openAs("viewer", `/conversations?queue=all&id=${id}`);
  await viewer.getByText("Demo bot answers.").waitFor();
  await operator.getByRole("img", { name: "Looks too: Test viewer" }).waitFor();
  expect(await viewer.getByRole("textbox").count()).toBe(0);
  expect(await viewer.getByRole("button", { name: "Take over" }).count()).toBe(0);
  expect(await viewer.locator('[role="log"] img').count()).toBe(0);
  await viewer.goto("about:blank");
  await viewer.close();
});

test("an operator's conversation is taken by a lead, and not by another operator", async () => {
  const { database, openAs } = await openConsole();
  const { id } = await addTalk(database.db, { owner: "operator:12", dialogType: "private" });
  const address = `/conversations?queue=all&id=${id}`;
  const operator = await openAs("operator", address);
  await operator.getByText("Only a lead can take it.").waitFor();
  expect(await operator.getByRole("button", { name: "Take over" }).count()).toBe(0);
  const lead = await openAs("lead", address);
  await lead.getByRole("button", { name: "Take over" }).click();
  await operator.getByText("Test lead leads this conversation.").waitFor();
});

test("who could not answer a client whom the bot has left is shown where to, and takes nobody's place", async () => {
  const { database, openAs } = await openConsole();
  const { id } = await addTalk(database.db, { owner: "queue:1" });
  const lead = await openAs("lead", `/conversations?queue=all&id=${id}`);
  await lead.getByText("The bot has left this chat").waitFor();
  expect(await lead.getByRole("button", { name: "Take over" }).count()).toBe(0);
  const link = lead.getByRole("link", { name: "Answer in Bitrix24" });
  expect(await link.getAttribute("href")).toBe("https://demo.example/online/?IM_DIALOG=chat7");
});

test("a message is traced, its intent corrected, the client passed on, and the conversation closed with a reason", async () => {
  const { database, openAs } = await openConsole();
  const { db } = database;
  const { id } = await addTalk(db);
  const page = await openAs("operator", `/conversations?queue=all&id=${id}`);
  const first = page.locator('[data-message-author="client"]').first();
  await actOn(page, first, "Trace the message");
  await page.getByRole("dialog", { name: "Trace of the message" }).getByText("Taken in by the gateway").waitFor();
  await page.keyboard.press("Escape");

  await actOn(page, first, "Correct the intent");
  await page.getByRole("combobox").click();
  await page.getByRole("option", { name: "Order status" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await first.getByText("Corrected: Order status").waitFor();

  await page.getByRole("button", { name: "Pass on" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Pass on" }).click();
  await page.getByText("Waits for an operator").waitFor();
  expect(await ownerOf(db, id)).toBe("queue:1");
  expect(await latestEffect(db)).toMatchObject({ body: { kind: "chat.hand_over", chatId: "7" } });

  // Of the bar: the dialog before stays until its answer is there, and has a button of the same name.
  await page.getByRole("toolbar").getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("textbox", { name: "Reason" }).fill("spam");
  await page.getByRole("dialog").getByRole("button", { name: "Close the conversation" }).click();
  await page.getByText("The conversation is closed.").waitFor();
  expect(await ownerOf(db, id)).toBe("closed");
  // The bot has left: taking it over would be refused, so nothing offers it.
  await page.getByText("On the portal it stays open: operators answer there.").waitFor();
  expect(await page.getByRole("button", { name: "Take over" }).count()).toBe(0);
  // What there is to do instead.
  const told = page.getByRole("note");
  await told.getByText("When the client writes again, it opens by itself").waitFor();
  await told.getByRole("link", { name: "Answer in Bitrix24" }).waitFor();
});

test("who is not known on the portal is told where to link and comes there by one press", async () => {
  const { database, openAs } = await openConsole({ bitrixApp: { clientId: "local.app", clientSecret: "secret" } });
  const { db } = database;
  const { id } = await addTalk(db, { owner: "queue:1" });
  const rest = "https://demo.example/rest/";
  await db
    .update(portal)
    .set({ memberId: "home", clientEndpoint: rest, serverEndpoint: "https://oauth.example/rest/" });
  const page = await openAs("operator", `/conversations?queue=all&id=${id}`, { locale: "ru-RU" });
  await page.getByText("нажмите «Связать» рядом с demo.example").waitFor();
  expect(await page.getByRole("button", { name: "Забрать себе" }).count()).toBe(0);
  expect(await lookAt(page, "desk-not-linked")).toEqual([]);
  await page.getByRole("link", { name: "Открыть мой профиль" }).click();
  const section = page.locator("#portals");
  await section.getByRole("button", { name: "Связать" }).waitFor();
  await section.getByText("demo.example").waitFor();
  await expect.poll(() => section.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(400);
});

test.each(PLACES)("the desk is free of WCAG faults, $place", async ({ place, options }) => {
  const { database, openAs } = await openConsole();
  const { id } = await addTalk(database.db);
  const page = await openAs("lead", `/conversations?queue=all&id=${id}`, options);
  await page.locator('[data-leader="bot"]').waitFor();
  await page.locator("[data-note]").waitFor();
  expect(await lookAt(page, `desk-bot-${place}`)).toEqual([]);

  await page.locator("[data-details] button").first().click();
  await page.locator("[data-effect]").first().waitFor();
  await page.locator("[data-effect]").last().scrollIntoViewIfNeeded();
  expect(await lookAt(page, `desk-details-${place}`)).toEqual([]);
  await page.locator("[data-details] button").nth(1).click();
  await page.locator("svg [data-step]").first().waitFor();
  expect(await lookAt(page, `desk-picture-${place}`)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator("[data-details] button").first().click();

  await page.keyboard.press("t");
  await page.locator('[data-leader="me"]').waitFor();
  await page.keyboard.press("n");
  await page.getByRole("textbox").fill("Ask Lena");
  expect(await lookAt(page, `desk-note-${place}`)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.getByRole("textbox").fill("One moment");
  expect(await lookAt(page, `desk-reply-${place}`)).toEqual([]);

  await page.locator('[data-message-author="bot"]').first().hover();
  await page.locator('[data-message-author="bot"] button[aria-haspopup="menu"]').first().click();
  await page.getByRole("menuitem").first().click();
  await page.locator("[data-trace]").waitFor();
  expect(await lookAt(page, `desk-trace-${place}`)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.keyboard.press("a");
  await page.getByRole("dialog").waitFor();
  expect(await lookAt(page, `desk-pass-${place}`)).toEqual([]);
});
