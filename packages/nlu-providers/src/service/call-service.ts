import { AppError, type Breaker, withDeadline } from "@botdeck/core";

/** How a service outside is asked: in time, and spared while it fails. */
export type CallService = {
  /** As a person reads it in errors. */
  service: string;
  /**
   * @param signal Of whoever asks.
   * @throws AppError `unreachable` when it takes too long, or is spared; else what the work throws.
   */
  run<Result>(work: (signal: AbortSignal) => Promise<Result>, signal: AbortSignal | undefined): Promise<Result>;
};

type Options = { service: string; timeoutMs: number; breaker: Breaker };

export function createCallService({ service, timeoutMs, breaker }: Options): CallService {
  const tooLate = () => new AppError("unreachable", `${service} gave no whole answer within ${timeoutMs} ms`);
  return {
    service,
    run: (work, signal) =>
      // Whoever asks goes away only because it took too long, so that counts against the service as well.
      breaker.run(() => {
        const deadline = AbortSignal.timeout(timeoutMs);
        const both = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
        return withDeadline(work(both), timeoutMs, tooLate);
      }),
  };
}
