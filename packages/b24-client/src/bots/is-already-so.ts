import { B24Error } from "../error.ts";

/** Takes a refusal for success when it only says that there is nothing left to do. */
export async function isAlreadySo(call: Promise<unknown>, codes: readonly string[]): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof B24Error) || error.portalCode === null || !codes.includes(error.portalCode)) throw error;
  }
}
