import type { Locator, Page } from "playwright-core";

import { openPage, type Theme } from "./browser.ts";

type Author = "client" | "bot" | "operator" | "system";

export type ChatPage = {
  page: Page;
  /** Opens the dialog with somebody, or a client's own one with the open line. */
  openDialog(withWhom?: string): Promise<void>;
  write(text: string): Promise<void>;
  /** Sends a file through the page's own attach button. */
  attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
  press(button: string): Promise<void>;
  /** Settles when such a message stands in the dialog; within the page's usual time unless another is given. */
  shows(author: Author, text: string | RegExp, options?: { timeout: number }): Promise<void>;
  /** How many such messages stand in the dialog now. */
  count(author: Author, text: string | RegExp): Promise<number>;
  /** The authors of all messages, from the first on. */
  authors(): Promise<string[]>;
};

/** The emulator's chat page, in which one person of the portal is played. */
export async function openChat(url: string, firstName: string, theme: Theme = "light"): Promise<ChatPage> {
  const page = await openPage({ colorScheme: theme });
  const messages = page.getByRole("log", { name: "Messages" });
  const saidBy = (author: Author): Locator => messages.locator(`[data-message-author="${author}"]`);

  await page.goto(url);
  await page.getByRole("navigation", { name: "Who am I" }).getByRole("link", { name: firstName }).click();

  return {
    page,
    async openDialog(withWhom) {
      if (withWhom === undefined) await page.getByRole("button", { name: "Start a conversation" }).click();
      else await page.getByRole("region", { name: "Dialogs" }).getByRole("link", { name: withWhom }).click();
      await messages.waitFor();
    },
    async write(text) {
      await page.getByRole("textbox", { name: "Message" }).fill(text);
      await page.getByRole("button", { name: "Send" }).click();
    },
    async attach(file) {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Attach files" }).click();
      await (await chooser).setFiles(file);
      await page.getByRole("list", { name: "Attached files" }).getByText(file.name).waitFor();
      await page.getByRole("button", { name: "Send" }).click();
    },
    press: (button) => page.getByRole("button", { name: button }).last().click(),
    shows: (author, text, options) => saidBy(author).filter({ hasText: text }).last().waitFor(options),
    count: (author, text) => saidBy(author).filter({ hasText: text }).count(),
    authors: () =>
      messages
        .locator("[data-message-author]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-message-author") ?? "")),
  };
}
