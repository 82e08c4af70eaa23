/** What applications keep on the portal, and the queue of offline events. Collections are maps by the record's `id`. */
export type PlatformState = Record<never, never>;

export function emptyPlatform(): PlatformState {
  return {};
}
