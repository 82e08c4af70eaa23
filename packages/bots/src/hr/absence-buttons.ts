import type { Button } from "@botdeck/core";
import type { Translate } from "@botdeck/dialog";

import type { AbsenceFacts } from "./services.ts";
import type { HrTextKey } from "./texts/index.ts";

type Verb = "approve" | "decline" | "ask" | "answer" | "edit" | "withdraw";
type Seen = Pick<AbsenceFacts, "id" | "version">;

/** A button about a request: it names the version that was seen, so that one of an older card is void. */
export const absenceButton = (text: string, { id, version }: Seen, verb: Verb): Button & { kind: "command" } => ({
  kind: "command",
  text,
  command: "absence",
  params: `${id} ${verb} ${version}`,
});

/** For whoever decides. */
export const decisionButtons = (t: Translate<HrTextKey>, absence: Seen): Button[][] => [
  [
    absenceButton(t("approveButton"), absence, "approve"),
    absenceButton(t("declineButton"), absence, "decline"),
    absenceButton(t("askBackButton"), absence, "ask"),
  ],
];

/** What the person may do about a request of theirs at any time. */
export const ownButtons = (
  t: Translate<HrTextKey>,
  absence: Seen & Pick<AbsenceFacts, "state">,
): (Button & { kind: "command" })[][] => [
  [
    absenceButton(t("changeButton"), absence, "edit"),
    absenceButton(t(absence.state === "approved" ? "cancelDaysButton" : "withdrawButton"), absence, "withdraw"),
  ],
];
