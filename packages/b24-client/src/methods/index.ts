import type { Methods } from "./generated/methods.gen.ts";

/** Every REST method that the platform uses, by its wire name. */
export type MethodName = keyof Methods;
export type MethodParams<Name extends MethodName> = Methods[Name]["params"];
/** What `call` gives: the answer's own field names, with real types. */
export type MethodResult<Name extends MethodName> = Methods[Name]["result"];

export { decodeResult, UnknownAnswer } from "./decode-result.ts";
export { NOT_BATCHABLE, READ_METHODS, REST3_METHODS } from "./generated/facts.gen.ts";
