// The bundle's entry: workflows and nothing else.
export { handOver } from "./hand-over/workflow.ts";
export { productReturn } from "./product-return/workflow.ts";
export { stockWatch } from "./stock-watch/workflow.ts";
