// The bundle's entry in tests: the same workflows, with dialogs that are short enough to be played.
import type { ProductReturnInput, ProductReturnOutcome } from "@botdeck/contracts";

import { leadReturn } from "../product-return/lead-return.ts";
import { FIRST_DIALOGS } from "./dialogs.ts";

export { escalation } from "../escalation/workflow.ts";
export { handOver } from "../hand-over/workflow.ts";
export { recordScan } from "../record-scan/workflow.ts";
export { salesReport } from "../sales-report/workflow.ts";
export { stockWatch } from "../stock-watch/workflow.ts";
export { ticket } from "../ticket/workflow.ts";
export { vacation } from "../vacation/workflow.ts";
export async function productReturn(input: ProductReturnInput): Promise<ProductReturnOutcome> {
  return await leadReturn(input, FIRST_DIALOGS);
}
