import { AppError } from "@botdeck/core";
import { z } from "zod";

import { PRODUCT_RETURN } from "./names.ts";
import { ProductReturnInput } from "./product-return.ts";

const INPUTS: ReadonlyMap<string, z.ZodType> = new Map([[PRODUCT_RETURN, ProductReturnInput]]);

/**
 * Checks what a workflow is to be started with. Done before the start, since a workflow that finds its own input wrong
 * can only fail its task again and again.
 *
 * @throws AppError `invalid`: there is no such workflow, or which fields are wrong and why.
 */
export function checkFlowInput(workflow: string, input: unknown): void {
  const schema = INPUTS.get(workflow);
  if (schema === undefined) {
    throw new AppError("invalid", `There is no workflow "${workflow}": ${[...INPUTS.keys()].join(", ")} are known`);
  }
  const checked = schema.safeParse(input);
  if (checked.success) return;
  const problems = checked.error.issues.map(({ path, message }) => `${path.join(".") || "input"}: ${message}`);
  throw new AppError("invalid", `The input of workflow "${workflow}" is wrong: ${problems.join("; ")}`);
}
