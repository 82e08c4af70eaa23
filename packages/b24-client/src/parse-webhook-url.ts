import { isSafeForSecrets } from "./loopback.ts";
import { isPrivateHost } from "./private-host.ts";

export type ParsedWebhookUrl =
  /** `url` ends in a slash: a method's name goes behind it. It is secret. */
  | { ok: true; url: string; domain: string; userId: string }
  /** A sentence for a person; without the secret. */
  | { ok: false; reason: string };

const EXAMPLE = "https://your-portal.bitrix24.com/rest/1/abc123/";
const PATH = /^\/rest\/(\d+)\/([A-Za-z0-9]+)(?:\/[A-Za-z0-9.]*)?$/;

/**
 * Reads the address of an inbound webhook as a person copies it from the portal; a method's name at its end is dropped.
 *
 * @param options.takesPrivate Whether portals on this machine and in private networks are taken too, such as an emulated one.
 * @see Bitrix24 docs: settings/how-to-call-rest-api/general-principles
 */
export function parseWebhookUrl(text: string, { takesPrivate }: { takesPrivate: boolean }): ParsedWebhookUrl {
  const trimmed = text.trim();
  if (trimmed === "") return wrong("The webhook address is empty");
  if (!URL.canParse(trimmed)) return wrong("The webhook address is not a URL");
  const url = new URL(trimmed);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return wrong("The webhook address must begin with https://");
  if (!takesPrivate && isPrivateHost(url.hostname)) {
    return wrong(
      "The webhook address leads to this machine or into a private network; portals there are taken only with B24_PRIVATE_PORTALS=true",
    );
  }
  if (!isSafeForSecrets(url)) {
    return wrong(
      `The webhook address must begin with https://, because over http:// everybody on the way reads its secret`,
    );
  }
  if (url.username !== "" || url.password !== "")
    return wrong("The webhook address must not hold a user name or password");
  if (url.pathname.startsWith("/rest/api/")) {
    return wrong("This is an address of the REST 3.0 API; leave /api out of it");
  }
  if (!url.pathname.startsWith("/rest/")) {
    return wrong("This is the address of a portal, not of an inbound webhook: /rest/… is missing");
  }
  const [, userId, code] = PATH.exec(url.pathname) ?? [];
  if (userId === undefined || code === undefined) {
    return wrong("After /rest/ an inbound webhook's address has a user's number and a code");
  }
  return { ok: true, url: `${url.origin}/rest/${userId}/${code}/`, domain: url.host, userId };
}

function wrong(sentence: string): { ok: false; reason: string } {
  return { ok: false, reason: `${sentence}. It looks like ${EXAMPLE} (Developer resources → Inbound webhook).` };
}
