import { launchBrowser } from "@botdeck/testing/browser";

/** A page answers at once; what is slow is a browser that starts beside everything else. */
const PAGE_TIMEOUT_MS = 60_000;

export type OpenedPage = {
  /** Presses the newest button of such a name with the mouse. @returns When, by `performance.now()`. */
  press(label: RegExp): Promise<number>;
  close(): Promise<void>;
};

/** A dialog in the portal's chat page, in a real browser, with one person signed in. */
export async function openChatPage(
  emulatorUrl: string,
  { firstName, title }: { firstName: string; title: string },
): Promise<OpenedPage> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    const page = await context.newPage();
    await page.goto(emulatorUrl);
    await page.getByRole("navigation", { name: "Who am I" }).getByRole("link", { name: firstName }).click();
    await page.getByRole("region", { name: "Dialogs" }).getByRole("link", { name: title }).click();
    await page.getByRole("log", { name: "Messages" }).waitFor();
    return {
      async press(label) {
        const button = page.getByRole("button", { name: label }).last();
        await button.waitFor();
        const pressedAt = performance.now();
        await button.click();
        return pressedAt;
      },
      close: async () => await browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
