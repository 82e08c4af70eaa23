import { AppError } from "@botdeck/core";

import type { HookOptions } from "./hook-options.ts";
import type { HookSource } from "./read-hook-post.ts";

/** Sources that say by themselves what is over, and repeat what fires once in hours: silence is no end of theirs. */
const SAYS_ITS_END: ReadonlySet<HookSource> = new Set(["alertmanager", "grafana"]);

/**
 * Refuses what such a source does not heed: whoever sets it would wait for it in vain.
 *
 * @throws AppError `invalid` that says why.
 */
export function refuseUnheeded(source: HookSource, { endsAfterSeconds }: Pick<HookOptions, "endsAfterSeconds">): void {
  if (endsAfterSeconds == null || !SAYS_ITS_END.has(source)) return;
  throw new AppError(
    "invalid",
    `endsAfterSeconds is not for ${source}: it says itself what is over and repeats what fires once in hours, so its alerts would end while they fire. Leave it out.`,
  );
}

/** Options without what their source does not heed: it may have been kept before that was refused. */
export function heededOptions(source: HookSource, options: HookOptions): HookOptions {
  if (!SAYS_ITS_END.has(source)) return options;
  const { endsAfterSeconds: _unheeded, ...heeded } = options;
  return heeded;
}
