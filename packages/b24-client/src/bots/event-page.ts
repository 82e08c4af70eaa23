import type { FetchedEvent } from "../events/parse-bot-event.ts";

export type EventPage = {
  events: FetchedEvent[];
  /** Ask for this next, but only once the events are kept: asking removes them from the portal. Null when it gave none. */
  nextOffset: number | null;
  /** More wait: ask again after 2 seconds or more, else after 5 to 30. */
  hasMore: boolean;
};
