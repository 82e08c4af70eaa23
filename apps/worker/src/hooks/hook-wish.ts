import { AppError } from "@botdeck/core";
import { HOOK_KIND, HOOK_PROOF, type Hook } from "@botdeck/db";
import { heededOptions, HookOptions, refuseUnheeded } from "@botdeck/notifications";
import { z } from "zod";

import { readConfig, refuseUnknown } from "../portal-settings/read-config.ts";

/** What people say on the command line about how a hook's posts are read. */
export type OptionWords = {
  /** A file of JSON with all options. */
  options?: string | undefined;
  chat?: string | undefined;
  delay?: string | undefined;
  "ends-after"?: string | undefined;
  "group-by"?: string | undefined;
  policy?: string | undefined;
  "signature-header"?: string | undefined;
  "timestamp-header"?: string | undefined;
  api?: string | undefined;
};

/** These as options of `parseArgs`. */
export const OPTION_WORDS = {
  options: { type: "string" },
  chat: { type: "string" },
  delay: { type: "string" },
  "ends-after": { type: "string" },
  "group-by": { type: "string" },
  policy: { type: "string" },
  "signature-header": { type: "string" },
  "timestamp-header": { type: "string" },
  api: { type: "string" },
} as const;

export const OPTION_HELP = `  --chat <dialog>            the group chat that shows its alerts, such as chat42
  --delay <seconds>          tells only what lasts so long
  --ends-after <seconds>     takes a group to be over of which nothing was posted for so long; not for alertmanager and grafana
  --group-by <label,label>   what makes a group where the source does not group itself
  --policy <id>              the escalation that its alerts take
  --api <address>            the source's own API, which is told of acknowledgements and silences
  --signature-header <name>  where a signed post has its signature (x-signature)
  --timestamp-header <name>  where it has its time (x-timestamp); none for a source that sends none
  --options <file>           all options in a file of JSON: also fields, inhibit`;

/**
 * The options of a hook: those it has, with what is said over them.
 *
 * @throws AppError `invalid` that says what is wrong with them.
 */
export async function readHookOptions(
  words: OptionWords,
  { kind, options = {} }: { kind: Hook["kind"]; options?: Hook["options"] },
): Promise<HookOptions> {
  const file = words.options === undefined ? {} : await readConfig(words.options);
  refuseUnknown(file, HookOptions.shape);
  const header = words["signature-header"];
  const timestamp = words["timestamp-header"];
  const signature = {
    ...(header !== undefined && { header }),
    ...(timestamp !== undefined && { timestampHeader: timestamp === "none" ? null : timestamp }),
  };
  const said = {
    ...keptBefore(kind, options),
    ...file,
    ...(words.chat !== undefined && { dialogId: words.chat }),
    ...(words.delay !== undefined && { delaySeconds: Number(words.delay) }),
    ...(words["ends-after"] !== undefined && { endsAfterSeconds: Number(words["ends-after"]) }),
    ...(words["group-by"] !== undefined && { groupBy: words["group-by"].split(",").map((label) => label.trim()) }),
    ...(words.policy !== undefined && { policyId: words.policy }),
    ...(words.api !== undefined && { api: { url: words.api } }),
    ...(Object.keys(signature).length > 0 && { signature }),
  };
  const read = HookOptions.safeParse(said);
  if (!read.success) throw new AppError("invalid", `These options cannot be used: ${z.prettifyError(read.error)}`);
  refuseUnheeded(kind, read.data);
  return read.data;
}

/** What cannot be read is said by what is made of it. */
function keptBefore(kind: Hook["kind"], options: Hook["options"]): Hook["options"] {
  const { data } = HookOptions.safeParse(options);
  return data === undefined ? options : heededOptions(kind, data);
}

/** @throws AppError `invalid` for a word that is none of them. */
export function readKind(word: string): Hook["kind"] {
  const kind = HOOK_KIND.find((each) => each === word);
  if (kind === undefined) throw new AppError("invalid", `--kind is ${HOOK_KIND.join(", ")}, not ${word}`);
  return kind;
}

/** @throws AppError `invalid` for a word that is none of them. */
export function readProof(word: string): Hook["proof"] {
  const proof = HOOK_PROOF.find((each) => each === word);
  if (proof === undefined) throw new AppError("invalid", `--proof is ${HOOK_PROOF.join(" or ")}, not ${word}`);
  return proof;
}
