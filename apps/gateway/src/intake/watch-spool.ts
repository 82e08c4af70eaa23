import type { Spool } from "@botdeck/spool";
import type { Logger } from "@botdeck/telemetry";

/** How often an idle disk is tried, and how often one that failed: a proxy that sends elsewhere lets no event find out. */
const PROBE_EVERY_MS = 5_000;
const RETRY_EVERY_MS = 500;

/** Tells when the disk of the spool takes nothing, also while Postgres is there and nothing is spooled, and when it does again. */
export function watchSpool(spool: Pick<Spool, "probe" | "status">, logger: Logger): { stop(): Promise<void> } {
  let told: string | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay = look();

  async function look(): Promise<void> {
    await spool.probe();
    const { problem } = spool.status();
    if (problem !== null && told === null)
      logger.warn({ problem }, "the spool takes nothing: without Postgres, events are refused");
    if (problem === null && told !== null) logger.info("the spool takes events again");
    told = problem;
    if (isStopped) return;
    timer = setTimeout(() => void (underWay = look()), problem === null ? PROBE_EVERY_MS : RETRY_EVERY_MS);
  }

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
