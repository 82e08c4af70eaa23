// The bundle's entry after a deploy that brought a new version of the return's dialog.
import type { ProductReturnInput, ProductReturnOutcome } from "@botdeck/contracts";

import { leadReturn } from "../product-return/lead-return.ts";
import { LATER_DIALOGS } from "./dialogs.ts";

export async function productReturn(input: ProductReturnInput): Promise<ProductReturnOutcome> {
  return await leadReturn(input, LATER_DIALOGS);
}
