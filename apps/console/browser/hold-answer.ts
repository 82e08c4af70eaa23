import type { Page } from "playwright-core";

/**
 * Lets the server do what it is asked next, and keeps its answer from the page. The page stays watched afterwards: to end that
 * while it begins to load another can leave that load hanging.
 *
 * @param procedure Which of them, by the address.
 * @returns Lets the answer go.
 */
export async function holdAnswer(page: Page, procedure: RegExp): Promise<() => void> {
  const held = Promise.withResolvers<undefined>();
  let isHeld = false;
  await page.route(procedure, async (route) => {
    if (isHeld) return await route.continue();
    isHeld = true;
    const response = await route.fetch();
    await held.promise;
    return await route.fulfill({ response });
  });
  return () => held.resolve(undefined);
}
