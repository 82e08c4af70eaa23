import type { Refusal } from "./codes.ts";

/** What a refusal means for whoever can mend it. `{status}` is what the source answered, where it has a number. One text for the console and the chats. */
export const refusals: Readonly<Record<Refusal, string>> = {
  unreadable: "its answer cannot be read",
  token: "it refused the token ({status}): check the source's API token",
  no_address: "it knows no such address (404): check the address of its API",
  elsewhere: "it sent us elsewhere ({status}): give the address where it answers",
  too_large: "its answer is too large",
  no_json: "its answer is no JSON: check the address of its API",
  status: "it refused it ({status})",
  away: "it answered {status}",
  no_answer: "it did not answer in time",
  no_connection: "the connection failed",
  no_labels: "the group has no labels by which it could be silenced alone",
  permission: "it refused it ({status}): check the token, its user's role, and whether the problem is still open",
};
