export type StreamState = { kind: "live" } | { kind: "catching_up" } | { kind: "offline"; sinceMs: number };

/** Something from the stream, with the id to come back with. */
export type StreamEvent<Change> = { id: string; change: Change };

type Note<Change> =
  | { kind: "event"; event: StreamEvent<Change> }
  | { kind: "state"; state: StreamState }
  /** A tab that has just come and does not know the state. */
  | { kind: "hello" };

export type StreamHandlers<Change> = {
  onEvent: (event: StreamEvent<Change>) => void;
  onState: (state: StreamState) => void;
};

type Options<Change> = StreamHandlers<Change> & {
  /** Names the lock and the channel. */
  name: string;
  /** Opens the one connection and returns what closes it. `lastEventId` is what this browser has seen last. */
  open: (lastEventId: string | null, handlers: StreamHandlers<Change>) => () => void;
};

/**
 * One connection for all tabs of a browser: over HTTP/1.1 the seventh tab would wait for ever.
 * The tab that holds the lock reads the stream and tells the others; when it goes, the next takes over where it stopped.
 *
 * @returns Leaves; the lock goes to another tab.
 */
export function shareStream<Change>({ name, open, onEvent, onState }: Options<Change>): () => void {
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let isLeader = false;
  let state: StreamState = { kind: "catching_up" };
  let lastEventId: string | null = null;

  const tell = (note: Note<Change>) => {
    if (!leaving.signal.aborted) channel.postMessage(note);
  };
  const takeEvent = (event: StreamEvent<Change>) => {
    lastEventId = event.id;
    onEvent(event);
  };
  const takeState = (next: StreamState) => {
    state = next;
    onState(next);
  };

  channel.addEventListener("message", ({ data: note }: MessageEvent<Note<Change>>) => {
    if (note.kind === "event") takeEvent(note.event);
    else if (note.kind === "state") takeState(note.state);
    else if (isLeader) tell({ kind: "state", state });
  });
  tell({ kind: "hello" });

  function lead(): Promise<void> {
    isLeader = true;
    const close = open(lastEventId, {
      onEvent(event) {
        takeEvent(event);
        tell({ kind: "event", event });
      },
      onState(next) {
        takeState(next);
        tell({ kind: "state", state: next });
      },
    });
    return new Promise((resolve) => {
      leaving.signal.addEventListener("abort", () => {
        close();
        resolve();
      });
    });
  }

  const { locks } = navigator as { locks?: LockManager };
  // Without locks (a page over plain http that is not localhost) each tab has a connection of its own.
  if (locks === undefined) void lead();
  else {
    locks.request(name, { signal: leaving.signal }, lead).catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
  }

  return () => {
    leaving.abort();
    channel.close();
  };
}
