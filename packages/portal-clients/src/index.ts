export { type ActAs, type ActingFor, createActAs } from "./act-as.ts";
export { appOf } from "./app-of.ts";
export { createSharedBudget } from "./client-with.ts";
export { GrantNeeded, grantNeededOf } from "./grant-needed.ts";
export { type BitrixApp, type GrantDeps, type OnReauth, renewGrant } from "./grant-store.ts";
export { createPortalClients, type PortalClients } from "./portal-clients.ts";
