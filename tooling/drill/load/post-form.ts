import { request } from "node:http";

/** How one post ended, as its sender sees it. */
export type PostOutcome =
  | { kind: "answered"; status: number }
  /** No connection came about, so nothing was sent. */
  | { kind: "not_connected" }
  /** The connection ended, or time ran out, before an answer: nobody knows. */
  | { kind: "broken"; reason: string };

/** A portal gives up on a handler that is silent. */
const ANSWER_TIMEOUT_MS = 10_000;

/**
 * Posts a body on a connection of its own, as portals do, and never again: whether to repeat is the caller's to decide.
 *
 * @param headers Over the usual ones.
 */
export async function postForm(
  url: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<PostOutcome> {
  return await new Promise<PostOutcome>((resolve) => {
    let isConnected = false;
    const broken = (reason: string): PostOutcome =>
      isConnected ? { kind: "broken", reason } : { kind: "not_connected" };
    const outgoing = request(
      url,
      {
        method: "POST",
        agent: false,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": String(Buffer.byteLength(body)),
          ...headers,
        },
      },
      (answer) => {
        answer.resume();
        answer.once("end", () => resolve({ kind: "answered", status: answer.statusCode ?? 0 }));
        answer.once("error", (error) => resolve(broken(error.message)));
        answer.once("close", () => resolve(broken("the answer was cut")));
      },
    );
    // From the first to the last byte; a timeout of the socket would begin anew with each.
    const timer = setTimeout(() => outgoing.destroy(new Error("no answer in time")), ANSWER_TIMEOUT_MS);
    outgoing.once("close", () => clearTimeout(timer));
    outgoing.once("socket", (socket) => socket.once("connect", () => (isConnected = true)));
    outgoing.once("error", (error) => resolve(broken(error.message)));
    outgoing.end(body);
  });
}
