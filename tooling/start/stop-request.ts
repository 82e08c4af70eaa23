import { commandLineOf, isRunning, identifyProcess, parentOf, type ProcessIdentity } from "@botdeck/local-stack";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const LAUNCHER_CHECK_EVERY_MS = 1_000;
const SHELL = /^(\S*\/)?(ba|da|z)?sh -c /;
const LAUNCHER = /^(\S*\/)?(node )?(\S*\/)?(npx|npm|pnpm)([\s.-]|$)/;

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

// npx → sh -c → pnpm → sh -c → this one. A person's own shell above them may end while this runs on.
function launchers(): ProcessIdentity[] {
  const found: { identity: ProcessIdentity; isShell: boolean }[] = [];
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid) ?? 0) {
    const commandLine = commandLineOf(pid) ?? "";
    const isShell = SHELL.test(commandLine);
    const identity = identifyProcess(pid);
    if (identity === null || !(isShell || LAUNCHER.test(commandLine))) break;
    found.push({ identity, isShell });
  }
  const outermost = found.findLastIndex(({ isShell }) => !isShell);
  return found.slice(0, outermost + 1).map(({ identity }) => identity);
}
