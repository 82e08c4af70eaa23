export * from "./app-install.ts";
export * from "./auth.ts";
export * from "./conversation.ts";
export * from "./inbox-event.ts";
export * from "./outbox-effect.ts";
export * from "./portal.ts";
export * from "./rate-budget.ts";
