import { AppError, messageOf, pauseFor } from "@botdeck/core";

const RECONNECT_MS = 200;

/**
 * Calls `onChange` with every change that the portal's live stream tells from now on. A stream that breaks is opened again
 * where it was left.
 *
 * @returns Settles when the stream is open.
 * @throws AppError `unreachable` when it cannot be opened.
 */
export async function followChanges(
  emulatorUrl: string,
  onChange: (change: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  let lastId: string | null = null;
  const open = async () => {
    const headers = { accept: "text/event-stream", ...(lastId === null ? {} : { "last-event-id": lastId }) };
    const response = await fetch(`${emulatorUrl}/emulator/api/events`, { signal, headers });
    if (response.ok && response.body !== null) return response.body;
    throw new AppError("unreachable", `The emulator's live stream answered ${response.status}.`);
  };
  const read = async (body: ReadableStream<Uint8Array>) => {
    for await (const { id, data } of readEvents(body)) {
      lastId = id;
      onChange(JSON.parse(data));
    }
  };
  const first = await open().catch((cause: unknown) => {
    throw new AppError("unreachable", `The emulator does not tell its changes: ${messageOf(cause)}`, { cause });
  });
  const keepFollowing = async () => {
    let body: ReadableStream<Uint8Array> | null = first;
    while (!signal.aborted) {
      if (body !== null) await read(body).catch(() => {});
      await pauseFor(RECONNECT_MS, signal);
      body = signal.aborted ? null : await open().catch(() => null);
    }
  };
  void keepFollowing();
}

/** Server-sent events of a body: each has an id and one line of data here. */
async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<{ id: string; data: string }> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1];
      const [id, data] = [field("id"), field("data")];
      if (id !== undefined && data !== undefined) yield { id, data };
    }
  }
}
