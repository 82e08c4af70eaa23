import { type B24Client, type CallOptions, callTogether, command } from "@botdeck/b24-client";

/** As many as one batch takes. */
const AT_ONCE = 50;
/** Who has begun no day for so long does not use it, in milliseconds: nothing can be read from that. */
const UNUSED_MS = 7 * 24 * 3_600_000;
/** `EXPIRED` was begun on an earlier day and never closed. Bitrix24 docs: timeman/base/timeman-status */
const CLOSED = ["CLOSED", "PAUSED", "EXPIRED"];

/**
 * Whether people's working day is closed or paused on the portal, by portal user id; null of whom it does not tell, or who does not
 * use it.
 *
 * @throws B24Error when the portal does not answer.
 * @see Bitrix24 docs: timeman/base/timeman-status
 */
export async function readWorkdays(
  client: B24Client,
  userIds: readonly string[],
  now: Date,
  options?: CallOptions,
): Promise<ReadonlyMap<string, boolean | null>> {
  const found = new Map<string, boolean | null>();
  for (let first = 0; first < userIds.length; first += AT_ONCE) {
    const ids = userIds.slice(first, first + AT_ONCE);
    const calls = Object.fromEntries(ids.map((id) => [`u${id}`, command("timeman.status", { USER_ID: id })]));
    const told = await callTogether(client, calls, options);
    for (const id of ids) {
      const one = told[`u${id}`];
      found.set(id, one?.ok === true ? isClosed(one.result, now) : null);
    }
  }
  return found;
}

function isClosed({ STATUS, TIME_START }: { STATUS?: string | null; TIME_START?: string | null }, now: Date) {
  const begunAt = Date.parse(TIME_START ?? "");
  if (Number.isNaN(begunAt) || now.getTime() - begunAt > UNUSED_MS) return null;
  if (STATUS === "OPENED") return false;
  return CLOSED.includes(STATUS ?? "") ? true : null;
}
