import { Avatar, type AvatarProps, cn } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import type { Person, Presence } from "../api/types.ts";

const DOT: Record<Presence, string> = { online: "bg-human", dnd: "bg-danger", away: "bg-warning" };

/** A person's picture with a dot for their presence; those without an account have none. */
export function Face({ person, size = "md" }: { person: Person; size?: NonNullable<AvatarProps["size"]> }) {
  const t = useTranslations("presence");
  return (
    <span className="relative inline-flex shrink-0">
      <Avatar name={person.name} color={person.color} size={size} />
      {person.presence && (
        <span
          title={t(person.presence)}
          className={cn(
            "absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-canvas",
            DOT[person.presence],
          )}
        >
          <span className="sr-only">{t(person.presence)}</span>
        </span>
      )}
    </span>
  );
}
