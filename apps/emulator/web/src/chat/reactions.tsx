import { cn, useToast } from "@botdeck/ui";
import { CircleCheck, Eye, Flame, Heart, type LucideIcon, ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";
import { usePress } from "./press-context.ts";

/** Those that one picks from; bots may give any of Bitrix24's 48, which are then shown by name. */
export const REACTIONS = ["like", "redHeart", "fire", "eyes", "whiteHeavyCheckMark", "dislike"] as const;
export type Reaction = (typeof REACTIONS)[number];

const SIGN: Record<Reaction, LucideIcon> = {
  like: ThumbsUp,
  redHeart: Heart,
  fire: Flame,
  eyes: Eye,
  whiteHeavyCheckMark: CircleCheck,
  dislike: ThumbsDown,
};

export function isKnownReaction(code: string): code is Reaction {
  return (REACTIONS as readonly string[]).includes(code);
}

export function ReactionSign({ code }: { code: Reaction }) {
  const Sign = SIGN[code];
  return <Sign aria-hidden />;
}

/** Gives a reaction, or takes it back. */
export function useReact(message: Message): (reaction: string) => void {
  const t = useTranslations("problem");
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const { player } = usePress();
  return (reaction) => {
    const isOn = !message.reactions[reaction]?.includes(player.id);
    api.react(player.id, message.id, reaction, isOn).catch((error: unknown) => {
      toast.show({ tone: "danger", title: t("react"), text: problemText(error) });
    });
  };
}

/** The reactions under a message; pressing one joins it or takes it back. */
export function Reactions({ message }: { message: Message }) {
  const t = useTranslations("reactions");
  const { player, people } = usePress();
  const react = useReact(message);
  const given = Object.entries(message.reactions);
  if (given.length === 0) return null;
  return (
    <div role="group" aria-label={t("title")} className="flex flex-wrap gap-1">
      {given.map(([code, ids]) => {
        const names = ids.map((id) => people.find((person) => person.id === id)?.name ?? id).join(", ");
        const isMine = ids.includes(player.id);
        return (
          <button
            key={code}
            type="button"
            aria-pressed={isMine}
            title={names}
            className={cn(
              "inline-flex h-6 items-center gap-1 rounded-full border border-line px-2 text-xs tabular-nums [&_svg]:size-3.5",
              isMine ? "border-accent bg-accent-tint text-accent" : "bg-surface text-ink-muted hover:bg-sunken",
            )}
            onClick={() => react(code)}
          >
            {isKnownReaction(code) ? <ReactionSign code={code} /> : code}
            {ids.length}
            <span className="sr-only">{t("given", { reaction: isKnownReaction(code) ? t(code) : code, names })}</span>
          </button>
        );
      })}
    </div>
  );
}
