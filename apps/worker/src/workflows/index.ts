// The bundle's entry: workflows and nothing else.
export { escalation } from "./escalation/workflow.ts";
export { handOver } from "./hand-over/workflow.ts";
export { productReturn } from "./product-return/workflow.ts";
export { recordScan } from "./record-scan/workflow.ts";
export { salesReport } from "./sales-report/workflow.ts";
export { stockWatch } from "./stock-watch/workflow.ts";
export { ticket } from "./ticket/workflow.ts";
export { vacation } from "./vacation/workflow.ts";
