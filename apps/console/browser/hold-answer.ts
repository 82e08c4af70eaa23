import type { Page } from "playwright-core";

/**
 * Lets the server do what it is asked next, and keeps its answer from the page.
 *
 * @param procedure Which of them, by the address.
 * @returns Lets the answer go.
 */
export async function holdAnswer(page: Page, procedure: RegExp): Promise<() => void> {
  const held = Promise.withResolvers<undefined>();
  await page.route(
    procedure,
    async (route) => {
      const response = await route.fetch();
      await held.promise;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  return () => held.resolve(undefined);
}
