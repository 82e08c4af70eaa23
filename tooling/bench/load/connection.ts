import { connect, type Socket } from "node:net";

/** The status of an answer, or null when the connection broke before it came. */
type OnAnswer = (status: number | null) => void;

/** One keep-alive connection with one request under way at most, over a bare socket: a client library costs more than a gateway. */
export type Connection = { send(request: Buffer, onAnswer: OnAnswer): void; close(): void };

export function openConnection(port: number): Connection {
  let socket: Socket | null = null;
  let waiting: OnAnswer | null = null;
  let received = "";

  function open(): Socket {
    const opened = connect({ host: "127.0.0.1", port, noDelay: true });
    opened.setEncoding("latin1");
    opened.on("data", (chunk: string) => {
      received = received === "" ? chunk : received + chunk;
      const status = statusOf(received);
      if (status !== null) answer(status);
    });
    opened.on("error", () => {});
    opened.on("close", () => {
      if (socket !== opened) return;
      socket = null;
      answer(null);
    });
    return opened;
  }

  function answer(status: number | null): void {
    const onAnswer = waiting;
    [waiting, received] = [null, ""];
    onAnswer?.(status);
  }

  return {
    send(request, onAnswer) {
      waiting = onAnswer;
      socket ??= open();
      socket.write(request);
    },
    close: () => void socket?.destroy(),
  };
}

/** Null while the answer is not whole. Answers without a length do not come from what is measured here. */
export function statusOf(received: string): number | null {
  const headEnd = received.indexOf("\r\n\r\n");
  if (headEnd === -1) return null;
  const length = Number(/content-length: *(\d+)/i.exec(received)?.[1] ?? 0);
  if (received.length < headEnd + 4 + length) return null;
  return Number(received.slice(9, 12));
}
