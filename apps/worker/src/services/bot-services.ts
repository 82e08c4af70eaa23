import type { PortalServices, Speaking } from "./portal-services.ts";

/** What each bot may ask the outside, by the bot's code. */
export type BotServices = {
  /** Bots of a deployment's own have those of the store's bot. */
  of(code: string, speaking: Speaking): unknown;
};

type ServicesOf = { of(speaking: Speaking): unknown };
type Deps = {
  store: Pick<PortalServices, "of">;
  sales: ServicesOf;
  report: ServicesOf;
  hr: ServicesOf;
  helpdesk: ServicesOf;
  notify: ServicesOf;
};

export function createBotServices({ store, ...bots }: Deps): BotServices {
  const byCode: Readonly<Record<string, ServicesOf>> = bots;
  return { of: (code, speaking) => (byCode[code] ?? store).of(speaking) };
}
