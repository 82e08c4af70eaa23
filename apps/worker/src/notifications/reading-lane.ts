/** How many records of a portal are read side by side. */
const READING_LANES = 4;

/**
 * Readings of one record stay in order: a later one knows more. Those of many records share few lanes, since each lane has its turn: an
 * import of thousands of them, or a source that posts as many, must not keep a portal from whatever else is to be written there.
 */
export function readingLane({ portalId, subject }: { portalId: string; subject: string }): string {
  const number = Number(/\d{1,9}$/.exec(subject)?.[0] ?? subject.codePointAt(subject.length - 1) ?? 0);
  return `${portalId}:read:${number % READING_LANES}`;
}
