import { localOf } from "@botdeck/core/working-time";
import type { Move } from "@botdeck/dialog";
import type { Preference } from "@botdeck/notifications";

import type { NotifyContext } from "../notify-context.ts";
import { button } from "./command-button.ts";
import type { OfferedRule } from "./services.ts";

/** Says how the person is notified, with buttons for each part of it. */
export async function showSettings(ctx: NotifyContext, preference: Preference): Promise<Move> {
  const { t, services } = ctx;
  const lines = linesOf(ctx, preference, await services.preferences.rules());
  const offWork = preference.isQuietOffWork
    ? button(t("buttonOffWorkNot"), "offwork", "off")
    : button(t("buttonOffWork"), "offwork", "on");
  const workday = preference.followsWorkday
    ? button(t("buttonWorkdayNot"), "workday", "off")
    : button(t("buttonWorkday"), "workday", "on");
  const channel =
    preference.channel === "bell"
      ? button(t("buttonBellNot"), "channel", "chat")
      : button(t("buttonBell"), "channel", "bell");
  return ctx.say(lines.join("\n"), {
    buttons: [
      [button(t("buttonQuiet"), "quiet"), offWork],
      [button(t("buttonDigest"), "digest"), button(t("buttonRules"), "mute")],
      [workday, channel],
      [button(t("buttonWhy"), "why")],
    ],
  });
}

function linesOf({ t, settings, language, at }: NotifyContext, preference: Preference, rules: readonly OfferedRule[]) {
  const { quietHours, isQuietOffWork, digested, digestAt, timeZone } = preference;
  const zone = timeZone ?? settings.timeZone;
  const titleOf = (code: string) => rules.find((rule) => rule.code === code)?.title[language] ?? code;
  const muted = Object.entries(preference.muted)
    .filter(([, until]) => until === null || Date.parse(until) > Date.parse(at))
    .map(([code, until]) =>
      until === null ? titleOf(code) : t("settingsMutedUntil", { rule: titleOf(code), until: momentIn(zone, until) }),
    );
  return [
    t("settingsHead"),
    quietHours === null ? t("settingsQuietNone") : t("settingsQuiet", quietHours),
    ...(isQuietOffWork ? [t("settingsOffWork")] : []),
    ...(preference.followsWorkday ? [t("settingsWorkday")] : []),
    digestLine(),
    ...(preference.channel === "bell" ? [t("settingsBell")] : []),
    ...(muted.length > 0 ? [t("settingsMuted", { rules: muted.join(", ") })] : []),
    t("settingsUrgent"),
    t("settingsZone", { zone }),
  ];

  function digestLine(): string {
    if (digested.includes("*")) return t("settingsDigestAll", { at: digestAt });
    if (digested.length === 0) return t("settingsDigestNone", { at: digestAt });
    return t("settingsDigestSome", { at: digestAt, rules: digested.map(titleOf).join(", ") });
  }
}

/** `2026-11-20 09:00`, by the wall clock there. */
function momentIn(timeZone: string, at: string): string {
  const { day, time } = localOf(at, timeZone);
  return `${day} ${time}`;
}
