// The bundle's entry: workflows and nothing else.
export { productReturn } from "./product-return/workflow.ts";
