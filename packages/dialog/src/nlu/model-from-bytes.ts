import { createEmbeddedModel, type EmbeddedModel } from "./model/embedded-model.ts";
import { decodeModel } from "./model/model-bytes.ts";

/** @throws AppError `invalid` for bytes of another version of the format */
export function modelFromBytes(bytes: Uint8Array): EmbeddedModel {
  return createEmbeddedModel(decodeModel(bytes));
}
