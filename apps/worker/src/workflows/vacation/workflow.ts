import type { VacationInput, VacationOutcome } from "@botdeck/contracts";

import { leadVacation } from "./lead-vacation.ts";

/**
 * A request for days off: from the question to whoever leads the person, over the calendar, to the last day. It may take
 * months, goes on where it was after any outage, and never leads a conversation.
 *
 * @param input Checked by whoever starts it.
 */
export async function vacation(input: VacationInput): Promise<VacationOutcome> {
  return await leadVacation(input);
}
