import { Badge, Button, cn, Kbd } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import type { Selection } from "../../delivery/letters/use-selection.ts";
import { inOneLine } from "../../notification/in-one-line.ts";
import type { Example } from "../types.ts";

type Props = {
  example: Example;
  selection: Selection;
  nameOf: (intent: string) => string;
  /** Shown with their keys in the row that is worked on. */
  likely: readonly string[];
  isActive: boolean;
  onActive: () => void;
  onAssign: (intent: string) => void;
  onPick: () => void;
  onSkip: () => void;
  onReopen: () => void;
};

/** A phrase, what the bot took it for, and what can be said of it. */
export function ExampleRow(props: Props) {
  const { example, selection, nameOf, likely, isActive, onActive, onAssign, onPick, onSkip, onReopen } = props;
  const t = useTranslations("training.inbox");
  const format = useFormatter();
  const shortTime = useShortTime();
  const { id, text, state, reason, guessedIntent, confidence, intent, decidedByName, saidAt } = example;
  const { conversationId, portalDomain, isTaught } = example;
  const isChosen = selection.ids.has(id);
  const guess =
    guessedIntent === null
      ? t("noIdea")
      : t("guess", {
          intent: nameOf(guessedIntent),
          sure: format.number(confidence ?? 0, { style: "percent", maximumFractionDigits: 0 }),
        });
  return (
    <li
      data-example={id}
      // A press of the mouse must not move what it is about to hit.
      onFocus={({ target }) => {
        if (target.matches(":focus-visible")) onActive();
      }}
      className={cn("flex gap-3 px-3 py-3", isActive && "bg-sunken", isChosen && "bg-accent-tint")}
    >
      <label className="-my-1 -ml-1 flex size-7 shrink-0 items-center justify-center">
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={t("select", { text })}
          onClick={(event) => {
            if (event.shiftKey) selection.extendTo(id);
            else selection.toggle(id);
            onActive();
          }}
          // What was clicked decides, and not what the box became.
          onChange={() => {}}
          className="size-4 accent-accent"
        />
      </label>
      <div className="min-w-0 flex-1">
        <p className="text-lg wrap-anywhere">{text}</p>
        <p className="text-sm wrap-anywhere text-ink-muted">
          {inOneLine([reason === "added" ? null : guess, portalDomain, shortTime(saidAt)])}
          {conversationId !== null && (
            <>
              {" · "}
              <Link
                to="/conversations"
                search={{ queue: "all", id: conversationId }}
                className="inline-block min-h-6 text-accent underline underline-offset-2"
              >
                {t("conversation")}
              </Link>
            </>
          )}
        </p>
        {state === "assigned" && (
          <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <Badge tone={isTaught ? "human" : "bot"}>{nameOf(intent ?? "")}</Badge>
            <span className="text-ink-muted">{inOneLine([t(isTaught ? "isTaught" : "notTaught"), decidedByName])}</span>
          </p>
        )}
        <div className="mt-2 flex flex-wrap items-center gap-1.5">
          {isActive &&
            likely.map((name, index) => (
              <Button
                key={name}
                size="sm"
                onClick={() => onAssign(name)}
                className={cn(index > 2 && index < likely.length - 1 && "max-md:hidden")}
              >
                <Kbd className="max-md:hidden">{index + 1}</Kbd>
                {nameOf(name)}
              </Button>
            ))}
          <Button size="sm" variant={isActive ? "ghost" : "secondary"} data-pick onClick={onPick}>
            {t(isActive ? "otherMeaning" : "means")}
          </Button>
          {state === "new" ? (
            <Button size="sm" variant="ghost" onClick={onSkip}>
              {t("skip")}
            </Button>
          ) : (
            <Button size="sm" variant="ghost" onClick={onReopen}>
              {t("reopen")}
            </Button>
          )}
        </div>
      </div>
      <Badge className="shrink-0 max-md:hidden" tone={reason === "not_understood" ? "warning" : "neutral"}>
        {t(`reasons.${reason}`)}
      </Badge>
    </li>
  );
}
