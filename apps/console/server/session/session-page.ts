import { type Database, listSessions } from "@botdeck/db";

import { SESSION_LIFE_MS } from "../read-session.ts";
import { deviceOf } from "./device-of.ts";

const PAGE_SESSIONS = 50;

type Cursor = { lastSeenAt: string; id: string };

/** Sessions as pages show them. @param ownId The one that asks, which a person should know from the others. */
export async function sessionPage(
  db: Database,
  { userId, cursor }: { userId: string | null; cursor?: Cursor | null | undefined },
  ownId: string,
) {
  const begunAfter = new Date(Date.now() - SESSION_LIFE_MS);
  const after = cursor ? { ...cursor, lastSeenAt: new Date(cursor.lastSeenAt) } : null;
  const { rows, next } = await listSessions(db, { userId, begunAfter }, { after, limit: PAGE_SESSIONS });
  return {
    rows: rows.map(({ ipAddress, userAgent, createdAt, lastSeenAt, ...row }) => ({
      ...row,
      isOwn: row.id === ownId,
      address: ipAddress === "" ? null : ipAddress,
      device: deviceOf(userAgent ?? ""),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
    nextCursor: next === null ? null : { ...next, lastSeenAt: next.lastSeenAt.toISOString() },
  };
}
