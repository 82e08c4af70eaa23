import { httpBuildQuery } from "@botdeck/b24-client/testing";

import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";
import { messageEvent, type PortalIdentity } from "../load/message-event.ts";
import { postForm } from "../load/post-form.ts";

/** Whatever a stranger puts where the token belongs; found in no log and no column either. */
export const FORGED_TOKEN = "forged-token-of-the-drill";

type Event = ReturnType<typeof messageEvent>;
type Forgery = [name: string, change: (event: Event) => Record<string, unknown>];

const withToken = (event: Event, token: unknown) => ({ ...event, auth: { ...event.auth, application_token: token } });

/** Events that do not prove where they come from. */
const FORGERIES: readonly Forgery[] = [
  ["a wrong token", (event) => withToken(event, FORGED_TOKEN)],
  ["an empty token", (event) => withToken(event, "")],
  ["no token", (event) => withToken(event, undefined)],
  ["a list as token", (event) => withToken(event, [event.auth.application_token])],
  ["a map as token", (event) => withToken(event, { x: event.auth.application_token })],
  ["a token that is longer by one", (event) => withToken(event, `${event.auth.application_token}0`)],
  ["the token of another portal", (event) => ({ ...event, auth: { ...event.auth, member_id: "0".repeat(32) } })],
  ["no portal", (event) => ({ ...event, auth: { ...event.auth, member_id: undefined } })],
  [
    "the token in a place where it proves nothing",
    ({ auth, data, ...event }) => ({
      ...event,
      auth: { ...auth, application_token: undefined },
      data: { ...data, bot: { ...data.bot, auth: { ...auth } } },
    }),
  ],
  ["no auth at all", ({ auth: _auth, ...event }) => event],
];

/** Row 25: events with a wrong application_token beside good ones: each refused, none kept, and nobody else notices. */
const forged: Fault = {
  name: "forged-tokens",
  async run({ stack, tables, identity, portal, underLoad }) {
    const chatId = await portal.openChat("forged", identity.botId);
    const wrong: string[] = [];
    const outcome = await underLoad({}, async (load) => {
      await load.until(0.2);
      for (const [name, change] of FORGERIES) {
        for (const { url } of stack.gateways) {
          const body = forge(identity, chatId, load.deps.nextMessageId(), change);
          const answer = await postForm(`${url}/bitrix/events`, body);
          const isRefused = answer.kind === "answered" && (answer.status === 401 || answer.status === 403);
          if (!isRefused) wrong.push(`${name} was answered ${JSON.stringify(answer)}`);
        }
      }
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    outcome.broken.push(...wrong);
    const kept = await tables.keptEvents([`chat${chatId}`]);
    promise(outcome, kept.length === 0, `${kept.length} forged events were kept`);
    return outcome;
  },
};

function forge(identity: PortalIdentity, chatId: number, messageId: number, change: Forgery[1]): string {
  return httpBuildQuery(change(messageEvent(identity, { messageId, chatId, text: "forged", at: new Date() })));
}

export const forgedEvents: readonly Fault[] = [forged];
