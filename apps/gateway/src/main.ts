import { createUndiciTransport } from "@botdeck/b24-client";
import { appOf } from "@botdeck/portal-clients";
import { armCrashPoint, createLogger } from "@botdeck/telemetry";

import { createGateway } from "./create-gateway.ts";
import { loadEnv } from "./env.ts";

const env = loadEnv(process.env);
// No configuration: only a drill sets it.
armCrashPoint(process.env["BOTDECK_CRASHPOINT"]);
const logger = createLogger({ name: "gateway", level: env.LOG_LEVEL });
// postgres.js has promises that nobody awaits; a lost connection must not end the intake.
process.on("unhandledRejection", (reason) => logger.error({ err: reason }, "unhandled rejection"));

const transport = createUndiciTransport({ staysPublic: !env.B24_PRIVATE_PORTALS });
const gateway = await createGateway({
  databaseUrl: env.DATABASE_URL,
  secretKey: env.BOTDECK_SECRET_KEY,
  spoolFolder: env.GATEWAY_SPOOL_FOLDER,
  spoolMaxBytes: env.GATEWAY_SPOOL_MAX_BYTES,
  requestTimeoutMs: env.GATEWAY_REQUEST_TIMEOUT_MS,
  bitrixApp: appOf(env),
  consoleUrl: env.CONSOLE_PUBLIC_URL,
  transport,
  logger,
});
await gateway.server.listen({ host: env.GATEWAY_HOST, port: env.GATEWAY_PORT });
gateway.start();
logger.info({ port: env.GATEWAY_PORT }, "gateway is up");

let stopping = false;
async function shutDown(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, "gateway stops");
  try {
    await gateway.stop(env.GATEWAY_DRAIN_MS);
    await transport.close();
  } catch (error) {
    logger.error({ err: error }, "gateway did not stop cleanly");
    process.exitCode = 1;
  }
  process.exit();
}
process.once("SIGTERM", () => void shutDown("SIGTERM"));
process.once("SIGINT", () => void shutDown("SIGINT"));
