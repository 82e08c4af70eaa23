import { AppError } from "@botdeck/core";

import { detectContentType, isAllowedType, SAMPLE_BYTES } from "./content-type.ts";

export type ContentRules = {
  maxBytes: number;
  /** Media types, such as `application/pdf` or `image/*`. */
  allowedTypes: readonly string[];
};

/**
 * Looks at the first bytes, then lets the content pass as it comes. What is over the limit ends with an error in the
 * middle, so whoever stores it must throw away what it has.
 *
 * @throws AppError `invalid` when the type is not allowed, before anything passes.
 */
export async function checkContent(
  body: AsyncIterable<Uint8Array>,
  { maxBytes, allowedTypes }: ContentRules,
): Promise<{ type: string; content: AsyncIterable<Uint8Array> }> {
  const chunks = body[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let seenBytes = 0;
  let isWhole = false;
  while (seenBytes < SAMPLE_BYTES && !isWhole) {
    const next = await chunks.next();
    isWhole = next.done === true;
    if (!next.done) {
      first.push(next.value);
      seenBytes += next.value.length;
    }
  }
  if (seenBytes > maxBytes) throw tooLarge(maxBytes);
  const type = await detectContentType(Buffer.concat(first).subarray(0, SAMPLE_BYTES));
  if (!isAllowedType(type, allowedTypes)) {
    const message = `The file is ${type} by its content, and only ${allowedTypes.join(", ")} is taken`;
    throw new AppError("invalid", message, { context: { type } });
  }
  return { type, content: pass() };

  async function* pass(): AsyncGenerator<Uint8Array> {
    yield* first;
    while (!isWhole) {
      const next = await chunks.next();
      if (next.done === true) return;
      seenBytes += next.value.length;
      if (seenBytes > maxBytes) throw tooLarge(maxBytes);
      yield next.value;
    }
  }
}

export function tooLarge(maxBytes: number): AppError {
  return new AppError("invalid", `The file is larger than ${maxBytes} bytes, and no more is taken`, {
    context: { maxBytes },
  });
}
