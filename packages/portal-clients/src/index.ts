export { type BitrixApp, createPortalClients, type PortalClients } from "./portal-clients.ts";
