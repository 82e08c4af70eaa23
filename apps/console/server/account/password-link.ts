import { randomBytes } from "node:crypto";

import { newId } from "@botdeck/core/ids";
import {
  type Database,
  type DatabaseHandle,
  forgetSingleUse,
  keepSingleUse,
  lockLogin,
  noteActs,
  setPassword,
  useUp,
} from "@botdeck/db";

import { closeWaysIn } from "./close-ways-in.ts";

/** Long enough to reach somebody over a weekend. */
const LIFE_SECONDS = 3 * 24 * 60 * 60;

/** A link by which somebody chooses their password, good once; older ones of theirs open nothing from now on. */
export async function makePasswordLink(
  db: Database,
  publicUrl: string,
  userId: string,
): Promise<{ url: string; expiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  await forgetSingleUse(db, "set-password", userId);
  await keepSingleUse(db, { use: "set-password", secret: token, value: userId, seconds: LIFE_SECONDS });
  // Behind the `#`, which a browser tells no server: it stands in no log.
  return { url: `${publicUrl}/set-password#${token}`, expiresAt: new Date(Date.now() + LIFE_SECONDS * 1_000) };
}

/** Gives whoever has the link this password, and closes every other way in. @returns False for a link that is unknown, used or over. */
export async function setPasswordByLink(
  db: DatabaseHandle["db"],
  { token, hash, ...from }: { token: string; hash: string; requestId: string; address: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const userId = await useUp(tx, "set-password", token);
    const login = userId === null ? null : await lockLogin(tx, userId);
    if (login === null || login.banned) return false;
    await setPassword(tx, { userId: login.id, hash, id: newId() });
    const closed = await closeWaysIn(tx, login.id);
    const act = { action: "account.setPassword", subjectId: `login:${login.id}`, detail: { by: "link", ...closed } };
    await noteActs(tx, { id: login.id, name: login.name, ...from }, [act]);
    return true;
  });
}
