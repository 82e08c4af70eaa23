/**
 * What workflows and those who talk to them call each other by. Nothing here needs the schemas: every workflow that
 * starts runs all modules that workflow code imports, and the schemas would take a quarter of a worker's time.
 *
 * @module
 */

/** The task queue of flows: workflow tasks and their light activities. Queues follow the kind of work, not the bot. */
export const FLOWS_TASK_QUEUE = "flows";

/** Signal: the person said something while the flow led the conversation. Delivered at least once; `messageId` tells repeats. */
export const ANSWERED_SIGNAL = "answered";

/** Signal: the flow has to end without another word, because somebody else answers now. */
export const STOPPED_SIGNAL = "stopped";

/** Signal: a question in the middle was answered by the bot; the flow asks its own again. */
export const RESUMED_SIGNAL = "resumed";

/** Signal: somebody decided about what the flow has put before them, see `Decided`. */
export const DECIDED_SIGNAL = "decided";

/** Signal to `productReturn`: somebody at the console wants whoever decides reminded; see `Nudged`. */
export const NUDGED_SIGNAL = "nudged";

/** Signal to `handOver`: an operator has taken the dialog, or it is the bot's again; see `HandOverNews`. */
export const HAND_OVER_NEWS_SIGNAL = "news";

/** Query: the step the flow waits at. */
export const STEP_QUERY = "step";

/** The workflow's type, and the first part of its id: `productReturn:<portal>:<step that started it>`. */
export const PRODUCT_RETURN = "productReturn";

/** Watches over a dialog that was given to operators, until it is the bot's again: `handOver:<portal>:<step that gave it>`. */
export const HAND_OVER = "handOver";

/** Waits until a product is back, and tells who asked: `stockWatch:<portal>:<step that began it>`. */
export const STOCK_WATCH = "stockWatch";

/** Signal: the person has given the permission that the workflow waits for. */
export const GRANTED_SIGNAL = "granted";

/** Signal to `vacation`: somebody pressed a button or wrote about it; see `VacationNews`. */
export const VACATION_NEWS_SIGNAL = "vacationNews";

/** Signal to `ticket`: something happened in the chat or in its task; see `TicketNews`. */
export const TICKET_NEWS_SIGNAL = "ticketNews";

/** Sees an absence through from the request to its last day: `vacation:<portal>:<step that asked for it>`. */
export const VACATION = "vacation";

/** Sees a ticket through: `ticket:<portal>:<step that opened it>`. */
export const TICKET = "ticket";

/** Reads what a report needs, however much, and posts it: `salesReport:<portal>:<step that asked for it>`. */
export const SALES_REPORT = "salesReport";

/** Signal to `salesReport`: somebody wants no report any more; see `ReportCancelled`. */
export const REPORT_CANCELLED_SIGNAL = "reportCancelled";

/** Pages one person after the other until somebody answers: `escalation:<portal>:<group of alerts>:<episode>`. */
export const ESCALATION = "escalation";

/** Signal to `escalation`: somebody answered, or it recovered; see `EscalationNews`. */
export const ESCALATION_NEWS_SIGNAL = "escalationNews";

/** Looks through all records of one kind for what no event tells: `recordScan:<portal>:<what>:<when it was due>`. */
export const RECORD_SCAN = "recordScan";
