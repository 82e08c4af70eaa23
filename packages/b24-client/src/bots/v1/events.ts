import type { B24Client } from "../../client.ts";
import { B24Error } from "../../error.ts";
import type { EventVerbs } from "../bot-api.ts";
import { cannot, UPDATE_PORTAL } from "./caller.ts";

/** Bitrix24 docs: api-reference/disk/file */
export function createEventVerbs(client: B24Client): EventVerbs {
  return {
    async getEvents() {
      throw cannot("keep events until they are fetched", `register with a public address, or ${UPDATE_PORTAL}`);
    },

    /** There is no method for bots: the token's person reads the file, and must be a member of its chat. */
    async fileLink({ fileId }, options) {
      const method = "disk.file.get";
      const { DOWNLOAD_URL } = await client.call(method, { id: fileId }, options);
      if (DOWNLOAD_URL) return DOWNLOAD_URL;
      throw new B24Error("not_found", "The portal gave no link to the file", { method, outcome: "not_applied" });
    },
  };
}
