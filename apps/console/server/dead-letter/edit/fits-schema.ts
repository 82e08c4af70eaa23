import { isDeepStrictEqual } from "node:util";

import { MAX_MESSAGE_LENGTH } from "@botdeck/b24-client";
import type { Effect, InboxBody } from "@botdeck/core";
import type { z } from "zod";

import type { Editable } from "./editable.ts";
import { keysOf, partOf } from "./json.ts";
import { type EditProblem, problem } from "./problem.ts";

type Payload = InboxBody | Effect;

/** What is wrong with a payload by the schema of its kind; nothing when it is one. */
export function misfits(
  payload: unknown,
  original: Payload,
  schema: Editable["schema"],
): { payload: Payload; problems: [] } | { payload: null; problems: EditProblem[] } {
  const read = schema.safeParse(payload);
  if (!read.success) {
    return { payload: null, problems: read.error.issues.map((issue) => problemOf(issue, payload)) };
  }
  const problems = [...unknownParts(payload, read.data, original), ...tooLong(read.data)];
  if (problems.length > 0) return { payload: null, problems };
  // safe: it was just read by the schema, which would leave out what older releases or the portal put beside
  return { payload: payload as Payload, problems: [] };
}

function problemOf(issue: z.core.$ZodIssue, payload: unknown): EditProblem {
  const path = issue.path.map(String);
  if (issue.code === "invalid_type") {
    const isThere = path.reduce(partOf, payload) !== undefined;
    return problem(isThere ? "wrong_type" : "missing", path, { expected: issue.expected });
  }
  if (issue.code === "too_small") return problem("empty", path);
  if (issue.code === "too_big") return problem("too_long", path, { limit: Number(issue.maximum) });
  if (issue.code === "invalid_value") {
    return problem("not_allowed", path, { allowed: issue.values.map(String).join(", ") });
  }
  if (issue.code === "invalid_format") return problem("wrong_format", path, { format: issue.format });
  return problem("invalid", path);
}

/** A slip of the pen in a name would else say nothing, and do nothing. What stood there before may stay. */
function unknownParts(given: unknown, known: unknown, original: unknown, path: string[] = []): EditProblem[] {
  return keysOf(given).flatMap((key) => {
    const [here, there, was] = [given, known, original].map((each) => partOf(each, key));
    if (there !== undefined) return unknownParts(here, there, was, [...path, key]);
    return isDeepStrictEqual(here, was) ? [] : [problem("unknown", [...path, key])];
  });
}

/** The portal takes no longer message; and what is parted when it is decided is not parted any more when it is sent. */
function tooLong(payload: Payload): EditProblem[] {
  const isMessage = payload.kind.startsWith("chat.") && "text" in payload;
  if (!isMessage || payload.text.length <= MAX_MESSAGE_LENGTH) return [];
  return [problem("too_long", ["text"], { limit: MAX_MESSAGE_LENGTH })];
}
