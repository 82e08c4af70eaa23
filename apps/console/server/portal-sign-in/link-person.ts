import { announce, type DatabaseHandle, noteActs, portalLoginsOf, putPortalLogin } from "@botdeck/db";

import type { Session } from "../read-session.ts";
import type { ProvenPerson } from "./portal-sign-in.ts";

/** `other`: somebody else is signed in than who set out. `taken`: this person of the portal is another log-in's. */
export type LinkOutcome = "linked" | "other" | "taken";

/** Notes that somebody of the console is this person of a portal. */
export async function linkPerson(
  db: DatabaseHandle["db"],
  { portalId, personId, personName, purpose }: ProvenPerson,
  session: Session | null,
  request: { requestId: string; address: string },
): Promise<LinkOutcome> {
  if (session === null || purpose.kind !== "link" || purpose.userId !== session.userId) return "other";
  const { userId, name } = session;
  const outcome = await db
    .transaction(async (tx) => {
      const before = (await portalLoginsOf(tx, userId)).find((one) => one.portalId === portalId)?.personId ?? null;
      if (!(await putPortalLogin(tx, { userId, portalId, personId, personName }))) throw new Taken();
      const detail = { portalId, before, after: personId };
      const act = { action: "account.linkPortal", subjectId: `login:${userId}`, detail };
      await noteActs(tx, { id: userId, name, ...request }, [act]);
      return "linked" as const;
    })
    .catch((error: unknown) => {
      if (error instanceof Taken) return "taken" as const;
      throw error;
    });
  if (outcome === "linked") await announce(db, "botdeck_desk", ["access"]);
  return outcome;
}

/** Undoes the transaction, which has let go of whom the log-in was before. */
class Taken extends Error {}
