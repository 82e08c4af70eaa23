import { createUnderstanding } from "@botdeck/dialog";
import { expect, test } from "vitest";

import { NO_LIMIT, SHOP_INTENTS } from "./__fixtures__/shop-intents.ts";
import { type ServiceAnswer, startService } from "./__fixtures__/start-service.ts";
import { createProvider, NluProviderConfig } from "./create-provider.ts";

const BUDGET_MS = 1_500;
const WORDS = { text: "эта штука мне разонравилась", expects: null, language: "ru", today: "2026-11-21" } as const;

/** What a conversation sees: the bot's own examples first, then Rasa. */
async function understandWith(answer: () => ServiceAnswer) {
  const { url } = await startService(answer);
  const config = NluProviderConfig.parse({ kind: "rasa", url, timeoutMs: 1_000 });
  const failures: string[] = [];
  const understand = createUnderstanding({
    intents: Object.fromEntries(SHOP_INTENTS.map(({ name, examples }) => [name, { examples }])),
    chosen: createProvider(config, null, { intents: SHOP_INTENTS, costGuard: NO_LIMIT }),
    budgetMs: BUDGET_MS,
    onFailure: (provider, reason) => void failures.push(`${provider}: ${reason}`),
  });
  return { understand, failures };
}

test("what the examples leave open is told by the provider, and the conversation says so", async () => {
  const { understand, failures } = await understandWith(() => ({
    body: { intent: { name: "return", confidence: 0.9 } },
  }));
  expect(await understand(WORDS)).toMatchObject({
    intents: [{ intent: "return", confidence: 0.9 }],
    provider: "rasa",
    fellBackFrom: null,
  });
  expect(failures).toEqual([]);
});

test.each([
  ["does not answer", () => "never" as const],
  ["fails", () => ({ status: 500, body: "Traceback" })],
  ["answers with something else", () => ({ body: "<html>" })],
  ["answers without end", () => ({ body: "x".repeat(400_000) })],
])(
  "when the provider %s, the examples answer in time, and the conversation says whom it fell back from",
  async (_how, answer) => {
    const { understand, failures } = await understandWith(answer);
    const startedAt = performance.now();
    expect(await understand(WORDS)).toMatchObject({ provider: "embedded", fellBackFrom: "rasa" });
    expect(performance.now() - startedAt).toBeLessThan(BUDGET_MS + 5_000);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(/^rasa: Rasa at 127\.0\.0\.1:\d+ /);
    expect(failures[0]).not.toMatch(/штука|разонрав/);
  },
);

test.each([
  [{ kind: "openai", baseUrl: "https://user:pass@llm.example/v1", model: "small" }, /without login/],
  [{ kind: "rasa", url: "https://rasa.example?token=1" }, /without login, query/],
  [{ kind: "rasa", url: "file:///etc/passwd" }, /url/i],
  [{ kind: "dialogflow_cx", projectId: "p", agentId: "../../evil" }, /Letters, digits/],
  [{ kind: "watson" }, /kind|discriminator|Invalid/],
])("settings that would lead a key astray are refused: %j", (settings, problem) => {
  expect(() => NluProviderConfig.parse(settings)).toThrow(problem);
});
