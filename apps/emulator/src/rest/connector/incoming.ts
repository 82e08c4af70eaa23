import { list, record, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { requireArguments } from "./access.ts";

/** One message as the channel outside knows it. */
export type Incoming = { user: Params; message: Params; chat: Params };

/** MESSAGES of a call. @throws RestError when they are not a list of messages with all their parts. */
export function readIncoming(params: Params): Incoming[] {
  requireArguments(params, "CONNECTOR", "LINE", "MESSAGES");
  if (typeof params["MESSAGES"] !== "object") {
    throw badRequest("ERROR_ARGUMENT", "The value of an argument 'MESSAGES' must be of type array");
  }
  return list(params, "MESSAGES").map((item) => {
    if (typeof item !== "object" || item === null) {
      throw badRequest("ERROR_ARGUMENT", "The MESSAGES parameter must be an array of messages (arrays)");
    }
    const parts = { ...item };
    const incoming = { user: record(parts, "user"), message: record(parts, "message"), chat: record(parts, "chat") };
    if (text(incoming.user, "id") === "" || text(incoming.chat, "id") === "" || !("message" in parts)) {
      throw badRequest("ERROR_ARGUMENT", "The incorrect structure of a message inside MESSAGES parameter");
    }
    return incoming;
  });
}

/** The chat outside as the portal repeats it: its address comes back as a description. */
export function describedChat({ url, ...chat }: Params): Params {
  return url === undefined ? chat : { ...chat, description: `Link to the original post: ${String(url)}` };
}
