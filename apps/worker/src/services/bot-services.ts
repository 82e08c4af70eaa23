import type { PortalServices, Speaking } from "./portal-services.ts";

/** What each bot may ask the outside, by the bot's code. */
export type BotServices = {
  /** Bots of a deployment's own have those of the store's bot. */
  of(code: string, speaking: Speaking): unknown;
};

type Deps = { store: Pick<PortalServices, "of"> };

export function createBotServices({ store }: Deps): BotServices {
  const byCode: Readonly<Record<string, (speaking: Speaking) => unknown>> = {};
  return { of: (code, speaking) => (byCode[code] ?? store.of)(speaking) };
}
