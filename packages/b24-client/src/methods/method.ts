import type { z } from "zod";

/** A REST method: what it is given, and how its `result` is read. */
export type Method<Params, Result> = {
  result: z.ZodType<Result>;
  /** Only a type: what callers may pass. */
  params?: Params;
};

/** Describes a method in two steps, so that the parameters are stated and the result is inferred. */
export function method<Params>() {
  return <Schema extends z.ZodType>(result: Schema): Method<Params, z.output<Schema>> => ({
    // safe: a schema gives what it infers; zod's input side does not matter for reading
    result: result as unknown as z.ZodType<z.output<Schema>>,
  });
}
