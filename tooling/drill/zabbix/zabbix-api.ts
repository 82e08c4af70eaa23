import { AppError } from "@botdeck/core";
import { z } from "zod";

import { callJson } from "../../start/http.ts";

const Answer = z.object({
  result: z.unknown().optional(),
  error: z.object({ message: z.string(), data: z.string() }).optional(),
});

export type ZabbixApi = {
  /** @throws AppError `rejected` with what Zabbix says to it. */
  call<Result>(method: string, params: unknown, result: z.ZodType<Result>): Promise<Result>;
  /** Such as `6.0.14`. */
  version(): Promise<string>;
};

/** Zabbix's API for whoever has a name and a password there. */
export async function logInToZabbix(
  url: string,
  { username, password }: { username: string; password: string },
): Promise<ZabbixApi> {
  const ask = async (method: string, params: unknown, auth: string | null) => {
    const request = { jsonrpc: "2.0", method, params, id: 1, ...(auth !== null && { auth }) };
    const { result, error } = Answer.parse(await callJson(`${url}/api_jsonrpc.php`, request));
    if (error === undefined) return result;
    throw new AppError("rejected", `Zabbix refused ${method}: ${error.message} ${error.data}`);
  };
  const session = z.string().parse(await ask("user.login", { username, password }, null));
  return {
    call: async (method, params, result) => result.parse(await ask(method, params, session)),
    // It tells its version to nobody who shows who they are.
    version: async () => z.string().parse(await ask("apiinfo.version", [], null)),
  };
}
