import { fileURLToPath } from "node:url";

import { createUndiciTransport } from "@botdeck/b24-client";
import { withOwnBots } from "@botdeck/bots/own-bots";
import {
  connect,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  type SecretBox,
  untilReachable,
} from "@botdeck/db";
import { createPortalClients } from "@botdeck/portal-clients";
import { createLogger } from "@botdeck/telemetry";

import { buildConsole } from "./app.ts";
import { createAuth } from "./auth.ts";
import { createKnownBots } from "./bot/known-bots.ts";
import { loadEnv } from "./env.ts";
import { createSeesDialog } from "./portal/sees-dialog.ts";
import { createPortalSignIn } from "./portal-sign-in/portal-sign-in.ts";
import { createTemporalDesk, temporalAt } from "./workflow/temporal-desk.ts";

const env = loadEnv();
const bots = createKnownBots(await withOwnBots(env.BOTDECK_BOTS));
const logger = createLogger({ name: "console", level: env.LOG_LEVEL });
const onReplaced = () => logger.warn("connections to the database had gone mute and were made anew");
const database = connect(env.DATABASE_URL, { applicationName: "botdeck-console", onReplaced });
await untilReachable(database, (error) =>
  logger.warn({ err: error }, "the database is away: the console waits for it"),
);
const publicUrl = new URL(env.CONSOLE_PUBLIC_URL).origin;
const trustedOrigins = [publicUrl, `http://127.0.0.1:${env.CONSOLE_PORT}`, `http://localhost:${env.CONSOLE_PORT}`];
const transport = createUndiciTransport({ staysPublic: !env.B24_PRIVATE_PORTALS });
const { B24_CLIENT_ID: clientId, B24_CLIENT_SECRET: clientSecret } = env;
const bitrixApp = clientId && clientSecret ? { clientId, clientSecret } : null;
const portalSignIn = bitrixApp && createPortalSignIn({ db: database.db, transport, app: bitrixApp });
const secretBox = env.BOTDECK_SECRET_KEY === undefined ? null : createSecretBox(env.BOTDECK_SECRET_KEY);
const { TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: namespace, TEMPORAL_UI_URL: temporalUiUrl } = env;
const temporalConnection = temporalAddress ? temporalAt(temporalAddress) : null;
const uiUrl = temporalUiUrl?.replace(/\/+$/, "") ?? null;
const temporal =
  temporalConnection === null ? null : createTemporalDesk({ connection: temporalConnection, namespace, uiUrl });
const app = await buildConsole({
  database,
  auth: createAuth({ database, secret: env.BETTER_AUTH_SECRET, publicUrl, trustedOrigins }),
  bots,
  publicUrl,
  trustedOrigins,
  gatewayUrl: env.GATEWAY_PUBLIC_URL ?? null,
  secretBox,
  takesPrivatePortals: env.B24_PRIVATE_PORTALS,
  portalSignIn,
  temporal,
  seesDialog: secretBox && seesDialogWith(secretBox),
  sessionRules: { adminsNeedSecondFactor: env.CONSOLE_ADMINS_NEED_SECOND_FACTOR },
  trustedProxies: env.CONSOLE_TRUSTED_PROXIES,
  webFolder: fileURLToPath(new URL("../dist", import.meta.url)),
  logger,
});

function seesDialogWith(box: SecretBox) {
  const portals = createPortals(database.db, box);
  const tokens = createOAuthTokens(database.db, box);
  const clients = createPortalClients({ db: database.db, portals, tokens, transport, app: bitrixApp });
  return createSeesDialog({ portals, clients });
}

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await app.close();
  await transport.close();
  await temporalConnection?.close();
  await database.close();
}
process.once("SIGINT", () => void stop());
process.once("SIGTERM", () => void stop());

await app.listen({ host: env.CONSOLE_HOST, port: env.CONSOLE_PORT });
