import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

/** What a bot gives when somebody asks for days off. */
export const VacationInput = z.object({ origin: FlowOrigin, language: FlowLanguage });
export type VacationInput = z.infer<typeof VacationInput>;
