import { drawGraph, graphWords } from "@botdeck/dialog/graph";
import type { inferRouterOutputs } from "@trpc/server";
import { useEffect, useMemo, useRef } from "react";
import { useMessages, useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { useLocaleChoice } from "../../../i18n/locale-provider.tsx";
import { useNames } from "../../../i18n/use-names.ts";
import { wordsOf } from "../../../i18n/words-of.ts";

type Dialog = inferRouterOutputs<AppRouter>["bot"]["dialogs"]["dialogs"][number];

/** The picture's colours are the page's, light and dark. */
const COLOURS =
  "[--graph-ink:var(--color-ink)] [--graph-quiet:var(--color-ink-muted)] [--graph-line:var(--color-line-strong)] " +
  "[--graph-paper:var(--color-canvas)] [--graph-ask:var(--color-accent-tint)] [--graph-request:var(--color-sunken)] " +
  "[--graph-say:var(--color-surface)] [--graph-begin:var(--color-surface)] [--graph-end:var(--color-human-tint)] " +
  "[--graph-mark:var(--color-danger-solid)]";

/** A dialog drawn from its definition. It is read as XML, which runs nothing, and holds the definition's own words only. */
export function DialogPicture({ dialog: { graph, texts }, at }: { dialog: Dialog; at: string | null }) {
  const t = useTranslations("dialogs");
  const { locale } = useLocaleChoice();
  const { names } = useMessages();
  const nameOf = useNames();
  const place = useRef<HTMLDivElement>(null);
  const source = useMemo(() => {
    const words = graphWords(locale, {
      text: (key) => wordsOf(texts[locale], key),
      name: (own) => wordsOf(names.dialog, own),
    });
    return drawGraph(graph, words, { at });
  }, [graph, texts, at, locale, names]);
  useEffect(() => {
    const picture = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
    place.current?.replaceChildren(document.importNode(picture, true));
    place.current?.querySelector("[data-at]")?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [source]);
  return (
    <div
      ref={place}
      role="figure"
      aria-label={t("picture", { name: nameOf("dialog", graph.name) })}
      className={`w-max ${COLOURS}`}
    />
  );
}
