export * from "./hooks/hook-options.ts";
export * from "./on-call/escalation-policy.ts";
export * from "./on-call/rota-layers.ts";
export * from "./preferences/preference.ts";
export * from "./rules/rule.ts";
