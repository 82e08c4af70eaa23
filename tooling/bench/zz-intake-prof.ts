import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { addPortals } from "./bench-portals.ts";
import { openStage } from "./stage.ts";
import { startProgram } from "./start-program.ts";
import { runLoadProcess } from "./load/run.ts";
import { processorTimeS } from "./processor-time.ts";
const stage = await openStage();
const secretKey = randomBytes(32).toString("base64");
try {
  await addPortals({
    databaseUrl: stage.databaseUrl,
    secretKey,
    count: 20,
    clientEndpoint: "http://127.0.0.1:9/rest/",
    botCode: "store",
  });
  const env = (side: string) => (port: number) => ({
    DATABASE_URL: stage.databaseUrl,
    BOTDECK_SECRET_KEY: secretKey,
    GATEWAY_PORT: String(port),
    GATEWAY_SPOOL_FOLDER: join(stage.folder, "spool", side),
    GATEWAY_DRAIN_MS: "0",
  });
  const prof = process.argv.includes("--prof") ? ["--import", "/tmp/intake/hook.mjs"] : [];
  const sides = process.argv[2]!.split(",");
  let idx = 0; for (const side of sides) {
    const p = await startProgram({
      script: side.startsWith("own") ? "apps/gateway/src/main.ts" : "apps/gateway/bench/serve.ts",
      args: () => (side.startsWith("own") ? [] : [side]),
      nodeArgs: prof,
      env: env(side),
      logFile: "/tmp/intake/" + side + ".log",
    });
    let first = (idx++) * 10_000_000;
    for (const connections of [32, 128]) {
      const [g0, p0] = [processorTimeS(p.pid), processorTimeS(stage.postgres.pid)];
      const isProf = prof.length > 0 && first % 10_000_000 !== 0 && connections === 32;
      if (isProf) process.kill(p.pid, "SIGUSR2");
      const o = await runLoadProcess({
        port: p.port,
        path: "/bitrix/events",
        text: "Hello",
        portals: 20,
        dialogs: 1000,
        firstNumber: first,
        connections,
        perSecond: null,
        warmUpMs: 1000,
        measureMs: 4000,
      });
      if (isProf) process.kill(p.pid, "SIGUSR2");
      first = o.nextNumber;
      const [g1, p1] = [processorTimeS(p.pid), processorTimeS(stage.postgres.pid)];
      console.log(
        side,
        connections,
        Math.round(o.perSecond),
        "/s p50",
        o.p50Ms,
        "p99",
        o.p99Ms,
        "gateway us",
        Math.round(((g1 - g0) / o.accepted) * 1e6),
        "pg us",
        Math.round(((p1 - p0) / o.accepted) * 1e6),
        o.refused,
      );
    }
    await p.stop();
  }
} finally {
  await stage.close();
}
