import { SECOND_FACTOR_FROM } from "@botdeck/db";
import { z } from "zod";

const From = z.enum(SECOND_FACTOR_FROM).nullable();

/** From which role on a second factor is asked for, and what was seen before it was changed; null asks nobody. */
export const PutSecondFactor = z.object({ from: From, before: From });
