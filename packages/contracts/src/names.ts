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

/** Query: the step the flow waits at. */
export const STEP_QUERY = "step";

/** The workflow's type, and the first part of its id: `productReturn:<portal>:<step that started it>`. */
export const PRODUCT_RETURN = "productReturn";
