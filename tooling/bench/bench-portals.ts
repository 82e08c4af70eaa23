import { type Bot, connect, createOAuthTokens, createPortals, createSecretBox, INSTALLER } from "@botdeck/db";

import { senderOf } from "./load/sender.ts";

const YEAR_MS = 365 * 86_400_000;
/** Portals written side by side. */
const AT_ONCE = 8;

export type BenchPortal = { portalId: string; botId: string };

type Options = {
  databaseUrl: string;
  secretKey: string;
  count: number;
  /** Where the portals' REST methods are, such as `http://127.0.0.1:8090/rest/`. */
  clientEndpoint: string;
  /** The bot's code, as a definition of the worker names it. */
  botCode: string;
};

/** Active portals with one bot each and a token that outlives the bench: number 0 is the sender 0. */
export async function addPortals({ databaseUrl, secretKey, count, clientEndpoint, botCode }: Options) {
  const handle = connect(databaseUrl, { max: AT_ONCE, applicationName: "botdeck-bench" });
  const box = createSecretBox(secretKey);
  const [portals, tokens] = [createPortals(handle.db, box), createOAuthTokens(handle.db, box)];

  async function addPortal(index: number): Promise<BenchPortal> {
    const { memberId, applicationToken, bitrixBotId } = senderOf(index);
    const { id } = await portals.keepInstall({
      memberId,
      domain: `${memberId}.example`,
      clientEndpoint,
      serverEndpoint: clientEndpoint,
      applicationToken,
    });
    await portals.setState(id, "active");
    await portals.setRequestLimit(id, "enterprise");
    const expiresAt = new Date(Date.now() + YEAR_MS);
    await tokens.put(id, INSTALLER, { accessToken: `access${index}`, refreshToken: `refresh${index}`, expiresAt });
    const fields = { portalId: id, code: botCode, name: "Bench", eventMode: "webhook" as const, newBotToken: null };
    const bot: Bot = await portals.ensureBot(fields);
    await portals.markRegistered(bot.id, bitrixBotId);
    return { portalId: id, botId: bot.id };
  }

  try {
    const added: BenchPortal[] = [];
    for (let first = 0; first < count; first += AT_ONCE) {
      const indexes = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => first + index);
      added.push(...(await Promise.all(indexes.map(addPortal))));
    }
    return added;
  } finally {
    await handle.close();
  }
}
