import { type B24Client, type CallOptions, listAll } from "@botdeck/b24-client";

import { DEAL_FIELDS } from "../deals/deal.ts";
import { DEAL } from "../deals/stages.ts";
import { type RecordFacts, recordUrl } from "./record-facts.ts";
import { saleFacts } from "./sale-facts.ts";
import type { SaleWords } from "./sale-words.ts";
import { TASK_FACT_FIELDS, taskFacts } from "./task-facts.ts";

/** Bitrix24 docs: tasks/fields, REAL_STATUS: what is done, or put off on purpose, is not late. */
const NOT_LATE = [4, 5, 6];
/** What facts of a deal have beside what lists of deals need. */
const MORE_DEAL_FIELDS = ["stageSemanticId", "createdBy", "updatedBy", "updatedTime", "movedBy"];

type Options = CallOptions & {
  /** Of the portal's pages, such as `https://portal`. */
  origin: string;
};

/**
 * Tasks whose deadline passed in this stretch of time and that nobody has finished, page by page in the order of their ids.
 *
 * @throws B24Error of the page that failed; the tasks before it have been given.
 * @see Bitrix24 docs: tasks/tasks-task-list
 */
export async function* findOverdueTasks(
  client: B24Client,
  { since, until }: { since: Date; until: Date },
  { origin, ...options }: Options,
): AsyncGenerator<RecordFacts, void, undefined> {
  const filter = {
    ">=DEADLINE": since.toISOString(),
    "<DEADLINE": until.toISOString(),
    "!REAL_STATUS": NOT_LATE,
  };
  for await (const row of listAll(client, "tasks.task.list", { filter, select: TASK_FACT_FIELDS }, options)) {
    yield withUrl("task", taskFacts(row as Readonly<Record<string, unknown>>), origin); // safe: a row is fields
  }
}

/**
 * Open deals in which nothing has happened since a moment, page by page in the order of their ids.
 *
 * @throws B24Error of the page that failed; the deals before it have been given.
 * @see Bitrix24 docs: crm/universal/crm-item-list
 */
export async function* findStaleDeals(
  client: B24Client,
  { idleSince, words }: { idleSince: Date; words: SaleWords },
  { origin, ...options }: Options,
): AsyncGenerator<RecordFacts, void, undefined> {
  const params = {
    entityTypeId: DEAL,
    select: [...DEAL_FIELDS, ...MORE_DEAL_FIELDS],
    filter: { "<lastActivityTime": idleSince.toISOString(), stageSemanticId: "P" },
  };
  for await (const row of listAll(client, "crm.item.list", params, options)) {
    yield withUrl("deal", saleFacts("deal", row as Readonly<Record<string, unknown>>, words), origin); // safe: as above
  }
}

function withUrl(kind: "task" | "deal", facts: RecordFacts, origin: string): RecordFacts {
  const { id, responsibleId } = facts;
  return {
    ...facts,
    url: recordUrl({ kind, id: String(id) }, origin, responsibleId === null ? null : String(responsibleId)),
  };
}
