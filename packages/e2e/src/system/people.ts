/**
 * Who lives on the shared portal. Each test plays a client of its own, so that no test sees what another one wrote.
 * The manager comes first: the emulator wants it so.
 */
export const PEOPLE = {
  manager: { firstName: "Vera", role: "manager" },
  operator: { firstName: "Oleg", role: "operator" },
  asksForOrder: { firstName: "Anna", role: "client" },
  returns: { firstName: "Boris", role: "client" },
  meetsOperator: { firstName: "Clara", role: "client" },
  readsInLight: { firstName: "Dmitri", role: "client" },
  readsInDark: { firstName: "Elena", role: "client" },
} as const;

/** The emulator's seed file of these people. */
export const SEED = JSON.stringify({
  people: Object.values(PEOPLE).map((person) => ({ ...person, lastName: `(${person.role})`, language: "en" })),
});
