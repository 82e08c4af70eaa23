import type { DatabaseHandle, SecretBox } from "@botdeck/db";

import type { RulesOf } from "../../notifications/portal-rules.ts";
import type { DirectoryOf } from "../../services/directories.ts";
import type { OnCall } from "../../services/on-call.ts";
import { createAlertVoice } from "./alert-voice.ts";
import { createGroupActivities } from "./group-activities.ts";
import { createMayBePaged } from "./may-be-paged.ts";
import { createPageActivities } from "./page-activities.ts";
import { createEscalationPolicies } from "./policy-of.ts";
import { createRecoveredActivities } from "./recovered-activities.ts";
import { createSourceActivities, type SourceDeps } from "./source-activities.ts";
import { createWhoIsPaged } from "./who-is-paged.ts";

export type EscalationDeps = Omit<SourceDeps, "now"> & {
  db: DatabaseHandle["db"];
  box: SecretBox;
  onCall: OnCall;
  directoryOf: DirectoryOf;
  /** What portals have set about their notifications. */
  rules: Pick<RulesOf, "find">;
  /** Portal user id of whoever set the app up on a portal; null when the portal does not tell. */
  ownerOf: (portalId: string) => Promise<string | null>;
  now?: () => Date;
};

/** Everything that an escalation's workflow does outside. */
export function createEscalationActivities({ now = () => new Date(), ...deps }: EscalationDeps) {
  const voice = createAlertVoice({ ...deps, now });
  const policies = createEscalationPolicies(deps);
  const whoIsPaged = createWhoIsPaged({ ...deps, now });
  const mayBePaged = createMayBePaged({ ...deps, now });
  const all = { ...deps, now, voice, policies, whoIsPaged, mayBePaged };
  return {
    ...createGroupActivities(all),
    ...createPageActivities(all),
    ...createRecoveredActivities(all),
    ...createSourceActivities(all),
  };
}

export type EscalationActivities = ReturnType<typeof createEscalationActivities>;
