/**
 * Portals send everybody who signs in back to the app's one address, which is ours. A `state` that begins so is of somebody
 * who signs in to the console; those of links in chats have no dot.
 */
const STATE_PREFIX = "console.";
const CONSOLE_PATH = "/api/auth/bitrix24/return";

type Return = { code: string; state: string; member_id: string };

/**
 * Where a browser goes on that came back for the console; null for one that came by a link in a chat. The code is of use to the
 * console alone, which has begun the way and knows this browser.
 *
 * @param consoleUrl Null where the gateway knows no console.
 */
export function wayToConsole({ code, state, member_id }: Return, consoleUrl: string | null): string | null {
  if (consoleUrl === null || !state.startsWith(STATE_PREFIX)) return null;
  const url = new URL(CONSOLE_PATH, consoleUrl);
  url.search = new URLSearchParams({ code, state, member_id }).toString();
  return url.href;
}
