import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

/** What a bot gives when somebody needs help. */
export const TicketInput = z.object({ origin: FlowOrigin, language: FlowLanguage });
export type TicketInput = z.infer<typeof TicketInput>;
