export * from "./flow.ts";
export * from "./product-return.ts";
