import { returnDialogs, settlementDialogs } from "@botdeck/bots/dialogs";
import type { ProductReturnInput, ProductReturnOutcome } from "@botdeck/contracts";

import { leadReturn } from "./lead-return.ts";

/**
 * A return: from the client's first words over the manager's decision to the money or the exchange. It may take days, and
 * goes on where it was after any outage.
 *
 * @param input Checked by whoever starts it.
 */
export async function productReturn(input: ProductReturnInput): Promise<ProductReturnOutcome> {
  return await leadReturn(input, { returns: returnDialogs, settlements: settlementDialogs });
}
