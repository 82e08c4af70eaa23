import { Button, Dialog as Popup, EmptyState, Field, Input } from "@botdeck/ui";
import { BotOff, Check, Search } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import { Face } from "../people/face.tsx";
import { PlaceLink } from "../url/place-link.tsx";
import { useStartDialog } from "./use-start-dialog.ts";

type Props = {
  player: Person;
  people: Person[];
  onStarted: (dialog: Dialog) => Promise<void>;
  onClose: () => void;
};

/** Choose one bot or colleague for a private chat, several for a group. */
export function NewChat({ player, people, onStarted, onClose }: Props) {
  const t = useTranslations();
  const { isBusy, start } = useStartDialog(player, onStarted);
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const [title, setTitle] = useState("");
  const [sought, setSought] = useState("");
  const others = people.filter((person) => person.id !== player.id && person.role !== "client");
  const bots = others.filter((person) => person.role === "bot");
  const colleagues = others.filter((person) => person.role !== "bot");
  const usualTitle = [player, ...chosen].map(({ name }) => name.split(" ")[0]).join(", ");

  const toggle = (person: Person) =>
    setChosen((before) => (before.includes(person) ? before.filter((one) => one !== person) : [...before, person]));

  async function create(): Promise<void> {
    const [first] = chosen;
    if (!first) return;
    const group = { title: title.trim() || usualTitle, memberIds: chosen.map(({ id }) => id) };
    const single = first.role === "bot" ? { botId: first.id } : { personId: first.id };
    if (await start(chosen.length > 1 ? group : single)) onClose();
  }

  const list = (label: string, members: Person[]) => (
    <fieldset className="flex flex-col gap-0.5">
      <legend className="mb-1 text-sm font-medium text-ink-muted">{label}</legend>
      {members
        .filter(({ name }) => name.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()))
        .map((person) => (
          <Choice key={person.id} person={person} isChosen={chosen.includes(person)} onToggle={() => toggle(person)} />
        ))}
    </fieldset>
  );

  return (
    <Popup
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("newChat.title")}
      text={t("newChat.text")}
      closeLabel={t("app.close")}
      footer={
        <>
          <Button onClick={onClose}>{t("newChat.cancel")}</Button>
          <Button variant="primary" isBusy={isBusy} disabled={chosen.length === 0} onClick={() => void create()}>
            {chosen.length > 1 ? t("newChat.group", { count: chosen.length + 1 }) : t("newChat.open")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="relative">
          <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-ink-muted" />
          <Input
            type="search"
            className="pl-8"
            aria-label={t("people.search")}
            placeholder={t("people.search")}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </div>
        {bots.length > 0 ? (
          list(t("newChat.bots"), bots)
        ) : (
          <EmptyState
            className="py-4"
            icon={<BotOff />}
            title={t("dialogs.noBots")}
            text={t("dialogs.noBotsText")}
            action={
              <PlaceLink to={{ page: "help" }} className="text-accent underline underline-offset-2">
                {t("pages.help")}
              </PlaceLink>
            }
          />
        )}
        {list(t("newChat.colleagues"), colleagues)}
        {chosen.length > 1 && (
          <Field label={t("newChat.name")} hint={t("newChat.mention")}>
            <Input placeholder={usualTitle} value={title} onChange={(event) => setTitle(event.target.value)} />
          </Field>
        )}
      </div>
    </Popup>
  );
}

function Choice({ person, isChosen, onToggle }: { person: Person; isChosen: boolean; onToggle: () => void }) {
  const t = useTranslations("people");
  return (
    <label className="flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-sunken has-checked:bg-accent-tint has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input type="checkbox" className="sr-only" checked={isChosen} onChange={onToggle} />
      <Face person={person} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{person.name}</span>
        <span className="block text-xs text-ink-muted">{t(person.role)}</span>
      </span>
      {isChosen && <Check aria-hidden className="size-4 text-accent" />}
    </label>
  );
}
