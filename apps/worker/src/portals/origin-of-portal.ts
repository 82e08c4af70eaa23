import type { Portal } from "@botdeck/db";

/** Where people open a portal, such as `https://example.bitrix24.com`. */
export const originOfPortal = ({ clientEndpoint, domain }: Pick<Portal, "clientEndpoint" | "domain">): string =>
  clientEndpoint === null ? `https://${domain}` : new URL(clientEndpoint).origin;
