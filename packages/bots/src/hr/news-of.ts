import type { VacationNews, VacationNewsKind } from "@botdeck/contracts";

import type { HrContext } from "./hr-context.ts";

/** What the workflow of a request is told. Words that belong to it are in the row by then. */
export const newsOf = (
  { stepId, person }: Pick<HrContext, "stepId" | "person">,
  { version }: { version: number },
  kind: VacationNewsKind,
  isAdmin = false,
): VacationNews => ({ id: stepId, by: person.id, version, kind, ...(isAdmin && { isAdmin }) });
