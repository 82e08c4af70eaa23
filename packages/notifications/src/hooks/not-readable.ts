import { AppError } from "@botdeck/core";
import type { z } from "zod";

/** Says in one sentence what of a post is not as its source sends it: the first thing that is wrong, and where. */
export function notReadable(what: string, error: z.ZodError): AppError {
  const [issue] = error.issues;
  const place = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
  return new AppError("invalid", `The body is no ${what}${place}: ${issue?.message ?? "it has another form"}`);
}
