import { optionalTextAt, type WireMap } from "./wire.ts";

/** A portal's access token lives an hour: one that claims to live longer is not believed. Bitrix24 docs: settings/oauth */
const LONGEST_LIFE_MS = 3_600_000;

/** Access with the rights of the person who caused an event. It cannot be renewed, and ends within the hour. */
export type AuthorToken = { userId: string; accessToken: string; expiresAt: Date };

/**
 * Reads the token of an event's author, which stands in the top-level `auth` alone: the ones inside `data` are a bot's. To
 * be read after the post has proved its sender.
 *
 * @param body The post as it came; `readEnvelope` leaves every token behind.
 * @param personId Who acted, as the event itself tells it.
 * @returns null when there is none (a robot, a process or an agent acted, or the bot belongs to a webhook), when it is not
 * said whose it is, and when it is not this person's.
 * @see Bitrix24 docs: api-reference/events/index (auth)
 */
export function readAuthorToken(body: WireMap, personId: string, arrivedAt: Date): AuthorToken | null {
  const accessToken = optionalTextAt(body, "auth.access_token");
  const userId = optionalTextAt(body, "auth.user_id");
  if (accessToken === null || userId === null || userId !== personId || !/^[1-9]\d*$/.test(userId)) return null;
  const latest = arrivedAt.getTime() + LONGEST_LIFE_MS;
  const endsAt = endOf(body, arrivedAt) ?? latest;
  return { userId, accessToken, expiresAt: new Date(Math.min(endsAt, latest)) };
}

/** In milliseconds since 1970: `expires` is an instant, `expires_in` counts from the portal's sending. */
function endOf(body: WireMap, arrivedAt: Date): number | null {
  const expires = secondsAt(body, "auth.expires");
  if (expires !== null) return expires * 1000;
  const lifeSeconds = secondsAt(body, "auth.expires_in");
  const sentAt = secondsAt(body, "ts");
  return lifeSeconds === null ? null : (sentAt === null ? arrivedAt.getTime() : sentAt * 1000) + lifeSeconds * 1000;
}

function secondsAt(body: WireMap, path: string): number | null {
  const text = optionalTextAt(body, path);
  return text !== null && /^\d{1,11}$/.test(text) ? Number(text) : null;
}
