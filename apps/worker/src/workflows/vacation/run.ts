import type { VacationInput, VacationStep } from "@botdeck/contracts";

import type { Flow } from "../flow/flow.ts";
import type { News } from "./hear-news.ts";

const DAY_MS = 24 * 3_600_000;

type Times = Record<"remindAfterWorkDays" | "escalateAfterWorkDays" | "expireAfterDays" | "askAgainMs", number>;

/** One request on its way, with the portal's rules. */
export type Run = {
  flow: Flow<VacationStep>;
  news: News;
  input: VacationInput;
  absenceId: string;
  rules: Times & Pick<VacationInput, "calendar" | "mostAway" | "balance" | "substitutes" | "fallbackApproverId">;
};

export function runOf(flow: Flow<VacationStep>, news: News, input: VacationInput): Run {
  const { calendar, mostAway, balance, substitutes, fallbackApproverId, absenceId } = input;
  const { remindAfterWorkDays = 1, escalateAfterWorkDays = 3, expireAfterDays = 21, askAgainMs = 7 * DAY_MS } = input;
  const times: Times = { remindAfterWorkDays, escalateAfterWorkDays, expireAfterDays, askAgainMs };
  const rules = { calendar, mostAway, balance, substitutes, fallbackApproverId, ...times };
  return { flow, news, input, absenceId, rules };
}
