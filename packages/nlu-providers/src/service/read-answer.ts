import type { z } from "zod";

import { unanswered } from "./ask-json.ts";

/** @throws AppError `unreachable` that names the place where the answer has another form, and not what stands there. */
export function readAnswer<Schema extends z.ZodType>(
  service: string,
  schema: Schema,
  answer: unknown,
): z.output<Schema> {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  const [place] = read.error.issues.map(({ path }) => path.map(String).join("."));
  throw unanswered(
    service,
    `its answer has another form than agreed (at ${place === undefined || place === "" ? "its top" : place})`,
  );
}
