import type { Locator, Page } from "playwright-core";

import { openPage, type Theme } from "./browser.ts";

export type ConsolePage = {
  page: Page;
  /** The client's line in the list of conversations. */
  row(client: string): Locator;
  openConversation(client: string): Promise<void>;
  /** A message of the open conversation. */
  message(author: string, text: string | RegExp): Locator;
  /** How often the browser loaded the page anew since the sign-in. */
  reloads(): number;
};

/** The console, signed in as the demo lead, with the live list of all conversations in front. */
export async function openConsole(
  { console: url, password }: { console: string; password: string },
  theme: Theme = "light",
): Promise<ConsolePage> {
  const page = await openPage({ colorScheme: theme });
  await page.goto(url);
  await page.getByRole("textbox", { name: "E-mail" }).fill("lead@botdeck.local");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("status").filter({ hasText: "Live" }).waitFor();

  let reloads = 0;
  page.on("load", () => (reloads += 1));
  const row = (client: string) => page.getByRole("row").filter({ hasText: client });
  return {
    page,
    row,
    async openConversation(client) {
      await row(client).getByRole("link").click();
      await page.getByRole("log", { name: "Messages of" }).waitFor();
    },
    message: (author, text) =>
      page
        .getByRole("log", { name: "Messages of" })
        .locator(`[data-message-author="${author}"]`)
        .filter({ hasText: text }),
    reloads: () => reloads,
  };
}
