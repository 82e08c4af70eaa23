import { conversationsByIds, type ConversationRow, type DatabaseHandle, type DeskTopic, listen } from "@botdeck/db";

/**
 * What a subscriber gets next: the newest form of what changed, the topics of which something changed, and whether it must read
 * the table for what it missed.
 */
export type LiveNotice = { rows: ConversationRow[]; topics: DeskTopic[]; mustCatchUp: boolean };

export type LiveHub = {
  /** Notices until the signal aborts. The first comes at once and asks to catch up: subscribed first, nothing falls between. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<LiveNotice, void>;
  close(): Promise<void>;
};

type Options = { database: DatabaseHandle; onError: (error: unknown) => void };

/** One listener for the whole process; each change is read once and handed to every open stream. */
export async function createLiveHub({ database, onError }: Options): Promise<LiveHub> {
  const mailboxes = new Set<Mailbox>();
  const changedIds = new Set<string>();
  let reading: Promise<void> | null = null;

  const stopListening = await listen(
    database,
    "botdeck_live",
    (ids) => {
      if (mailboxes.size === 0) return;
      for (const id of ids) changedIds.add(id);
      reading ??= readChanges().finally(() => (reading = null));
    },
    askAllToCatchUp,
  );

  const stopListeningToLetters = await listen(database, "botdeck_letters", () => tellAll(["letters"]));
  const stopListeningToDesk = await listen(database, "botdeck_desk", tellAll);

  function tellAll(topics: readonly DeskTopic[]): void {
    for (const mailbox of mailboxes) mailbox.putTopics(topics);
  }

  async function readChanges(): Promise<void> {
    while (changedIds.size > 0) {
      const ids = [...changedIds];
      changedIds.clear();
      try {
        const rows = await conversationsByIds(database.db, ids);
        for (const mailbox of mailboxes) mailbox.put(rows);
      } catch (error) {
        onError(error);
        askAllToCatchUp();
      }
    }
  }

  function askAllToCatchUp(): void {
    for (const mailbox of mailboxes) mailbox.askToCatchUp();
  }

  async function* subscribe(signal: AbortSignal | undefined): AsyncGenerator<LiveNotice, void> {
    const mailbox = createMailbox();
    mailboxes.add(mailbox);
    signal?.addEventListener("abort", mailbox.close, { once: true });
    if (signal?.aborted) mailbox.close();
    try {
      for (let notice = await mailbox.take(); notice !== null; notice = await mailbox.take()) yield notice;
    } finally {
      mailboxes.delete(mailbox);
    }
  }

  return {
    subscribe,
    async close() {
      for (const mailbox of mailboxes) mailbox.close();
      // Postgres may be away; that must not keep the process from ending.
      await Promise.all([stopListening(), stopListeningToLetters(), stopListeningToDesk()]).catch(onError);
      await reading;
    },
  };
}

type Mailbox = ReturnType<typeof createMailbox>;

/** Keeps one newest row per conversation, so a slow reader costs no more than the number of conversations. */
function createMailbox() {
  const rows = new Map<string, ConversationRow>();
  const topics = new Set<DeskTopic>();
  let mustCatchUp = true;
  let isClosed = false;
  let wake = Promise.withResolvers<void>();

  return {
    put(changed: ConversationRow[]) {
      for (const row of changed) rows.set(row.id, row);
      wake.resolve();
    },
    putTopics(changed: readonly DeskTopic[]) {
      for (const topic of changed) topics.add(topic);
      wake.resolve();
    },
    askToCatchUp() {
      mustCatchUp = true;
      wake.resolve();
    },
    close: () => {
      isClosed = true;
      wake.resolve();
    },
    async take(): Promise<LiveNotice | null> {
      if (!isClosed && !mustCatchUp && rows.size + topics.size === 0) await wake.promise;
      if (isClosed) return null;
      const notice = { rows: [...rows.values()], topics: [...topics], mustCatchUp };
      rows.clear();
      topics.clear();
      mustCatchUp = false;
      wake = Promise.withResolvers<void>();
      return notice;
    },
  };
}
