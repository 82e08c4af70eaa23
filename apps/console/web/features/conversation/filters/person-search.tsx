import { cn, controlLook } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { useKeys } from "../../../components/use-keys.ts";
import { useTRPC } from "../../../trpc.ts";
import { LEAST_LETTERS, type WantedList } from "../search.ts";

/** The list is asked for when the typing pauses for so long. */
const PAUSE_MS = 250;

type Props = { wanted: WantedList; onChange: (changes: Partial<WantedList>) => void };

/** Finds clients by the beginnings of their names. Who sees no names has no search. */
export function PersonSearch({ wanted, onChange }: Props) {
  const t = useTranslations("list");
  const { data: me } = useQuery(useTRPC().session.me.queryOptions());
  const [typed, setTyped] = useState(wanted.q ?? "");
  const input = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => input.current?.focus() });
  useEffect(() => {
    // A saved view or the palette has chosen; whoever types is left alone.
    if (document.activeElement !== input.current) setTyped(wanted.q ?? "");
  }, [wanted.q]);
  const ask = useEffectEvent(() => {
    const q = typed.trim().length >= LEAST_LETTERS ? typed.trim() : undefined;
    if (q !== wanted.q) onChange({ q });
  });
  useEffect(() => {
    const timer = setTimeout(() => ask(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  if (me === undefined || me.role === "viewer") return null;
  return (
    // Not the kit's `Input`, which is ready to stand in a `Field` and loads what that takes.
    <input
      ref={input}
      type="search"
      value={typed}
      aria-label={t("search")}
      aria-keyshortcuts="/"
      placeholder={t("search")}
      className={cn(controlLook, "h-7 min-w-0 flex-1 px-2.5 @2xl:max-w-60")}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        if (typed === "") event.currentTarget.blur();
        else setTyped("");
      }}
    />
  );
}
