export { createProvider, NluProviderConfig, type ProviderDeps } from "./create-provider.ts";
export type { KnownIntent } from "./known-intent.ts";
export type { CostGuard } from "./openai/cost-guard.ts";
export { withoutPersonalData } from "./redaction/without-personal-data.ts";
