import { readAvatar } from "../../chat/avatars.ts";
import { list, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

type Photo = { content: Buffer; extension: string };

/** PERSONAL_PHOTO of a bot, as base64 or `[name, base64]`; null when there is none, or none that can be shown. */
export function photoOf(properties: Params): Photo | null {
  const photo = readAvatar(encodedOf(properties, "PERSONAL_PHOTO"));
  return photo.kind === "avatar" ? photo : null;
}

/** AVATAR of a chat. @throws RestError when it is no picture, or too large. */
export function chatAvatarOf(params: Params): Photo {
  const avatar = readAvatar(encodedOf(params, "AVATAR"));
  if (avatar.kind === "wrongType") throw badRequest("AVATAR_ERROR", "Avatar incorrect type");
  if (avatar.kind === "wrongSize") throw badRequest("AVATAR_ERROR", "Avatar incorrect size (max 5000x5000)");
  return avatar;
}

/** How files are given everywhere in the older methods: the bare content, or a list of name and content. */
function encodedOf(params: Params, name: string): string {
  const value = params[name];
  return typeof value === "string" ? value : text({ content: list(params, name).at(-1) }, "content");
}
