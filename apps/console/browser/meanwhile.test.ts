import { claimEffects } from "@botdeck/db";
import { expect, test } from "vitest";

import { addBot } from "../server/test-conversations.ts";
import { holdAnswer } from "./hold-answer.ts";
import { openDeliveries } from "./open-deliveries.ts";
import { openConsole } from "./open-console.ts";
import { addTalk, latestEffect, ownerOf } from "./test-desk-talk.ts";

// What somebody goes on to while the server has not answered yet stays theirs.

test("a note that is begun while one takes over stays a note: nothing of it gets to the client", async () => {
  const { database, openAs } = await openConsole();
  const { db } = database;
  const { id } = await addTalk(db);
  const page = await openAs("operator", `/conversations?queue=all&id=${id}`);
  await page.getByText("Demo bot answers.").waitFor();
  const release = await holdAnswer(page, /conversation\.takeOver/);
  await page.getByRole("button", { name: "Take over" }).click();
  await expect.poll(() => ownerOf(db, id)).toMatch(/^operator:desk:/);
  const before = await latestEffect(db);
  await page.keyboard.press("n");
  await page.keyboard.type("Between us: ");

  release();
  await page.getByText("You lead this conversation.").waitFor();
  await page.getByRole("button", { name: "Take over" }).waitFor({ state: "detached" });
  await page.keyboard.type("he is angry");
  await page.keyboard.press("Enter");
  await page.locator("[data-note]").getByText("Between us: he is angry").waitFor();
  expect(await latestEffect(db)).toEqual(before);
});

test("a dialog that is opened while another's act is under way is not shut by its end", async () => {
  const { database, openAs } = await openConsole();
  const { id } = await addTalk(database.db);
  const page = await openAs("operator", `/conversations?queue=all&id=${id}`);
  const release = await holdAnswer(page, /conversation\.passOn/);
  await page.getByRole("button", { name: "Pass on" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Pass on" }).click();
  await page.getByText("Waits for an operator").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("e");
  const reason = page.getByRole("dialog").getByRole("textbox", { name: "Reason" });
  await reason.fill("spam");

  release();
  await page.getByText("The client is passed on").first().waitFor();
  expect(await reason.inputValue()).toBe("spam");
});

test("a text that is saved while another is written takes neither its focus nor its letters", async () => {
  const { database, openAs } = await openConsole();
  const { db } = database;
  const { botId } = await addBot(db);
  const page = await openAs("lead", `/bots/${botId}/texts`);
  const cell = (key: string) => page.locator(`[data-text="${key}"] [data-language="en"]`);
  const release = await holdAnswer(page, /bot\.putText/);
  await cell("orderUnknown").getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Words for orderUnknown in English" }).fill("Order {number} is not there.");
  await page.keyboard.press("Control+Enter");
  await cell("goodbye").getByRole("button", { name: "Edit" }).click();
  const other = page.getByRole("textbox", { name: "Words for goodbye in English" });
  await other.fill("See");

  release();
  await cell("orderUnknown").getByText("Changed").waitFor();
  await cell("orderUnknown").getByRole("textbox").waitFor({ state: "detached" });
  await page.keyboard.type(" you");
  expect(await other.inputValue()).toBe("See you");
});

test("whoever signs out comes to the sign-in once, and whoever signs in next is not led to where they were", async () => {
  const { openAs } = await openConsole();
  const page = await openAs("operator", "/access", {}, [401]);
  const release = await holdAnswer(page, /auth\/sign-out/);
  const told = page.waitForResponse((answer) => answer.status() === 401);
  await page.getByRole("button", { name: /Test operator/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  // The live stream hears of it first.
  await told;
  release();
  await page.waitForURL((url) => url.pathname === "/login");
  expect(new URL(page.url()).search).toBe("");
});

test("what is sent is what was looked at, whatever was written while it was", async () => {
  const { openAs, db, letters } = await openDeliveries();
  const page = await openAs("admin", `/deliveries/letters/${letters.denied[0]}`, {}, [404]);
  await page.getByRole("button", { name: "Replay with changes…" }).click();
  const dialog = page.getByRole("dialog");
  const payload = dialog.getByRole("textbox", { name: "Payload (JSON)" });
  const shown = await payload.inputValue();
  await payload.fill(shown.replace("hello 1", "looked at"));
  const release = await holdAnswer(page, /deadLetter\.checkEdit/);
  await dialog.getByRole("button", { name: "Check" }).click();
  await payload.fill(shown.replace("hello 1", "written since"));

  release();
  await dialog.locator("ins").getByText("looked at").waitFor();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("it was a test");
  await dialog.getByRole("button", { name: "Replay" }).click();
  await page.getByText("This letter is not dead any more").waitFor();
  const { effects } = await claimEffects(db, { kinds: ["chat.send"], limit: 10 });
  expect(effects.find(({ id }) => id === letters.denied[0])?.body).toMatchObject({ text: "looked at" });
});
