import { createRequire } from "node:module";
import { join } from "node:path";

import { sql } from "drizzle-orm";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { afterAll, beforeAll, expect, test } from "vitest";

import { MIGRATIONS_FOLDER } from "./migrations-folder.ts";
import * as schema from "./schema/index.ts";
import { createWorld, type World } from "./testing/world.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

const read = (name: string) => createRequire(import.meta.url)(join(MIGRATIONS_FOLDER, "meta", name));

test("the migrations say what the schema says: generating gives nothing new", async () => {
  const last: { idx: number } = read("_journal.json").entries.at(-1);
  const migrated = read(`${String(last.idx).padStart(4, "0")}_snapshot.json`);
  const wanted = generateDrizzleJson(schema, migrated.id, undefined, "snake_case");
  expect(await generateMigration(migrated, wanted)).toEqual([]);
});

test("a fresh database refuses what the enums do not name", async () => {
  const rows = await world.db.execute<{ name: string }>(sql`
    select conname as name from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace order by 1`);
  expect(rows.map((row) => row.name)).toEqual(
    expect.arrayContaining([
      "app_install_state_check",
      "bot_event_mode_check",
      "bot_state_check",
      "conversation_owner_check",
      "inbox_event_status_check",
      "outbox_effect_status_check",
      "portal_auth_check",
      "portal_state_check",
    ]),
  );
  const wrong = sql`insert into portal (id, domain, auth, state) values (gen_random_uuid(), 'x', 'webhook', 'odd')`;
  await expect(world.db.execute(wrong)).rejects.toMatchObject({ cause: { constraint_name: "portal_state_check" } });
});

test("every key by which something is recognised is unique in a fresh database", async () => {
  const rows = await world.db.execute<{ definition: string }>(sql`
    select indexdef as definition from pg_indexes where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'`);
  const definitions = rows.map((row) => row.definition).join("\n");
  for (const columns of [
    "inbox_event USING btree (dedupe_key)",
    "outbox_effect USING btree (key)",
    "portal USING btree (member_id)",
    "portal USING btree (webhook_url_digest)",
    "bot USING btree (portal_id, code)",
    "bot USING btree (portal_id, bitrix_bot_id)",
    "conversation USING btree (bot_id, dialog_id)",
    "message USING btree (source_key)",
  ]) {
    expect(definitions).toContain(columns);
  }
});
