import { Button, Field, Input } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../../trpc.ts";
import { FormSection } from "../../rule/form-section.tsx";
import { LeaveGuard } from "../../rule/leave-guard.tsx";
import { useRole } from "../../use-role.ts";
import { READER_ZONE, type Rota } from "../calendar-words.ts";
import { EditActions } from "../editing/edit-actions.tsx";
import { useProblemAt } from "../editing/problem-words.ts";
import { useSaving } from "../editing/use-saving.ts";
import { usePeople } from "../use-people.ts";
import { blankLayer, blankRota, type Layer, type RotaSettings } from "./draft.ts";
import { LayerField } from "./layer-field.tsx";
import { RotaPreview } from "./rota-preview.tsx";
import { useCheckedRota } from "./use-checked-rota.ts";

const ZONES = Intl.supportedValuesOf("timeZone");
const MOST_LAYERS = 10;

type Props = {
  portalId: string;
  /** Null for a new one. */
  saved: Rota | null;
  /** Called with whether something is written that is not saved. */
  onWritten: (isWritten: boolean) => void;
  /** Somebody else has changed it meanwhile; what they made of it is there. */
  onConflict: () => void;
};

/** A rota's parts to be written, beside who would be on call by it. */
export function RotaForm({ portalId, saved, onWritten, onConflict }: Props) {
  const t = useTranslations("notifications.onCall.form");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const zonesId = useId();
  const { portal } = useSearch({ strict: false });
  const { isLead } = useRole();
  const known = usePeople(portalId);
  // As it was when the writing began: by this the server sees a conflict.
  const [before] = useState(saved);
  const [first] = useState(() => before?.settings ?? blankOf(before));
  const [rota, setRota] = useState<RotaSettings>(first);
  const put = useMutation(trpc.rota.put.mutationOptions());
  const remove = useMutation(trpc.rota.remove.mutationOptions());
  const saving = useSaving({ read: () => queryClient.invalidateQueries(trpc.rota.pathFilter()), onConflict });
  const checked = useCheckedRota(portalId, rota, isLead);
  // What is wrong is marked once somebody has tried to save it, and goes as it is mended.
  const [isTold, setIsTold] = useState(false);
  const problems = [...(isTold ? (checked?.problems ?? []) : []), ...saving.problems.filter(isOnServer)];
  const problemAt = useProblemAt(problems);
  const isChanged = rota !== first || before?.settings === null;
  useEffect(() => onWritten(isChanged), [isChanged, onWritten]);
  const isSettled = useRef(false);
  const write = (change: Partial<RotaSettings>) => {
    saving.setProblems([]);
    setRota((now) => ({ ...now, ...change }));
  };
  const writeLayer = (index: number, layer: Layer) =>
    write({ layers: rota.layers.map((one, at) => (at === index ? layer : one)) });
  const toRotas = () => {
    isSettled.current = true;
    void navigate({ to: "/notifications/on-call", search: { portal } });
  };
  const seen = before?.seen ?? null;
  const save = async () => {
    setIsTold(true);
    const rotaId = before?.id ?? null;
    const isSaved = await saving.save(rota.name, async () => {
      const result = await put.mutateAsync({ portalId, rotaId, rota, seen });
      return result.kind === "saved" && result.isChatUnasked ? { ...result, hint: t("chatUnasked") } : result;
    });
    if (isSaved) toRotas();
  };
  const takeAway = async (reason: string) => {
    if (before === null) return;
    const isGone = await saving.remove(before.name, async () => {
      const result = await remove.mutateAsync({ portalId, rotaId: before.id, seen, reason });
      return result.kind === "used" ? t("used", { policies: result.policies.join(", ") }) : null;
    });
    if (isGone) toRotas();
  };

  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <fieldset disabled={!isLead} className="flex min-w-0 flex-col gap-4">
          {!isLead && <p className="text-ink-muted">{t("readOnly")}</p>}
          <FormSection title={t("about")}>
            <div className="grid gap-3 sm:grid-cols-2">
              <Field label={t("name")} hint={t("nameHint")} error={problemAt("name")}>
                <Input value={rota.name} maxLength={80} onChange={({ target }) => write({ name: target.value })} />
              </Field>
              <Field label={t("timeZone")} hint={t("timeZoneHint")} error={problemAt("timeZone")}>
                <Input
                  value={rota.timeZone}
                  list={zonesId}
                  autoComplete="off"
                  onChange={({ target }) => write({ timeZone: target.value.trim() })}
                />
              </Field>
            </div>
            <datalist id={zonesId}>
              {ZONES.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
            <Field label={t("chat")} hint={t("chatHint")} error={problemAt("dialogId")} className="sm:max-w-72">
              <Input
                value={rota.dialogId ?? ""}
                onChange={({ target }) => write({ dialogId: target.value.trim() === "" ? null : target.value.trim() })}
              />
            </Field>
          </FormSection>
          <div>
            <h3 className="text-lg font-semibold">{t("layers")}</h3>
            <p className="text-ink-muted">{t("layersHint")}</p>
            {problemAt("layers") !== null && rota.layers.length === 0 && (
              <p className="text-sm text-danger">{problemAt("layers")}</p>
            )}
          </div>
          {rota.layers.map((layer, index) => (
            <LayerField
              // oxlint-disable-next-line react/no-array-index-key -- layers have nothing else that stays while they are written
              key={`${rota.layers.length} ${index}`}
              number={index + 1}
              layer={layer}
              known={known}
              isDisabled={!isLead}
              problemAt={(place) => problemAt(`layers.${index}.${place}`)}
              onChange={(next) => writeLayer(index, next)}
              onRemove={
                rota.layers.length > 1 ? () => write({ layers: rota.layers.filter((_, at) => at !== index) }) : null
              }
            />
          ))}
          {rota.layers.length < MOST_LAYERS && (
            <Button className="self-start" onClick={() => write({ layers: [...rota.layers, blankLayer()] })}>
              <Plus aria-hidden />
              {t("addLayer")}
            </Button>
          )}
        </fieldset>
        {isLead && (
          <div className="min-w-0 lg:sticky lg:top-4">
            <RotaPreview turns={checked?.turns ?? null} />
          </div>
        )}
      </div>
      <LeaveGuard isNeeded={() => isChanged && rota !== first && !isSettled.current} />
      {isLead && (
        <EditActions
          isNew={before === null}
          isChanged={isChanged}
          faults={problems.length}
          isBusy={put.isPending || remove.isPending}
          removeTitle={t("removeTitle")}
          removeText={t("removeText", { name: before?.name ?? "" })}
          onSave={() => void save()}
          onRemove={(reason) => void takeAway(reason)}
          onCancel={toRotas}
        />
      )}
    </>
  );
}

/** One whose turns can no longer be read is written anew, with its name. */
const blankOf = (before: Rota | null): RotaSettings =>
  before === null
    ? blankRota(READER_ZONE)
    : { ...blankRota(before.timeZone), name: before.name, timeZone: before.timeZone };

/** What only saving finds out; the rest is told as it is written. */
const isOnServer = ({ place }: { place: string }): boolean => place === "name.taken" || place === "dialogId.unseen";
