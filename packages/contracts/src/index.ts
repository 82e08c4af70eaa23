export * from "./check-flow-input.ts";
export * from "./flow.ts";
export * from "./hand-over.ts";
export * from "./names.ts";
export * from "./product-return.ts";
export * from "./stock-watch.ts";
