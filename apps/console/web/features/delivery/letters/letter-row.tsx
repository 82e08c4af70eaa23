import { Badge, cn } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { FaultLines } from "../../../components/fault/fault-note.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { inOneLine } from "../../notification/in-one-line.ts";
import type { LetterSearch } from "../search.ts";
import { useWords } from "../use-words.ts";
import type { Selection } from "./use-selection.ts";

type Letter = inferRouterOutputs<AppRouter>["deadLetter"]["list"]["rows"][number];

type Props = { letter: Letter; portal: string | undefined; search: LetterSearch; selection: Selection };

/** One letter: what it is, what it says, why it died and when; it can be chosen and opened. */
export function LetterRow({ letter, portal, search, selection }: Props) {
  const t = useTranslations("deliveries");
  const words = useWords();
  const shortTime = useShortTime();
  const { id, what, kind, gist, reason, attempts, settledAt, portalDomain, botName, state } = letter;
  const name = words("kinds", kind);
  const isChosen = selection.ids.has(id);
  const time = shortTime(settledAt);
  return (
    <li
      data-letter={id}
      className={cn("relative flex gap-3 px-3 py-2.5 hover:bg-sunken", isChosen && "bg-accent-tint")}
    >
      {/* Above the link that covers the row, and large enough for a finger. */}
      <label className="relative z-10 -my-1 -ml-1 flex size-7 shrink-0 items-center justify-center">
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={t("letters.select", { name: `${name}, ${time}` })}
          onClick={(event) => {
            if (event.shiftKey) selection.extendTo(id);
            else selection.toggle(id);
          }}
          // What was clicked decides, and not what the box became.
          onChange={() => {}}
          className="size-4 accent-accent"
        />
      </label>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link
            to="/deliveries/letters/$id"
            params={{ id }}
            search={{ portal, ...search }}
            data-row-link
            className="inline-block min-h-6 font-medium text-ink underline-offset-2 before:absolute before:inset-0 hover:underline"
          >
            {name}
          </Link>
          {gist !== null && <span className="line-clamp-1 min-w-0 flex-1 basis-40 text-ink wrap-anywhere">{gist}</span>}
        </p>
        <FaultLines className="text-sm wrap-anywhere text-danger" text={reason ?? t("letters.noReason")} />
        <p className="text-sm wrap-anywhere text-ink-muted">
          {inOneLine([
            t(state === "dead" ? "letters.died" : "letters.setAside", { time }),
            t("letters.tries", { count: attempts }),
            portalDomain ?? t("gonePortal"),
            botName,
          ])}
        </p>
      </div>
      <Badge className="shrink-0">{t(`whats.${what}`)}</Badge>
    </li>
  );
}
