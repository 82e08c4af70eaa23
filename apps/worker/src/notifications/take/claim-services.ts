import type { ClaimServices } from "@botdeck/bots";
import { claimRecord, type DatabaseHandle, putEffects, wakeDeliverer } from "@botdeck/db";

import type { Speaking } from "../../services/portal-services.ts";
import type { RulesOf } from "../portal-rules.ts";
import { cardsAsDone } from "./cards-as-done.ts";

type Deps = { db: DatabaseHandle["db"]; rules: Pick<RulesOf, "find"> };

/**
 * What people take from their cards. Who has it, what the portal is told and what the cards say is written at once: of many who press
 * together one has it, and nothing of it happens twice.
 */
export function createClaimServices({ db, rules }: Deps): { of(speaking: Speaking): ClaimServices } {
  return {
    of({ portalId, botId, conversationId, person }) {
      return {
        async take(subject) {
          const portal = await rules.find(portalId);
          const claimed = await db.transaction(async (tx) => {
            const held = await claimRecord(tx, { portalId, subject, takenById: person.id, takenByName: person.name });
            if (!held.isNew) return held;
            const key = `claim:${held.token}`;
            const effect = { kind: "record.assign", subject, byId: person.id } as const;
            // As everything with the rights of one person: it may wait for their permission, and must hold up no reply.
            const lane = `${portalId}:by:${person.id}`;
            const edits = await cardsAsDone(tx, { key: `${key}:edit`, portalId, botId, subject, deed: "take" }, portal);
            await putEffects(tx, [{ key: `${key}:do`, portalId, botId, conversationId, lane, effect }, ...edits]);
            return held;
          });
          if (claimed.isNew) await wakeDeliverer(db);
          const { takenById: id, takenByName: name, isNew } = claimed;
          return { id, name, isMine: id === person.id, isNew };
        },
      };
    },
  };
}
