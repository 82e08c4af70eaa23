import { send, type Json } from "./send.ts";
import { PEOPLE, startTestPortal, type TestPortal } from "./test-portal.ts";

/** A portal whose CRM is called with webhooks of its people. */
export type CrmPortal = TestPortal & {
  /** The answer of a call by the manager, or by another person, whatever it is. */
  ask(method: string, params?: object, personId?: string): Promise<Json>;
  /** The result of a call by the manager; fails on a refusal. */
  call(method: string, params?: object): Promise<Json[string]>;
};

export async function startCrmPortal(): Promise<CrmPortal> {
  const world = await startTestPortal();
  const webhooks = new Map<string, string>();

  const ask: CrmPortal["ask"] = async (method, params = {}, personId = PEOPLE.manager) => {
    const url = webhooks.get(personId) ?? (await world.webhook(personId, ["crm"]));
    webhooks.set(personId, url);
    return (await send(url + method, "POST", params)).body;
  };

  return {
    ...world,
    ask,
    async call(method, params) {
      const body = await ask(method, params);
      if ("error" in body) throw new Error(`${method}: ${JSON.stringify(body)}`);
      return body["result"];
    },
  };
}
