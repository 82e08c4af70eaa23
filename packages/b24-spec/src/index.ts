export type { AnswerKind, MethodSpec, ParamSpec, ValueKind } from "./method-spec.ts";
export { OVERLAY, type Correction } from "./overlay.ts";
export { PLATFORM_METHODS } from "./platform-methods.ts";
export { KNOWN_METHODS, specOf } from "./spec-of.ts";
