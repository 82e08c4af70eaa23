import { readAvatar } from "../../chat/avatars.ts";
import { text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

/**
 * The picture in `avatar`: base64 without a `data:` prefix; null when none was given.
 *
 * @throws RestError when it is no picture, or too large.
 */
export function avatarOf(fields: Params): { content: Buffer; extension: string } | null {
  const encoded = text(fields, "avatar");
  if (encoded === "") return null;
  const avatar = readAvatar(encoded);
  if (avatar.kind === "wrongType") throw badRequest("BOT_AVATAR_INCORRECT_TYPE", "Avatar must be an image");
  if (avatar.kind === "wrongSize") throw badRequest("BOT_AVATAR_INCORRECT_SIZE", "Avatar exceeds maximum size");
  return avatar;
}
