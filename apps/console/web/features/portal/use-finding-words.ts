import { useTranslations } from "use-intl";

import type { PortalDetails } from "./portal-look.tsx";

export type Finding = PortalDetails["findings"][number];
type Facts = Finding["facts"];
type FindingWords = {
  title: string;
  text: string;
  /** What the portal said, or why it could not be asked. */
  fault: string | null;
};

const TITLED = [
  ...(["secrets", "reach", "clock", "token", "scopes", "revision", "owner", "app"] as const),
  ...(["events", "leftovers", "bots", "strangers", "commands"] as const),
];
type Code = (typeof TITLED)[number];

/** Puts into words what a look at a portal found. A code that this release does not know is shown as it is. */
export function useFindingWords(): (finding: Finding) => FindingWords {
  const t = useTranslations("portals.findings");
  return (finding) => {
    const code = TITLED.find((one) => one === finding.code);
    if (code === undefined) return { title: finding.code, text: JSON.stringify(finding.facts), fault: null };
    const { facts } = finding;
    const notLooked = textOf(facts, "notLooked");
    const fault = notLooked || (code === "reach" ? textOf(facts, "reason") : "");
    const text = notLooked === "" ? textFor(code, finding) : t("notLooked");
    return { title: t(`${code}.title`), text, fault: fault === "" ? null : fault };
  };

  function textFor(code: Code, { level, facts }: Finding): string {
    switch (code) {
      case "secrets":
        return t("secrets.problem", { list: listOf(facts, "closed") });
      case "reach":
        return level === "problem" ? t("reach.problem") : t(`reach.${level}`, { ms: numberOf(facts, "tookMs") });
      case "clock": {
        const skew = numberOf(facts, "skewSeconds");
        const seconds = Math.abs(skew);
        return level === "ok"
          ? t("clock.ok", { seconds: Math.max(1, seconds) })
          : t(skew > 0 ? "clock.ahead" : "clock.behind", { seconds });
      }
      case "token":
        if (facts["by"] === "webhook") return t("token.webhook");
        return t(`token.${level}`, { days: numberOf(facts, "ageDays"), left: numberOf(facts, "endsInDays") });
      case "scopes":
        return t(`scopes.${level}`, {
          granted: listOf(facts, "granted"),
          missing: listOf(facts, "missing"),
          lacking: listOf(facts, "lacking"),
        });
      case "revision":
        return t(`revision.${level}`, { rest: numberOf(facts, "rest") });
      case "owner":
        return t(level === "ok" ? "owner.ok" : "owner.warning", { person: textOf(facts, "personId") });
      case "app":
        return t(`app.${level}`);
      case "events":
        if (facts["by"] === "fetch") return t("events.fetched");
        return level === "ok"
          ? t("events.ok", { count: countOf(facts, "wanted") })
          : t("events.warning", { missing: listOf(facts, "missing") });
      case "leftovers":
        return t("leftovers.warning", { list: listOf(facts, "leftovers") });
      case "bots":
        return botsText(level, facts);
      case "strangers":
        return t("strangers.warning", { list: listOf(facts, "strangers") });
      case "commands":
        return commandsText(level, facts);
    }
  }

  function botsText(level: Finding["level"], facts: Facts): string {
    if (level === "problem") return t("bots.problem", { missing: listOf(facts, "missing") });
    if (countOf(facts, "failed") > 0) return t("bots.warning", { failed: listOf(facts, "failed") });
    const count = countOf(facts, "registered");
    return count === 0 ? t("bots.none") : t("bots.ok", { count, list: listOf(facts, "registered") });
  }

  function commandsText(level: Finding["level"], facts: Facts): string {
    if (level === "ok") return t("commands.ok", { count: numberOf(facts, "count") });
    const parts = (["missing", "leftovers"] as const).flatMap((name) =>
      countOf(facts, name) > 0 ? [t(`commands.${name}`, { list: listOf(facts, name) })] : [],
    );
    return [...parts, t("commands.advice")].join(" ");
  }
}

const textOf = (facts: Facts, name: string): string => {
  const fact = facts[name];
  return typeof fact === "string" ? fact : "";
};

const numberOf = (facts: Facts, name: string): number => {
  const fact = facts[name];
  return typeof fact === "number" ? fact : 0;
};

const namesOf = (facts: Facts, name: string): readonly string[] => {
  const fact = facts[name];
  return Array.isArray(fact) ? fact.filter((each) => typeof each === "string") : [];
};
const countOf = (facts: Facts, name: string): number => namesOf(facts, name).length;
const listOf = (facts: Facts, name: string): string => namesOf(facts, name).join(", ");
