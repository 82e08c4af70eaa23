import { Card } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import type { OpenedLetter } from "./opened-letter.ts";

/** What a letter is about, in short. */
export function LetterFacts({ letter }: { letter: OpenedLetter }) {
  const t = useTranslations("deliveries.letter");
  const tRoom = useTranslations("deliveries");
  const format = useFormatter();
  const shortTime = useShortTime();
  const { what, state, portalDomain, botName, beganAt, settledAt, attempts, conversationId, chain, lane } = letter;
  return (
    <Card>
      <h3 className="sr-only">{t("facts")}</h3>
      <dl className="flex flex-col gap-2">
        <Fact name={t("portal")}>{portalDomain ?? tRoom("gonePortal")}</Fact>
        {botName !== null && <Fact name={t("bot")}>{botName}</Fact>}
        <Fact name={t(`began.${what}`)}>{shortTime(beganAt)}</Fact>
        <Fact name={t(state === "dead" ? "died" : "setAside")}>{shortTime(settledAt)}</Fact>
        <Fact name={t("tries")}>{format.number(attempts)}</Fact>
        {conversationId !== null && (
          <Fact name={t("conversation")}>
            <Link
              to="/conversations"
              search={{ queue: "all", id: conversationId }}
              className="text-accent underline underline-offset-2"
            >
              {chain.conversation?.personName || t("openConversation")}
            </Link>
          </Fact>
        )}
      </dl>
      {state === "dead" && (
        <p className="mt-3 border-t border-line pt-3 text-sm text-ink-muted">
          {lane.count === 0 ? t("behindNone") : t("behind", { count: lane.count })}
        </p>
      )}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0 text-right wrap-anywhere">{children}</dd>
    </div>
  );
}
