import { z } from "zod";

import { CHAT_EFFECTS } from "./effect/chat-effects.ts";
import { RECORD_EFFECTS } from "./effect/record-effects.ts";
import { TASK_EFFECTS } from "./effect/task-effects.ts";
import { WORKFLOW_EFFECTS } from "./effect/workflow-effects.ts";

/**
 * Something a bot or a workflow wants done outside: a REST call, or a start or signal of a workflow.
 * It is stored with the state change that caused it, and delivered afterwards.
 */
export const Effect = z.discriminatedUnion("kind", [
  ...CHAT_EFFECTS,
  ...TASK_EFFECTS,
  ...RECORD_EFFECTS,
  ...WORKFLOW_EFFECTS,
]);
export type Effect = z.infer<typeof Effect>;
export type EffectKind = Effect["kind"];
