import { callTogether, command } from "../../calling/call-together.ts";
import type { B24Client, CallOptions } from "../../client.ts";

/**
 * Has the portal post these events of all its people to an address. What it posts there already stays as it is: a portal refuses a
 * second binding of the same. Needs an administrator's token of an app.
 *
 * @returns The events that are posted from now on only; what this portal or the app's rights do not have is left out.
 * @see Bitrix24 docs: event.bind, event.get
 */
export async function bindOnline(
  client: B24Client,
  { events, handlerUrl }: { events: readonly string[]; handlerUrl: string },
  options?: CallOptions,
): Promise<string[]> {
  const bound = await client.call("event.get", {}, options);
  const isPosted = (event: string) =>
    bound.some((one) => one.offline !== 1 && one.event?.toUpperCase() === event && one.handler === handlerUrl);
  const missing = events.filter((event) => !isPosted(event));
  if (missing.length === 0) return [];
  const commands = missing.map((event) => [event, command("event.bind", { event, handler: handlerUrl })] as const);
  const told = await callTogether(client, Object.fromEntries(commands), options);
  return missing.filter((event) => {
    const answer = told[event];
    if (answer?.ok === false && answer.error.portalCode !== "ERROR_EVENT_NOT_FOUND") throw answer.error;
    return answer?.ok === true;
  });
}
