import type { SeedScale } from "./seed-scale.ts";

type Span = SeedScale & { from: number; to: number };

/** A number from 0 on that looks random and is the same in every run. */
const pick = (seed: string, of: number, salt: number) => `(abs(hashint8(${seed}::bigint * 7919 + ${salt})) % ${of})`;

/** Twenty portals with two bots each: the first has most conversations, the last hardly any. */
export const seedPortals = `
  insert into portal (id, domain, auth, state, desk)
    select uuidv7(), 'portal-' || nth || '.example', 'oauth', 'active', '{}' from generate_series(1, 20) nth;
  insert into bot (id, portal_id, code, name, event_mode, state)
    select uuidv7(), portal.id, code, initcap(code), 'webhook', 'active' from portal, unnest(array['store', 'service']) code;
  create table bench_bot as
    select row_number() over (order by portal.domain, bot.code) - 1 as place, bot.id as bot_id, portal.id as portal_id
    from bot join portal on portal.id = bot.portal_id;
  analyze bench_bot`;

/** The portal of a conversation by a square: of forty bots the first have the most. */
const BOT = `floor(40 * power(${pick("nth", 10_000, 1)} / 10000.0, 3))::int`;

const TOPICS =
  "array['order_status','availability','return','delivery','payment','warranty','complaint','other','job','hours','purchase','discount']";
const FIRST_NAMES =
  "array['Anna','Oleg','Maria','Ivan','Nina','Pavel','Olga','Egor','Vera','Gleb','John','Emma','Liam','Zoe','Noah','Анна','Олег','Мария','Иван','Вера']";
const LAST_NAMES =
  "array['Field','Stone','Brook','Hill','Wood','Lake','Rivers','Frost','Winter','Summer','Петров','Сидорова','Кузнецов','Попова','Смирнов','Volkov','Orlova','Zaitsev','Belov','Gromova']";

/** Conversations of some days; who has them, and what their bot knows of the visit. */
export function seedConversations({ conversations, days, from, to, messagesEach }: Span): string {
  const perDay = conversations / days;
  return `
  insert into conversation (id, portal_id, bot_id, dialog_id, dialog_type, title, line_id, person_id, person_name, language, state,
    owner, owner_version, topic, last_message_text, last_message_by, last_message_at, waiting_since, created_at, updated_at)
  select uuidv7(begins - now()), portal_id, bot_id, 'chat' || nth, 'open_line', 'Open line', line, nth::text, name, language,
    jsonb_build_object('dialogs', '[]'::jsonb, 'known', jsonb_build_object('number', 'A-' || nth, 'phone', '+7900' || nth), 'visit', jsonb_build_object(
      'id', uuidv7(begins - now()), 'beganAt', begins, 'lastAt', ends, 'lineId', line, 'intent', 'orderStatus', 'topic', topic,
      'dialog', 'orderStatus', 'dialogVersion', 2, 'answers', ${Math.floor(messagesEach / 2)}, 'isAnswered', true, 'outcome', 'solved_presumed')),
    case when ends > now() - interval '2 days' and luck < 4 then 'queue:' || line when luck < 8 then 'operator:' || luck + 10
      when luck < 60 then 'closed' else 'bot' end, luck, topic,
    'Thank you, that is all I wanted to know about the order A-' || nth, 'client', ends,
    case when ends > now() - interval '2 days' and luck < 4 then ends end, begins, ends
  from (
    select nth, begins, begins + make_interval(mins => ${messagesEach}) as ends, portal_id, bot_id, (1 + ${pick("nth", 3, 2)})::text as line,
      (${FIRST_NAMES})[1 + ${pick("nth", 20, 3)}] || ' ' || (${LAST_NAMES})[1 + ${pick("nth", 20, 4)}] as name,
      (array['ru','ru','en'])[1 + ${pick("nth", 3, 5)}] as language, (${TOPICS})[1 + ${pick("nth", 12, 6)}] as topic, ${pick("nth", 100, 7)} as luck
    from (
      select nth, now() - interval '${days} days' + make_interval(secs => nth * ${86_400 / perDay} - ${messagesEach * 60}) as begins, ${BOT} as bot_nth
      from generate_series(${Math.round(from * perDay)}, ${Math.round(to * perDay) - 1}) nth
    ) as talk join bench_bot on bench_bot.place = talk.bot_nth order by nth
  ) as made`;
}

const WORDS =
  "array['Where is my order?','Could you tell me when it will be delivered, please? I have been waiting for three days already.','Yes','Thanks','The number is on the card, one moment','Can I return it?','It is on its way and will be there tomorrow between 10 and 14. The courier calls an hour before.','What is the number of your order? It looks like A-1042 and is in the letter about it.']";

/** Messages of the conversations of some days, in the order of their time: client and bot by turns, an operator now and then. */
export const seedMessages = ({ messagesEach, days, from, to }: Span): string => `
  insert into message (id, conversation_id, author, author_name, text, understood, source_key, at, occurred_at)
  select uuidv7(at - now()), conversation_id, author, case author when 'client' then person_name when 'bot' then 'Store' else 'Operator' end,
    (${WORDS})[1 + (turn + luck) % 8],
    case when author = 'client' then '{"intents":[{"intent":"orderStatus","confidence":0.93}],"provider":"embedded","fellBackFrom":null}'::jsonb end,
    'bench:' || dialog_id || ':' || turn, at, case when author = 'client' then at end
  from (
    select talk.id as conversation_id, talk.dialog_id, talk.person_name, talk.owner_version as luck, turn,
      talk.created_at + make_interval(secs => 50 * turn) as at,
      case when turn % 2 = 0 then 'client' when talk.owner_version < 8 and turn > 12 then 'operator' else 'bot' end as author
    from conversation talk, generate_series(0, ${messagesEach - 1}) turn
    where talk.created_at >= now() - interval '${days} days' + interval '${from} days' - interval '${messagesEach} minutes'
      and talk.created_at < now() - interval '${days} days' + interval '${to} days' - interval '${messagesEach} minutes'
  ) as said order by at`;

/** What a topic was begun with: most have an intent of their own, few a dialog. */
const OF_TOPIC = {
  intent: {
    order_status: "orderStatus",
    availability: "availability",
    return: "productReturn",
    delivery: "deliveryInfo",
    payment: "paymentInfo",
    warranty: "warranty",
    complaint: "complaint",
    job: "job",
    hours: "workingHours",
    purchase: "purchase",
  },
  dialog: {
    order_status: "orderStatus",
    availability: "availability",
    return: "productReturn",
    purchase: "purchase",
    discount: "purchase",
  },
};
const ofTopic = (what: keyof typeof OF_TOPIC) =>
  `case topic ${Object.entries(OF_TOPIC[what])
    .map(([topic, name]) => `when '${topic}' then '${name}'`)
    .join(" ")} end`;

/** What came of each visit. */
export const SEED_OUTCOMES = `
  insert into outcome (id, portal_id, bot_id, conversation_id, visit_id, line_id, person_id, kind, cause, intent, topic, dialog,
    dialog_version, step, language, began_at, ended_at, first_response_ms, human_response_ms, answers, rating, rated_at, recontacted_at, decided_at)
  select uuidv7(updated_at - now()), portal_id, bot_id, id, (state #>> '{visit,id}')::uuid, line_id, person_id, kind,
    case kind when 'handed_over' then (array['operator_asked','misses','not_understood','source_away','complaint'])[1 + ${pick("nth", 5, 11)}]
      when 'solved_confirmed' then 'said_so' else 'silence' end,
    intent, topic, dialog, case when dialog is not null then 1 + ${pick("nth", 2, 14)} end,
    case when kind in ('handed_over', 'abandoned') and dialog is not null then (array['number','phone','words','which','photos',null])[1 + ${pick("nth", 6, 15)}] end,
    language, created_at, updated_at, (300 * exp(${pick("nth", 1000, 16)} / 250.0))::int,
    case when kind = 'handed_over' then (20000 * exp(${pick("nth", 1000, 17)} / 250.0))::int end, 10,
    case when ${pick("nth", 8, 18)} = 0 then 1 + ${pick("nth", 5, 19)} end, case when ${pick("nth", 8, 18)} = 0 then updated_at end,
    case when ${pick("nth", 12, 20)} = 0 then updated_at + make_interval(hours => 1 + ${pick("nth", 160, 21)}) end, updated_at
  from (
    select talk.*, substr(dialog_id, 5)::bigint as nth, ${ofTopic("intent")} as intent, ${ofTopic("dialog")} as dialog,
      (array['solved_presumed','solved_presumed','solved_presumed','solved_presumed','solved_confirmed','solved_confirmed','handed_over','handed_over','abandoned','solved_presumed'])
        [1 + ${pick("substr(dialog_id, 5)", 10, 10)}] as kind
    from conversation talk
  ) as visit`;

export const SEED_HANDOFFS = `
  insert into handoff (id, portal_id, bot_id, conversation_id, visit_id, topic, cause, state, trail, requested_at, taken_at, taken_by, ended_at, ended_as)
  select uuidv7(decided_at - now()), portal_id, bot_id, conversation_id, visit_id, topic, cause, 'ended', '[]', ended_at,
    ended_at + make_interval(secs => human_response_ms / 1000.0), '12', ended_at + interval '1 hour', 'back_to_bot'
  from outcome where kind = 'handed_over'`;

/** Delivered replies, as far as they are kept. */
export const seedEffects = (days: number): string => `
  insert into outbox_effect (id, key, portal_id, bot_id, conversation_id, lane, kind, body, policy, status, attempt, run_at, started_at, settled_at, external_id, created_at)
  select uuidv7(message.at - now()), source_key, portal_id, bot_id, talk.id, bot_id || ':' || dialog_id, 'chat.send',
    jsonb_build_object('kind', 'chat.send', 'dialogId', dialog_id, 'text', message.text), 'at_least_once', 'sent', 1, message.at,
    message.at, message.at - interval '49 seconds' + make_interval(secs => ${pick("message.seq", 3000, 31)} / 1000.0), message.seq::text, message.at
  from message join conversation talk on talk.id = message.conversation_id
  where message.id >= uuidv7(-interval '${days} days') and message.author = 'bot'`;
