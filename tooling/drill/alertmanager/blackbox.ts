import { createServer } from "node:http";
import { once } from "node:events";

export type Blackbox = {
  /** Whether a watched site answers from now on; all of them when none is named. */
  setUp(isUp: boolean, site?: string): void;
  /** When a probe said last that it does not, or that it does again; null when none has since it changed. */
  toldAt(): number | null;
  close(): Promise<void>;
};

/** Stands in for the blackbox exporter, and for an exporter of a machine that is well: it tells of a site what it is told to. */
export async function startBlackbox(port: number): Promise<Blackbox> {
  let [isUp, toldAt]: [boolean, number | null] = [true, null];
  const unlike = new Map<string, boolean>();
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/plain; version=0.0.4");
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/probe")) {
      toldAt ??= performance.now();
      const answers = unlike.get(searchParams.get("target") ?? "") ?? isUp;
      response.end(`# TYPE probe_success gauge\nprobe_success ${answers ? 1 : 0}\n`);
    } else response.end("# TYPE machine_is_well gauge\nmachine_is_well 1\n");
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    setUp(next, site) {
      toldAt = null;
      if (site !== undefined) unlike.set(site, next);
      else {
        isUp = next;
        unlike.clear();
      }
    },
    toldAt: () => toldAt,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
