import type { Settler } from "./populate-portal.ts";

/**
 * A phone under which the shop's demo orders are: A-1042 is on its way, A-1044 has arrived and A-1048 waits at the pick-up
 * point. See apps/emulator/src/one-c/demo-orders.ts; A-1043 is another's.
 */
export const BUYERS_PHONE = "+12025553101";
export const OTHERS_PHONE = "+12025553102";

/**
 * Who lives on the shared portal. Each test plays a client of its own, so that no test sees what another one wrote. Who has
 * no phone here writes through a line that does not tell it, and is asked.
 */
export const PEOPLE = {
  manager: { firstName: "Vera", role: "manager" },
  operator: { firstName: "Oleg", role: "operator" },
  asksForOrder: { firstName: "Anna", role: "client" },
  returns: { firstName: "Boris", role: "client", phone: BUYERS_PHONE },
  meetsOperator: { firstName: "Clara", role: "client" },
  readsInLight: { firstName: "Dmitri", role: "client" },
  leadsDesign: { firstName: "Fiona", role: "employee", department: "Design" },
  asksForDays: { firstName: "Grace", role: "employee", department: "Design" },
  worksInDesign: { firstName: "Henry", role: "employee", department: "Design" },
  reportsProblem: { firstName: "Irina", role: "employee", department: "Warehouse" },
  reportsTheSame: { firstName: "Jonas", role: "employee", department: "Warehouse" },
  readsInDark: { firstName: "Elena", role: "client" },
} as const satisfies Record<string, Settler>;
