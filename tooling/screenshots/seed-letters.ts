import { connect } from "@botdeck/db";
import { sql } from "drizzle-orm";

/** Effects that died or are in doubt, which a portal that is well never brings: in lanes of their own, so that they hold nothing. */
export async function seedLetters(databaseUrl: string): Promise<void> {
  const database = connect(databaseUrl, { max: 1, applicationName: "botdeck-screenshots" });
  try {
    await database.db.execute(sql`
      with put as (
        insert into outbox_effect (id, key, portal_id, bot_id, conversation_id, lane, kind, body, policy, status, attempt, run_at,
          started_at, settled_at, last_error, created_at)
        select made.id, made.id, talk.portal_id, talk.bot_id, talk.id, made.id, 'chat.send',
          jsonb_build_object('kind', 'chat.send', 'dialogId', talk.dialog_id, 'text', 'Your order A-1042 is on its way.'), 'ask',
          letter.status, 3, now() + interval '1 day', at, case letter.status when 'dead' then at end, letter.error,
          at - interval '2 minutes'
        from (values
          ('dead', 'ACCESS_DENIED: the bot is not in this chat', 50),
          ('dead', 'ACCESS_DENIED: the bot is not in this chat', 42),
          ('dead', 'The portal could not be asked: HTTP 502', 31),
          ('uncertain', 'The portal could not be asked for imbot.v2.Chat.Message.send: no answer in 10 s', 4)
        ) as letter (status, error, minutes)
        cross join lateral (select gen_random_uuid() as id, now() - make_interval(mins => letter.minutes) as at) as made
        cross join (select conversation.* from conversation join bot on bot.id = conversation.bot_id where bot.code = 'store'
          order by conversation.created_at limit 1) as talk
        returning id, status, last_error, started_at)
      insert into delivery_attempt (id, effect_id, attempt, outcome, detail, started_at, finished_at)
      select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || substr(md5(id::text), 13))::uuid, id, try,
        case when try < 3 then 'retry' else status end, last_error, at - interval '10 seconds', at
      from put
      cross join generate_series(1, 3) as try
      cross join lateral (select started_at - make_interval(secs => 20 * (3 - try)) as at) as tried`);
  } finally {
    await database.close();
  }
}
