import { createUndiciTransport } from "@botdeck/b24-client";
import { createLogger } from "@botdeck/telemetry";

import { createGateway } from "../src/create-gateway.ts";
import { loadEnv } from "../src/env.ts";
import { insertPerRequest, selectInsert } from "./keep-each.ts";
import { buildParseOnly } from "./parse-only.ts";

// Run as a program by `pnpm bench intake`: the gateway with another way to keep events, or one that keeps none.
const env = loadEnv(process.env);
const logger = createLogger({ name: "bench", level: env.LOG_LEVEL });
const [side] = process.argv.slice(2);
const ways = { insertPerRequest, selectInsert };
const at = { host: env.GATEWAY_HOST, port: env.GATEWAY_PORT };

if (side === "noStore") {
  await buildParseOnly().listen(at);
} else if (side === "insertPerRequest" || side === "selectInsert") {
  const databaseUrl = env.DATABASE_URL;
  const gateway = await createGateway({
    databaseUrl,
    secretKey: env.BOTDECK_SECRET_KEY,
    spoolFolder: env.GATEWAY_SPOOL_FOLDER,
    spoolMaxBytes: env.GATEWAY_SPOOL_MAX_BYTES,
    requestTimeoutMs: env.GATEWAY_REQUEST_TIMEOUT_MS,
    bitrixApp: null,
    transport: createUndiciTransport(),
    logger,
    keepElsewhere: () => ways[side]({ databaseUrl, logger }),
  });
  await gateway.server.listen(at);
  gateway.start();
} else {
  throw new Error(`serve.ts insertPerRequest | selectInsert | noStore, not ${side ?? "nothing"}`);
}
