import { httpBuildQuery } from "@botdeck/b24-client/testing";

import { type Fault, promise, promiseNoneDead } from "../fault.ts";
import { messageEvent } from "../load/message-event.ts";
import { postForm } from "../load/post-form.ts";

const DOUBLED_MESSAGES = 20;
const MOST_COPIES = 50;

/** Row 16: the same event 2 to 50 times at once, at both gateways, and all of them once more afterwards. */
const doubled: Fault = {
  name: "events-doubled",
  async run({ stack, portal, identity, random, tables, underLoad }) {
    const chatId = await portal.openChat("doubled", identity.botId);
    const wrong: string[] = [];
    const outcome = await underLoad({}, async ({ deps }) => {
      const bodies: string[] = [];
      const post = async (body: string, copy: number) => {
        const { url } = stack.gateways[copy % stack.gateways.length] ?? stack.gateways[0];
        const answer = await postForm(`${url}/bitrix/events`, body);
        if (answer.kind !== "answered" || answer.status !== 200)
          wrong.push(`a copy was answered ${JSON.stringify(answer)}`);
      };
      for (let number = 1; number <= DOUBLED_MESSAGES; number++) {
        const copies = 2 + Math.floor(random() * (MOST_COPIES - 1));
        const messageId = deps.nextMessageId();
        const text = `say ${number} of chat${chatId}`;
        const body = httpBuildQuery(messageEvent(identity, { messageId, chatId, text, at: new Date() }));
        bodies.push(body);
        await Promise.all(Array.from({ length: copies }, (_copy, index) => post(body, index)));
      }
      await Promise.all(bodies.map(post));
    });
    const kept = await tables.keptEvents([`chat${chatId}`]);
    const replies = await portal.repliesIn(chatId, identity.botId);
    promise(outcome, kept.length === DOUBLED_MESSAGES, `${kept.length} rows for ${DOUBLED_MESSAGES} doubled events`);
    const expected = Array.from({ length: DOUBLED_MESSAGES }, (_each, index) => `echo ${index + 1} of chat${chatId}`);
    const said = replies.map(({ text }) => text);
    promise(
      outcome,
      JSON.stringify(said) === JSON.stringify(expected),
      `doubled events were answered ${said.length} times, or out of order`,
    );
    outcome.broken.push(...wrong);
    promiseNoneDead(outcome);
    return outcome;
  },
};

/** Row 17: edits and deletions before their message, joins after it, and messages that are hours late. */
const disordered: Fault = {
  name: "events-disordered",
  async run({ stack, portal, identity, tables, underLoad }) {
    const chatId = await portal.openChat("disordered", identity.botId);
    const wrong: string[] = [];
    const outcome = await underLoad({}, async ({ deps }) => {
      const messageId = deps.nextMessageId();
      const message = { messageId, chatId, text: `say 1 of chat${chatId}`, at: new Date(Date.now() - 3 * 3_600_000) };
      const added = messageEvent(identity, message);
      const { chat, user, bot, language } = added.data;
      const place = { bot, chat, user, language };
      const events = [
        {
          ...added,
          event: "ONIMBOTV2MESSAGEUPDATE",
          data: { ...added.data, message: { ...added.data.message, text: "edited" } },
        },
        { ...added, event: "ONIMBOTV2MESSAGEDELETE", data: { ...place, messageId } },
        added,
        { ...added, event: "ONIMBOTV2JOINCHAT", data: { ...place, dialogId: `chat${chatId}` } },
        {
          ...added,
          event: "ONIMBOTV2REACTIONCHANGE",
          data: { ...place, reaction: "like", action: "add", message: { id: messageId + 1 } },
        },
        { ...added, event: "ONIMBOTV2NEVERHEARDOF", data: { ...place } },
      ];
      for (const [index, event] of events.entries()) {
        const { url } = stack.gateways[index % stack.gateways.length] ?? stack.gateways[0];
        const answer = await postForm(`${url}/bitrix/events`, httpBuildQuery(event));
        const isTaken = answer.kind === "answered" && answer.status === 200;
        if (!isTaken) wrong.push(`${event.event} was answered ${JSON.stringify(answer)}`);
      }
    });
    outcome.broken.push(...wrong);
    const said = await portal.repliesIn(chatId, identity.botId);
    promise(outcome, said.length === 1, `the late message was answered ${said.length} times`);
    const dead = (await tables.keptEvents([`chat${chatId}`])).filter(({ status }) => status === "dead");
    promise(outcome, dead.length === 0, "an event out of order became a dead letter");
    promiseNoneDead(outcome);
    return outcome;
  },
};

export const oddDeliveries: readonly Fault[] = [doubled, disordered];
