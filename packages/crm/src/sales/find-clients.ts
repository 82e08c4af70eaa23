import { type B24Client, type CallOptions, callTogether, type Command, command } from "@botdeck/b24-client";

import { type CrmItem, readItems } from "../clients/crm-item.ts";
import { spellingsOf, toE164 } from "../clients/phones.ts";
import { answerOf } from "../clients/told.ts";
import { rankByName } from "../people/rank-by-name.ts";
import { ACTIVITY_FIELDS, activityOf, type ClientActivity } from "./client-activity.ts";
import { nameFilter } from "./spellings.ts";

/** Bitrix24 docs: crm/data-types, entityTypeId */
const TYPE_OF = { contact: 3, company: 4 } as const;
const MOST_SHOWN = 3;
const MOST_ACTIVITIES = 3;
const NEARLY = 0.1;
/** With activities, no command makes more than five calls. */
const MOST_OF_PHONE = 2;

export type FoundClient = {
  kind: keyof typeof TYPE_OF;
  id: string;
  name: string;
  /** As somebody typed them into the CRM. */
  phones: readonly string[];
  /** How surely it is meant, up to 1. */
  sureness: number;
  /** The newest first, three at most; none where several are meant, of whom the names are enough. */
  activities: readonly ClientActivity[];
};

export type FoundClients = {
  /** The likeliest first, three at most. */
  clients: readonly FoundClient[];
  /** More were as likely, or likely enough, than are listed. */
  isMore: boolean;
};

type Hit = Omit<FoundClient, "activities">;

/**
 * Contacts and companies that words may mean, by their names or by a phone, as far as the client's person may see them:
 * five calls at most, in two requests, three for a phone.
 *
 * @param words A name in any case, alphabet or keyboard layout, with typos; or a phone.
 * @see Bitrix24 docs: crm/universal/crm-item-list, crm/duplicates/crm-duplicate-find-by-comm, crm/activities
 */
export async function findClients(client: B24Client, words: string, options?: CallOptions): Promise<FoundClients> {
  const phone = phoneIn(words);
  const hits = phone === null ? await byName(client, words, options) : await byPhone(client, phone, options);
  const shown = hits.slice(0, phone === null ? MOST_SHOWN : MOST_OF_PHONE);
  const meant = meantAmong(shown);
  const activities = meant.length === 1 ? await activitiesOf(client, meant, options) : [];
  return {
    clients: shown.map((hit, index) => ({ ...hit, activities: activities[index] ?? [] })),
    isMore: hits.length > shown.length,
  };
}

/** Who fits nearly as well as the best may be meant as well. @param found The likeliest first. */
export function meantAmong<Found extends Pick<FoundClient, "sureness">>(found: readonly Found[]): Found[] {
  const best = found[0]?.sureness ?? 0;
  return found.filter(({ sureness }) => best - sureness < NEARLY);
}

/** Letters make it no phone: a shop may be named `24`. */
function phoneIn(words: string): string | null {
  return /\p{L}/u.test(words) || words.replaceAll(/\D/g, "").length < 7 ? null : toE164(words);
}

async function byName(client: B24Client, words: string, options?: CallOptions): Promise<Hit[]> {
  const [people, titles] = [nameFilter(words, ["name", "lastName"]), nameFilter(words, ["title"])];
  if (people === null || titles === null) return [];
  const told = await callTogether(
    client,
    { contact: listOf("contact", people), company: listOf("company", titles) },
    options,
  );
  const found = [
    ...readItems(answerOf(told.contact)?.items).map((item) => hitOf("contact", item)),
    ...readItems(answerOf(told.company)?.items).map((item) => hitOf("company", item)),
  ];
  return rankByName(words, found, ({ name }) => [name]).map(({ item, sureness }) => ({ ...item, sureness }));
}

async function byPhone(client: B24Client, phone: string, options?: CallOptions): Promise<Hit[]> {
  const values = spellingsOf(phone);
  const found: Readonly<Record<string, unknown>> = await client.call(
    "crm.duplicate.findbycomm",
    { type: "PHONE", values },
    options,
  );
  const ids = { contact: idsIn(found["CONTACT"]), company: idsIn(found["COMPANY"]) };
  if (ids.contact.length + ids.company.length === 0) return [];
  const told = await callTogether(
    client,
    {
      contact: ids.contact.length === 0 ? null : listOf("contact", { "@id": ids.contact }),
      company: ids.company.length === 0 ? null : listOf("company", { "@id": ids.company }),
    },
    options,
  );
  return [
    ...readItems(answerOf(told.contact)?.items).map((item) => hitOf("contact", item)),
    ...readItems(answerOf(told.company)?.items).map((item) => hitOf("company", item)),
  ];
}

/** Phones come only with all fields. */
function listOf(kind: keyof typeof TYPE_OF, filter: Record<string, unknown>): Command<"crm.item.list"> {
  return command("crm.item.list", { entityTypeId: TYPE_OF[kind], select: ["*"], filter, order: { id: "DESC" } });
}

function hitOf(kind: keyof typeof TYPE_OF, { id, name, title, phones }: CrmItem): Hit {
  return { kind, id, name: (kind === "contact" ? name : title) || title || `№ ${id}`, phones, sureness: 1 };
}

async function activitiesOf(
  client: B24Client,
  hits: readonly Hit[],
  options?: CallOptions,
): Promise<readonly (readonly ClientActivity[])[]> {
  if (hits.length === 0) return [];
  const commands = hits.map(({ kind, id }, index) => {
    const filter = { OWNER_TYPE_ID: TYPE_OF[kind], OWNER_ID: id };
    return [`of${index}`, command("crm.activity.list", { filter, order: { ID: "DESC" }, select: ACTIVITY_FIELDS })];
  });
  // safe: a map of commands
  const told = await callTogether(
    client,
    Object.fromEntries(commands) as Record<string, Command<"crm.activity.list">>,
    options,
  );
  return Object.values(told).map((one) => (answerOf(one) ?? []).slice(0, MOST_ACTIVITIES).map(activityOf));
}

function idsIn(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.values(value).map(String) : [];
}
