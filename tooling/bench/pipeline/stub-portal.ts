import { createServer, type Server } from "node:http";

const DIALOG = /dialogId(?:":"|=|%22%3A%22)chat(\d+)/;
const TIME = { start: 1, finish: 1, duration: 0, processing: 0 };

/**
 * A portal that answers every REST call at once and knows nothing: the emulator has a portal's work to do, and would be
 * what is measured. `onCall` hears of each message that a bot sends, also of one in a batch, before it is answered.
 */
export function startStubPortal(port: number, onCall: (dialogId: number) => void): Promise<Server> {
  let messageId = 0;
  const answer = (method: string, text: string): unknown => {
    if (method !== "batch") {
      const dialog = DIALOG.exec(text)?.[1];
      if (dialog !== undefined && method === "imbot.v2.Chat.Message.send") onCall(Number(dialog));
      return { id: ++messageId };
    }
    const { cmd } = JSON.parse(text) as { cmd: Record<string, string> }; // safe: our client wrote it
    const results = Object.entries(cmd).map(([key, line]) => {
      const [of = "", query = ""] = line.split("?", 2);
      return [key, answer(of, query)];
    });
    return {
      result: Object.fromEntries(results),
      result_error: [],
      result_total: [],
      result_next: [],
      result_time: [],
    };
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const method = (request.url ?? "").split("?", 1)[0]?.split("/").at(-1) ?? "";
      const result = answer(method.replace(/\.json$/, ""), Buffer.concat(chunks).toString());
      const body = JSON.stringify({ result, time: TIME });
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
      response.writeHead(200, headers).end(body);
    });
  });
  return new Promise((resolve) => void server.listen(port, "127.0.0.1", () => resolve(server)));
}
