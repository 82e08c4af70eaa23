import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

/** What a bot gives when a report is too much for one answer. */
export const SalesReportInput = z.object({ origin: FlowOrigin, language: FlowLanguage });
export type SalesReportInput = z.infer<typeof SalesReportInput>;
