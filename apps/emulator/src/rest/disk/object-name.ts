import type { Call } from "../method.ts";
import { record, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";

/** The name of a new object, `data[NAME]`. @throws RestError for data without a name. */
export function readName({ params }: Call): string {
  const name = text(record(params, "data"), "NAME").trim();
  if (name === "") throw badRequest("DISK_BASE_SERVICE_22001", "Required parameter NAME is empty");
  return name;
}
