import { type Connection, openConnection } from "../load/connection.ts";
import { startPortal } from "../client/portal.ts";

const CONNECTIONS = 16;
const UNBOUND = { burst: 1_000_000, perSecond: 1_000_000 };

/** REST calls a second that the emulator answers with its limit out of the way: why the portal here is a stub. */
export async function measureEmulator(folder: string, measureMs: number): Promise<number> {
  const portal = await startPortal({ folder, name: "ceiling", scale: { bucket: UNBOUND, budget: UNBOUND }, deals: 0 });
  try {
    const { host, port, pathname } = new URL(`${portal.webhookUrl}user.current`);
    const request = Buffer.from(`POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 0\r\n\r\n`);
    const connections = Array.from({ length: CONNECTIONS }, () => openConnection(Number(port)));
    const until = performance.now() + measureMs;
    let answered = 0;
    const callUntil = async (connection: Connection) => {
      while (performance.now() < until) {
        const status = await new Promise((resolve) => connection.send(request, resolve));
        if (status === 200) answered += 1;
      }
      connection.close();
    };
    await Promise.all(connections.map(callUntil));
    return (answered / measureMs) * 1_000;
  } finally {
    await portal.stop();
  }
}
