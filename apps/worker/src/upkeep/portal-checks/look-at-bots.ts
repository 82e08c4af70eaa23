import { type B24Client, type CallOptions, createBotApi } from "@botdeck/b24-client";
import type { Bot, PortalFinding } from "@botdeck/db";
import { type AnyBot, commandsOf } from "@botdeck/dialog";

import { finding } from "./finding.ts";

/** What our bots' codes begin with on portals. */
const OURS = "botdeck_";

type Asked = {
  bots: readonly Bot[];
  definitions: readonly AnyBot[];
  tokenOf: (bot: Bot) => string | null;
};
type OnPortal = { botId: string; code: string };

/** The bots that a portal has of ours beside those we know there, and their commands beside those they have today. */
export async function lookAtBots(client: B24Client, asked: Asked, options: CallOptions): Promise<PortalFinding[]> {
  const { bots, tokenOf } = asked;
  const registered = bots.filter(({ state, bitrixBotId }) => state === "active" && bitrixBotId !== null);
  const listed = await listOurs(client, registered, tokenOf, options);
  const missing = registered.filter(({ bitrixBotId }) => !listed.some(({ botId }) => botId === bitrixBotId));
  const failed = bots.filter(({ state, isOn }) => isOn && (state === "failed" || state === "registering"));
  const known = new Set(registered.map(({ bitrixBotId }) => bitrixBotId));
  const strangers = listed.filter(({ botId }) => !known.has(botId)).map(({ code }) => code);
  const facts = {
    registered: registered.map(({ code }) => code),
    missing: missing.map(({ code }) => code),
    failed: failed.map(({ code }) => code),
  };
  const level = missing.length > 0 ? "problem" : failed.length > 0 || registered.length === 0 ? "warning" : "ok";
  const there = registered.filter((bot) => !missing.includes(bot));
  return [
    finding("bots", level, facts),
    ...(strangers.length > 0 ? [finding("strangers", "warning", { strangers })] : []),
    await lookAtCommands(client, { ...asked, bots: there }, options),
  ];
}

/** With a webhook each bot is found by its own token only; an app is told all of its own. */
async function listOurs(
  client: B24Client,
  bots: readonly Bot[],
  tokenOf: Asked["tokenOf"],
  options: CallOptions,
): Promise<OnPortal[]> {
  const found = new Map<string, OnPortal>();
  const asked = new Set<string>();
  for (const bot of bots) {
    const botToken = tokenOf(bot) ?? undefined;
    const key = `${bot.api} ${botToken ?? ""}`;
    if (asked.has(key)) continue;
    asked.add(key);
    for (const { botId, code } of await createBotApi(client, bot.api).list({ botToken }, options)) {
      if (code.startsWith(OURS)) found.set(botId, { botId, code });
    }
  }
  return [...found.values()];
}

/** The first bot API lists no commands. */
async function lookAtCommands(
  client: B24Client,
  { bots, definitions, tokenOf }: Asked,
  options: CallOptions,
): Promise<PortalFinding> {
  const missing: string[] = [];
  const leftovers: string[] = [];
  let count = 0;
  for (const bot of bots) {
    const definition = definitions.find(({ code }) => code === bot.code);
    if (bot.api !== "v2" || definition === undefined) continue;
    const wanted = bot.isOn ? Object.keys(commandsOf(definition)) : [];
    const there = await commandsOn(client, bot, tokenOf(bot), options);
    missing.push(...wanted.filter((name) => !there.includes(name)).map((name) => `${bot.code}: /${name}`));
    leftovers.push(...there.filter((name) => !wanted.includes(name)).map((name) => `${bot.code}: /${name}`));
    count += there.length;
  }
  return finding("commands", missing.length + leftovers.length > 0 ? "warning" : "ok", { count, missing, leftovers });
}

async function commandsOn(
  client: B24Client,
  { bitrixBotId }: Bot,
  botToken: string | null,
  options: CallOptions,
): Promise<string[]> {
  const bot = { botId: bitrixBotId ?? "", ...(botToken !== null && { botToken }) };
  const { commands } = await client.call("imbot.v2.Command.list", bot, options);
  return commands.map(({ command }) => command.replace(/^\//, ""));
}
