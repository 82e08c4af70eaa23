import { createConverseActivities } from "./flow/converse-activities.ts";
import { createEscalationActivities } from "./escalation/activities.ts";
import { createHandOverActivities } from "./hand-over/activities.ts";
import { createReturnActivities } from "./product-return/activities.ts";
import { createRecordScanActivities } from "./record-scan/activities.ts";
import { createSalesReportActivities } from "./sales-report/activities.ts";
import { createStockWatchActivities } from "./stock-watch/activities.ts";
import { createTicketActivities } from "./ticket/activities.ts";
import { createVacationActivities } from "./vacation/activities.ts";

type Deps = Parameters<typeof createConverseActivities>[0] &
  Parameters<typeof createReturnActivities>[0] &
  Parameters<typeof createHandOverActivities>[0] &
  Parameters<typeof createStockWatchActivities>[0] &
  Parameters<typeof createVacationActivities>[0] &
  Parameters<typeof createSalesReportActivities>[0] &
  Parameters<typeof createEscalationActivities>[0] &
  Parameters<typeof createRecordScanActivities>[0] &
  Omit<Parameters<typeof createTicketActivities>[0], "portal"> & {
    ticketPortal: Parameters<typeof createTicketActivities>[0]["portal"];
  };

/** Everything that workflows do outside, by the names under which they ask for it. */
export function createFlowActivities(deps: Deps) {
  return {
    ...createConverseActivities(deps),
    ...createEscalationActivities(deps),
    ...createReturnActivities(deps),
    ...createHandOverActivities(deps),
    ...createStockWatchActivities(deps),
    ...createSalesReportActivities(deps),
    ...createRecordScanActivities(deps),
    ...createTicketActivities({ ...deps, portal: deps.ticketPortal }),
    ...createVacationActivities(deps),
  };
}
export type FlowActivities = ReturnType<typeof createFlowActivities>;
