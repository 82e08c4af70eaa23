import { openSpool, type Spool } from "@botdeck/spool";
import type { Logger } from "@botdeck/telemetry";

/**
 * The spool of this gateway, or null when its folder cannot be used: events are then kept as long as the database is there,
 * which is better than not at all.
 */
export async function tryOpenSpool(options: {
  folder: string;
  maxBytes: number;
  logger: Logger;
}): Promise<Spool | null> {
  const { folder, maxBytes, logger } = options;
  try {
    return await openSpool({
      folder,
      maxBytes,
      onFinding: (finding) =>
        finding.kind === "torn"
          ? logger.info(finding, "the spool ended in an unfinished write; nobody was told that it was kept")
          : logger.error(finding, "the spool holds something that is not as it was left"),
    });
  } catch (error) {
    logger.error({ err: error, folder }, "there is no spool: while the database is away, events are refused");
    return null;
  }
}
