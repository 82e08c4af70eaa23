import { AppError } from "@botdeck/core";
import { z } from "zod";

import { EscalationInput } from "./escalation.ts";
import { HandOverInput } from "./hand-over.ts";
import {
  ESCALATION,
  HAND_OVER,
  PRODUCT_RETURN,
  RECORD_SCAN,
  SALES_REPORT,
  STOCK_WATCH,
  TICKET,
  VACATION,
} from "./names.ts";
import { ProductReturnInput } from "./product-return.ts";
import { RecordScanInput } from "./record-scan.ts";
import { SalesReportInput } from "./sales-report.ts";
import { StockWatchInput } from "./stock-watch.ts";
import { TicketInput } from "./ticket.ts";
import { VacationInput } from "./vacation.ts";

const INPUTS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  [PRODUCT_RETURN, ProductReturnInput],
  [HAND_OVER, HandOverInput],
  [STOCK_WATCH, StockWatchInput],
  [VACATION, VacationInput],
  [TICKET, TicketInput],
  [SALES_REPORT, SalesReportInput],
  [ESCALATION, EscalationInput],
  [RECORD_SCAN, RecordScanInput],
]);

/**
 * Checks what a workflow is to be started with. Done before the start, since a workflow that finds its own input wrong
 * can only fail its task again and again.
 *
 * A workflow that is not known here is let pass: a bot of a deployment's own, or of the next release, may bring it.
 *
 * @throws AppError `invalid`: which fields are wrong, and why.
 */
export function checkFlowInput(workflow: string, input: unknown): void {
  const schema = INPUTS.get(workflow);
  if (schema === undefined) return;
  const checked = schema.safeParse(input);
  if (checked.success) return;
  const problems = checked.error.issues.map(({ path, message }) => `${path.join(".") || "input"}: ${message}`);
  throw new AppError("invalid", `The input of workflow "${workflow}" is wrong: ${problems.join("; ")}`);
}
