import { callTogether, command } from "../../calling/call-together.ts";
import type { B24Client, CallOptions } from "../../client.ts";

type Asked = {
  events: readonly string[];
  /** Those that are not to be posted any more, should they be. */
  unwanted?: readonly string[];
  handlerUrl: string;
};

/**
 * Has the portal post these events of all its people to an address, and no longer those that nobody wants. What it posts there already
 * stays as it is: a portal refuses a second binding of the same. Needs an administrator's token of an app.
 *
 * @returns The events that are posted from now on only, and those that are not any more; what this portal or the app's rights do
 *   not have is left out.
 * @see Bitrix24 docs: event.bind, event.unbind, event.get
 */
export async function bindOnline(
  client: B24Client,
  { events, unwanted = [], handlerUrl }: Asked,
  options?: CallOptions,
): Promise<{ bound: string[]; unbound: string[] }> {
  const posted = await client.call("event.get", {}, options);
  const isPosted = (event: string) =>
    posted.some((one) => one.offline !== 1 && one.event?.toUpperCase() === event && one.handler === handlerUrl);
  const missing = events.filter((event) => !isPosted(event));
  const needless = unwanted.filter((event) => isPosted(event) && !events.includes(event));
  if (missing.length + needless.length === 0) return { bound: [], unbound: [] };
  const commands = [
    ...missing.map((event) => [event, command("event.bind", { event, handler: handlerUrl })] as const),
    ...needless.map((event) => [event, command("event.unbind", { event, handler: handlerUrl })] as const),
  ];
  const told = await callTogether(client, Object.fromEntries(commands), options);
  const isDone = (event: string) => {
    const answer = told[event];
    if (answer?.ok === false && answer.error.portalCode !== "ERROR_EVENT_NOT_FOUND") throw answer.error;
    return answer?.ok === true;
  };
  return { bound: missing.filter(isDone), unbound: needless.filter(isDone) };
}
