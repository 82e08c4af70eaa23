import { AppError } from "@botdeck/core";
import { connect } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";

const MID_SEND_TIMEOUT_MS = 90_000;
/** A send is slowed by more than a second, so this cannot miss it. */
const MID_SEND_POLL_MS = 5;
const INSTALLED_TIMEOUT_MS = 120_000;
/** A row whose worker died is looked for after its lease. */
const EMPTY_TIMEOUT_MS = 60_000;

export type DrillOutbox = ReturnType<typeof openDrillOutbox>;

/** The system's own books, so that a drill can kill in the very moment they say a message is leaving. */
export function openDrillOutbox(databaseUrl: string) {
  const { db, close } = connect(databaseUrl, { max: 1, applicationName: "botdeck-drill" });
  const findOpen = () =>
    db.query.outboxEffect.findMany({
      columns: { kind: true, status: true, lastError: true },
      where: (effect, { inArray }) => inArray(effect.status, ["ready", "sending", "uncertain"]),
    });

  return {
    /** Returns as soon as a message is on its way to the portal. @throws AppError `conflict` when none comes. */
    async waitForSend(): Promise<void> {
      const isSending = async () => {
        const sending = await db.query.outboxEffect.findFirst({
          columns: { id: true },
          where: (effect, { and, eq }) => and(eq(effect.kind, "chat.send"), eq(effect.status, "sending")),
        });
        return sending !== undefined;
      };
      if (await waitUntil(isSending, { timeoutMs: MID_SEND_TIMEOUT_MS, everyMs: MID_SEND_POLL_MS })) return;
      throw new AppError("conflict", `No send was seen within ${MID_SEND_TIMEOUT_MS / 1_000} s, so none was cut off`);
    },

    /**
     * Waits until the portal is installed to the end: what happens there before is told to nobody.
     *
     * @throws AppError `unreachable` when it takes longer than two minutes.
     */
    async waitUntilInstalled(): Promise<void> {
      const isInstalled = async () =>
        (await db.query.portal.findFirst({
          columns: { id: true },
          where: (row, { eq }) => eq(row.state, "active"),
        })) !== undefined;
      if (await waitUntil(isInstalled, { timeoutMs: INSTALLED_TIMEOUT_MS })) return;
      throw new AppError("unreachable", `The portal was not installed within ${INSTALLED_TIMEOUT_MS / 1_000} s`);
    },

    /** Waits until nothing is left to be carried out. @throws AppError `conflict` after a minute. */
    async waitUntilEmpty(): Promise<void> {
      const isEmpty = async () => (await findOpen()).length === 0;
      if (await waitUntil(isEmpty, { timeoutMs: EMPTY_TIMEOUT_MS })) return;
      const open = (await findOpen()).map(({ kind, status, lastError }) => `${kind} ${status} (${lastError ?? "-"})`);
      throw new AppError("conflict", `After ${EMPTY_TIMEOUT_MS / 1_000} s the outbox still has ${open.join(", ")}`);
    },

    close,
  };
}
