import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { FaultNote } from "../../../components/fault/fault-note.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { inOneLine } from "../../notification/in-one-line.ts";
import { EffectName } from "../effect-name.tsx";
import { useAge } from "../queue/use-age.ts";

type Doubt = inferRouterOutputs<AppRouter>["delivery"]["doubts"]["rows"][number];

/** One effect in doubt: what it is, when it is looked for next, and what follows from what is seen. */
export function DoubtRow({ doubt }: { doubt: Doubt }) {
  const t = useTranslations("deliveries.doubts");
  const tRoom = useTranslations("deliveries");
  const shortTime = useShortTime();
  const ageOf = useAge();
  const { kind, portalDomain, botName, attempts, resends, startedAt, lookAt } = doubt;
  const { course, lastError } = doubt;
  return (
    <li data-doubt={kind} className="px-4 py-3">
      <EffectName effect={doubt} />
      <p className="text-sm wrap-anywhere text-ink-muted">
        {inOneLine([
          startedAt !== null && t("left", { time: ageOf(startedAt) }),
          tRoom("queue.attempts", { count: attempts }),
          portalDomain ?? tRoom("gonePortal"),
          botName,
        ])}
      </p>
      <p className="mt-1.5 font-medium">{t("look", { time: shortTime(lookAt), count: course.looksLeft })}</p>
      <p className="max-w-3xl text-pretty">
        {t("found")} {t(`absent.${course.ifAbsent}`)} {t(`unreadable.${course.ifUnreadable}`)}
        {resends > 0 && ` ${t("resends", { count: resends })}.`}
      </p>
      {lastError !== null && (
        <FaultNote
          className="mt-1 text-sm wrap-anywhere text-ink-muted"
          text={lastError}
          isRetried={course.ifAbsent === "sent_again" && course.ifUnreadable === "sent_again"}
        />
      )}
    </li>
  );
}
