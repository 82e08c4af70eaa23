export * from "./demo-orders.ts";
export * from "./office/bot.ts";
export * from "./order-source.ts";
export * from "./store/bot.ts";
export * from "./store/texts.ts";
