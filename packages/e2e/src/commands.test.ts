import { waitUntil } from "@botdeck/local-stack";
import { expect, test } from "vitest";

import { keepScreenshot } from "./pages/browser.ts";
import { type ChatPage, openChat } from "./pages/chat-page.ts";
import { startDeployment } from "./system/deployment.ts";

/** Employees of the emulated portal: one reads English, one Russian. */
const EMMA = { id: "3", firstName: "Emma" };
const PAVEL = { id: "4", firstName: "Павел" };
const BOT = "Office guide";
const GROUP = "Everybody";

/** What a slash shows in the dialog that is open. */
async function completion({ page }: ChatPage): Promise<string[]> {
  await page.getByRole("textbox", { name: "Message" }).pressSequentially("/");
  const options = page.getByRole("listbox").getByRole("option");
  await options.first().waitFor();
  const shown = await options.allInnerTexts();
  return shown.map((text) => text.replaceAll(/\s+/g, " ").trim());
}

test("a slash lists a bot's commands in each person's language, and in a group the bot answers when it is mentioned", async () => {
  const ownBots = new URL("system/office-bots.ts", import.meta.url).href;
  const { portalUrl } = await startDeployment(undefined, { ownBots });
  const { mention, say } = await openDialogs(portalUrl);

  const emma = await openChat(portalUrl, EMMA.firstName);
  await emma.openDialog(BOT);
  expect(await completion(emma)).toEqual([
    expect.stringMatching(/^\/help \[command\] Shows what I can do/),
    expect.stringMatching(/^\/hours Opening hours/),
  ]);
  await keepScreenshot(emma.page, "commands-en");
  await emma.write("/hours");
  await emma.shows("bot", "Which floor?");
  await emma.write("3");
  await emma.shows("bot", "Floor 3: 8:00 to 20:00.");
  await emma.write("/huors");
  await emma.shows("bot", /Perhaps you meant: \/hours/);

  const pavel = await openChat(portalUrl, PAVEL.firstName);
  await pavel.openDialog(BOT);
  expect(await completion(pavel)).toEqual([
    expect.stringMatching(/^\/help \[команда\] Показывает, что я умею/),
    expect.stringMatching(/^\/hours Часы работы/),
  ]);
  await keepScreenshot(pavel.page, "commands-ru");

  await emma.openDialog(GROUP);
  await say(EMMA.id, "when shall we meet?");
  await say(EMMA.id, `${mention}, hours`);
  await emma.shows("bot", "Which floor?");
  await say(PAVEL.id, `${mention} /help`);
  await emma.shows("bot", /Что я умею|What I can do/);
  await say(EMMA.id, `${mention} 2`);
  await emma.shows("bot", "Floor 2: 8:00 to 20:00.");
  expect(await emma.count("bot", "Which floor?")).toBe(1);
});

/** The dialogs of both employees with the bot: one of each in private, and a group. Either of them may be played there. */
async function openDialogs(url: string) {
  async function call<Answer>(path: string, body?: unknown): Promise<Answer> {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(new URL(`/emulator/api${path}`, url), body === undefined ? {} : post);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer; // safe: both sides are in this repository
  }
  let botId = "";
  const isThere = async () => {
    const people = await call<{ id: string; name: string }[]>("/people");
    botId = people.find(({ name }) => name === BOT)?.id ?? "";
    return botId !== "";
  };
  if (!(await waitUntil(isThere, { timeoutMs: 60_000 }))) throw new Error("the bot has not come");
  for (const { id: as } of [EMMA, PAVEL]) await call("/dialogs", { as, botId });
  const members = { as: EMMA.id, title: GROUP, memberIds: [PAVEL.id, botId] };
  const { id } = await call<{ id: string }>("/dialogs", members);
  return {
    mention: `[USER=${botId}]${BOT}[/USER]`,
    say: (as: string, text: string) => call(`/dialogs/${id}/messages`, { as, text }),
  };
}
