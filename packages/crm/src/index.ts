export * from "./task/create-task-once.ts";
export type * from "./clients/client-card.ts";
export * from "./orders/order.ts";
export type * from "./products/product.ts";
