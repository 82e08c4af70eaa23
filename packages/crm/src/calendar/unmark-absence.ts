import type { B24Client, CallOptions } from "@botdeck/b24-client";

import { isRefusal } from "../is-refusal.ts";

/**
 * Takes an event out of a calendar. One that is gone is as good as taken out.
 *
 * @param client With the rights of the event's owner, or of an administrator.
 * @throws B24Error when the portal refuses while the event is still there.
 * @see Bitrix24 docs: calendar/calendar-event/calendar-event-delete, calendar-event-getbyid
 */
export async function unmarkAbsence(client: B24Client, eventId: string, options?: CallOptions): Promise<void> {
  try {
    await client.call("calendar.event.delete", { id: eventId }, options);
  } catch (error) {
    // The portal has one refusal for what is gone and for what may not be done.
    if (!isRefusal(error)) throw error;
    if (await isThere(client, eventId, options)) throw error;
  }
}

async function isThere(client: B24Client, id: string, options?: CallOptions): Promise<boolean> {
  const event: { ID?: string | null; DELETED?: boolean | null } | null = await client.call(
    "calendar.event.getbyid",
    { id },
    options,
  );
  return event?.ID != null && event.DELETED !== true;
}
