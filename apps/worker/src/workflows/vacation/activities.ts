import type { HrTeam } from "../../services/hr-team.ts";
import { createAskActivities } from "./ask-activities.ts";
import { createMarkActivities } from "./mark-activities.ts";
import { createTellActivities } from "./tell-activities.ts";
import { createWriting, type WritingDeps } from "./writing.ts";

type Deps = WritingDeps & { team: HrTeam } & Omit<Parameters<typeof createMarkActivities>[0], "writing">;

/** What a request for days off does outside: who is asked, who is told what, and what the portal shows. */
export function createVacationActivities(deps: Deps) {
  const writing = createWriting(deps);
  return {
    ...createAskActivities({ ...deps, writing }),
    ...createTellActivities({ ...deps, writing }),
    ...createMarkActivities({ ...deps, writing }),
  };
}

export type VacationActivities = ReturnType<typeof createVacationActivities>;
