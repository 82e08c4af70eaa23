export type * from "./absence/absence-record.ts";
export { recordOf } from "./absence/record-of.ts";
export { AbsenceRecordSetting } from "./absence/record-setting.ts";
export type { AbsenceDays } from "./calendar/absence-days.ts";
export * from "./calendar/mark-absence.ts";
export * from "./calendar/unmark-absence.ts";
export * from "./calendar/who-is-busy.ts";
export type * from "./clients/client-card.ts";
export { findClientCards } from "./clients/find-client-cards.ts";
export type { Language } from "./clients/language.ts";
export { isSamePhone, toE164 } from "./clients/phones.ts";
export * from "./clients/portal-facts.ts";
export * from "./clients/read-client-card.ts";
export * from "./clients/record-client.ts";
export { type Deal } from "./deals/deal.ts";
export * from "./deals/money.ts";
export * from "./deals/read-deals.ts";
export * from "./deals/read-stage-moves.ts";
export {
  createStageCache,
  type Funnel,
  readStages,
  type Stage,
  type StageOutcome,
  type Stages,
} from "./deals/stages.ts";
export type { KeptByPortal } from "./kept-by-portal.ts";
export * from "./orders/create-order-source.ts";
export * from "./orders/order-source-config.ts";
export { pickByNumber } from "./orders/order-number.ts";
export { isOrderOf, type OrderOwner } from "./orders/order-phone.ts";
export * from "./orders/order.ts";
export type { Colleague, Department } from "./people/company.ts";
export * from "./people/directory.ts";
export type { Found } from "./people/rank-by-name.ts";
export { type CatalogOptions, createCatalog } from "./products/create-catalog.ts";
export type * from "./products/product.ts";
export { romanize } from "./products/search/romanize.ts";
export * from "./people/projects.ts";
export { readColleague } from "./people/read-company.ts";
export * from "./people/workdays.ts";
export * from "./records/assign-record.ts";
export * from "./records/find-records.ts";
export * from "./records/read-record.ts";
export { type RecordFacts, type RecordKind, type RecordRef, recordUrl } from "./records/record-facts.ts";
export { saleFacts } from "./records/sale-facts.ts";
export * from "./records/sale-words.ts";
export { TASK_FACT_FIELDS, taskFacts } from "./records/task-facts.ts";
export * from "./sales/add-todo.ts";
export * from "./report/gather-report.ts";
export * from "./sales/call-way.ts";
export type { ClientActivity } from "./sales/client-activity.ts";
export * from "./sales/find-clients.ts";
export { readClient } from "./sales/read-client.ts";
export * from "./sales/my-tasks.ts";
export * from "./sales/open-deals.ts";
export * from "./sales/start-call.ts";
export * from "./task/change-task.ts";
export * from "./task/comment-task.ts";
export * from "./task/create-task-once.ts";
export * from "./task/is-task-completed.ts";
export * from "./task/read-comments.ts";
export * from "./task/read-task.ts";
export type * from "./task/task-comment.ts";
export * from "./task/task-status.ts";
export * from "./task/write-comment.ts";
export * from "./files/client-file-error.ts";
export * from "./files/download-client-file.ts";
export { createFolderCache, type FolderCache } from "./files/folder-on-disk.ts";
export * from "./files/put-on-disk.ts";
export * from "./files/send-chat-file.ts";
