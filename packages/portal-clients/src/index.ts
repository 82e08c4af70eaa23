export { appOf } from "./app-of.ts";
export {
  type BitrixApp,
  createPortalClients,
  createSharedBudget,
  type OnReauth,
  type PortalClients,
} from "./portal-clients.ts";
