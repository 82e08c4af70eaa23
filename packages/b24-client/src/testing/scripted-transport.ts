import { TransportError, type Transport } from "../transport.ts";

/** What the portal answers: a body (an object is sent as JSON, 200 unless told otherwise), or no answer at all. */
export type Reply = { status?: number; body: unknown; location?: string } | TransportError;

export type RecordedCall = { url: string; method: string; params: unknown };

/**
 * A portal that gives prepared answers in order and records what it was asked, for tests of code that calls one.
 * A call beyond the script is a fault of the test.
 */
export function createScriptedTransport(replies: readonly Reply[]): { transport: Transport; calls: RecordedCall[] } {
  const calls: RecordedCall[] = [];
  const transport: Transport = {
    async send(url, body) {
      const reply = replies[calls.length];
      const method = new URL(url).pathname.split("/").at(-1) ?? "";
      calls.push({ url, method, params: body === null ? null : JSON.parse(body) });
      if (reply === undefined) throw new Error(`Call ${calls.length} (${method}) is not in the script`);
      if (reply instanceof TransportError) throw reply;
      const { status = 200, location } = reply;
      const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body);
      return { status, body: text, ...(location === undefined ? {} : { location }) };
    },
  };
  return { transport, calls };
}
