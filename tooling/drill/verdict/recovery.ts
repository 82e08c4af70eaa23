import type { Reply } from "./judge.ts";

/**
 * How long after the end of a fault the last dialog had to wait until it was answered again, in milliseconds; 0 when
 * none waited.
 */
export function recoverMs(replies: readonly Reply[], healedAt: Date): number {
  const firstAfter = [...Map.groupBy(replies, ({ dialogId }) => dialogId).values()].flatMap((ofDialog) => {
    const times = ofDialog.map(({ at }) => at.getTime()).filter((at) => at >= healedAt.getTime());
    return times.length === 0 ? [] : [Math.min(...times)];
  });
  return Math.max(0, ...firstAfter.map((at) => at - healedAt.getTime()));
}
