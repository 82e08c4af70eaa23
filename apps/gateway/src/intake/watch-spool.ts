import type { Spool } from "@botdeck/spool";
import type { Logger } from "@botdeck/telemetry";

/** How often an idle or failing disk is tried, in milliseconds: a proxy that sends elsewhere lets no event find out. */
const PROBE_EVERY_MS = 5_000;

/** Tells when the disk of the spool takes nothing, also while Postgres is there and nothing is spooled, and when it does again. */
export function watchSpool(spool: Pick<Spool, "probe" | "status">, logger: Logger): { stop(): Promise<void> } {
  let told: string | null = null;
  let underWay = look();
  const timer = setInterval(() => (underWay = look()), PROBE_EVERY_MS);

  async function look(): Promise<void> {
    await spool.probe();
    const { problem } = spool.status();
    if (problem !== null && told === null)
      logger.warn({ problem }, "the spool takes nothing: without Postgres, events are refused");
    if (problem === null && told !== null) logger.info("the spool takes events again");
    told = problem;
  }

  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
