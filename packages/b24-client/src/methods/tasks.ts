import { z } from "zod";

import { method } from "./method.ts";
import { Id, listOf, Text } from "./wire-types.ts";

const Task = z
  .object({ id: Id, title: Text, xmlId: Text, status: Text })
  .transform(({ id, title, xmlId, status }) => ({ id, title, xmlId: xmlId === "" ? null : xmlId, status }));

/** Tasks. Bitrix24 docs: api-reference/tasks */
export const taskMethods = {
  "tasks.task.add": method<{
    fields: {
      TITLE: string;
      RESPONSIBLE_ID?: string;
      DESCRIPTION?: string;
      /** ISO 8601 with an offset. */
      DEADLINE?: string;
      XML_ID?: string;
      GROUP_ID?: string;
      CREATED_BY?: string;
    };
  }>()(z.object({ task: Task })),

  /** Only tasks that the token's person may see, 50 to a page. */
  "tasks.task.list": method<{
    filter?: Record<string, string | string[]>;
    order?: Record<string, "asc" | "desc">;
    select?: string[];
    start?: number;
  }>()(z.object({ tasks: listOf(Task) })),
};
