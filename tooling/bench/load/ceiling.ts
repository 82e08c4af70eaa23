import { createServer } from "node:net";

const ANSWER = Buffer.from("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
const port = Number(process.argv[2]);

/**
 * Run as a program: answers each request with as little work as a process can, to find out how much the load process
 * itself can send. It counts bytes, since all requests of a run are of one length, which the first one tells.
 */
createServer((socket) => {
  let [requestBytes, pending] = [0, 0];
  socket.setNoDelay(true);
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    if (requestBytes === 0) requestBytes = lengthOf(chunk);
    pending += chunk.length;
    for (; pending >= requestBytes; pending -= requestBytes) socket.write(ANSWER);
  });
}).listen(port, "127.0.0.1");

/** Of a request whose head is whole, as the load process writes it. */
function lengthOf(chunk: Buffer): number {
  const head = chunk.toString("latin1").split("\r\n\r\n", 1)[0] ?? "";
  return head.length + 4 + Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
}
