import type { z } from "zod";

import { RefusedPost } from "./post-refusal.ts";

/** Says in one sentence what of a post is not as its source sends it: the first thing that is wrong, and where. */
export function notReadable(
  fault: "no_notification" | "no_zabbix",
  error: z.ZodError,
  named: { source?: string } = {},
): RefusedPost {
  const [issue] = error.issues;
  const place = issue?.path.join(".") ?? "";
  return new RefusedPost("invalid", fault, { ...named, place, detail: issue?.message ?? "it has another form" });
}
