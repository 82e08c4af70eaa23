import type { DialogDefinition } from "@botdeck/dialog/dialogs";

import { returnDialog } from "./product-return/return-dialog.ts";
import { settlementDialog } from "./product-return/settlement-dialog.ts";

/**
 * Dialogs that workflows lead, with every version that one in progress may have. Pure, so workflow code imports them.
 *
 * @module
 */
export const returnDialogs: readonly DialogDefinition[] = [returnDialog];
export const settlementDialogs: readonly DialogDefinition[] = [settlementDialog];
