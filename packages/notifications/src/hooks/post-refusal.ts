import { AppError, type ErrorCode } from "@botdeck/core";
import { z } from "zod";

import { isPostFault, type PostFault, refusalWords } from "./refusal-words.ts";

/** Why a post of another system was refused, for whoever words it in their language. @see `values` what the words name. */
export const PostRefusal = z.object({
  code: z.custom<PostFault>((code) => typeof code === "string" && isPostFault(code)),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type PostRefusal = z.infer<typeof PostRefusal>;

/** A post that is not taken. Its message is in English, for the sender; the people of the source read it in their own language. */
export class RefusedPost extends AppError {
  readonly refusal: PostRefusal;

  constructor(code: ErrorCode, fault: PostFault, values: PostRefusal["values"] = {}, cause?: unknown) {
    const refusal = { code: fault, values };
    super(code, refusalWords(refusal, "en"), cause === undefined ? {} : { cause });
    this.refusal = refusal;
  }
}
