import { commandLineOf, isRunning, identifyProcess, parentOf, type ProcessIdentity } from "@botdeck/local-stack";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const LAUNCHER_CHECK_EVERY_MS = 1_000;
const LAUNCHER = /(^|[/\s])(npx|npm|pnpm)([\s./@-]|$)|^(\/\S+\/)?(ba|da)?sh -c /;

type StopRequests = {
  /** The first request: stop in good order. */
  onStop(reason: string): void;
  /** The second: stop at once. */
  onKill(): void;
};

/**
 * Hears every wish to stop: Ctrl-C and its kin, and the end of the npx or pnpm that this process was started through,
 * which may be killed without telling anybody.
 *
 * @param ownerPid Another process whose end is a wish to stop: the command that started this one for itself.
 */
export function hearStopRequests({ onStop, onKill }: StopRequests, ownerPid?: number): void {
  let isAsked = false;
  const ask = (reason: string) => {
    if (isAsked) return;
    isAsked = true;
    clearInterval(timer);
    onStop(reason);
  };
  for (const signal of SIGNALS) {
    let heardAt = 0;
    process.on(signal, () => {
      // A terminal's Ctrl-C also reaches pnpm, which passes it on: the same press comes twice.
      const isEcho = performance.now() - heardAt < 500;
      heardAt = performance.now();
      if (!isAsked) ask(signal);
      else if (!isEcho) onKill();
    });
  }
  const owner = ownerPid === undefined ? null : identifyProcess(ownerPid);
  const watched = [...launchers(), ...(owner === null ? [] : [owner])];
  const timer = setInterval(() => {
    if (!watched.every(isRunning)) ask("the command that started it is gone");
  }, LAUNCHER_CHECK_EVERY_MS);
  timer.unref();
}

// npx → sh -c → pnpm → sh -c → this one. A person's own shell is not among them: it may end while this runs on.
function launchers(): ProcessIdentity[] {
  const found: ProcessIdentity[] = [];
  for (let pid = process.ppid; pid > 1 && LAUNCHER.test(commandLineOf(pid) ?? ""); pid = parentOf(pid) ?? 0) {
    const identity = identifyProcess(pid);
    if (identity !== null) found.push(identity);
  }
  return found;
}
