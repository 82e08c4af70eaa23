import { SECOND_FACTOR_FROM } from "@botdeck/db";
import { z } from "zod";

/** From which role on a second factor is asked for; null asks nobody. */
export const PutSecondFactor = z.object({ from: z.enum(SECOND_FACTOR_FROM).nullable() });
