import { connect, inboxEvent, keepEvents, wakeRuntime } from "@botdeck/db";
import { eq } from "drizzle-orm";
import type { Logger } from "@botdeck/telemetry";

import { createNotice } from "../src/intake/notice.ts";
import type { Intake } from "../src/intake/post.ts";

/** As many as the comparison with the usual handler is fairest with: more connections than cores do not commit faster. */
const CONNECTIONS = 32;

type Options = { databaseUrl: string; logger: Logger };

/** Each request has an INSERT and a commit of its own; notices are spaced as the gateway's are, or they would be what is measured. */
export function insertPerRequest({ databaseUrl, logger }: Options): Intake {
  const { db } = connect(databaseUrl, { max: CONNECTIONS, applicationName: "botdeck-bench-insert" });
  const notice = createNotice(() => wakeRuntime(db), logger);
  return {
    async keep({ events, source }) {
      const added = await keepEvents(db, events, { source });
      notice.tell();
      return { kept: added.length };
    },
  };
}

/** The handler as it is usually written: a transaction that looks whether the event is there, and puts it in when it is not. */
export function selectInsert({ databaseUrl, logger }: Options): Intake {
  const { db } = connect(databaseUrl, { max: CONNECTIONS, applicationName: "botdeck-bench-select" });
  const notice = createNotice(() => wakeRuntime(db), logger);
  return {
    async keep({ events, source }) {
      const kept = await db.transaction(async (tx) => {
        let added = 0;
        for (const event of events) {
          const known = await tx
            .select({ id: inboxEvent.id })
            .from(inboxEvent)
            .where(eq(inboxEvent.dedupeKey, event.dedupeKey));
          if (known.length === 0) added += (await keepEvents(tx, [event], { source })).length;
        }
        return added;
      });
      notice.tell();
      return { kept };
    },
  };
}
