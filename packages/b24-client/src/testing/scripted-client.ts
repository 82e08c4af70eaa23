import { createB24Client, type B24Client } from "../client.ts";
import { createLocalBudget, type RateBudget } from "../rate-budget.ts";
import { createScriptedTransport, type RecordedCall, type Reply } from "./scripted-transport.ts";

/** A client of a scripted portal, called by webhook. */
export function createScriptedClient(
  replies: readonly Reply[],
  budget: RateBudget = createLocalBudget(),
): { client: B24Client; calls: RecordedCall[] } {
  const { transport, calls } = createScriptedTransport(replies);
  const portal = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
  return { client: createB24Client({ portal, transport, budget }), calls };
}
