import { cancelledWaiting, notSent } from "./refusals.ts";

/**
 * What has to come before a call leaves, such as its token. It is awaited no longer than the caller cares.
 *
 * @throws B24Error `not_applied` and of the method, however it failed.
 */
export async function beforeLeaving<Value>(
  method: string,
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<Value> {
  const { promise: cancelled, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(cancelledWaiting(method));
  const done = async () => {
    try {
      return await work();
    } catch (error) {
      throw notSent(method, error);
    }
  };
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([cancelled, done()]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
