import type { Settler } from "./populate-portal.ts";

/** Who lives on the shared portal. Each test plays a client of its own, so that no test sees what another one wrote. */
export const PEOPLE = {
  manager: { firstName: "Vera", role: "manager" },
  operator: { firstName: "Oleg", role: "operator" },
  asksForOrder: { firstName: "Anna", role: "client" },
  returns: { firstName: "Boris", role: "client" },
  meetsOperator: { firstName: "Clara", role: "client" },
  readsInLight: { firstName: "Dmitri", role: "client" },
  readsInDark: { firstName: "Elena", role: "client" },
} as const satisfies Record<string, Settler>;
