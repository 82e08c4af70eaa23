import { Button, Field, Input } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../../trpc.ts";
import { FormSection } from "../../rule/form-section.tsx";
import { LeaveGuard } from "../../rule/leave-guard.tsx";
import { useRole } from "../../use-role.ts";
import { EditActions } from "../editing/edit-actions.tsx";
import { useProblemAt } from "../editing/problem-words.ts";
import { useSaving } from "../editing/use-saving.ts";
import { usePeople } from "../use-people.ts";
import { blankLevel, blankPolicy, type KnownPolicy, type Level, type Policy } from "./draft.ts";
import { LevelField } from "./level-field.tsx";
import { PolicyEnds } from "./policy-ends.tsx";

const MOST_LEVELS = 10;

type Props = {
  portalId: string;
  /** Null for a new one. */
  saved: KnownPolicy | null;
  rotas: readonly { id: string; name: string }[];
  /** Called with whether something is written that is not saved. */
  onWritten: (isWritten: boolean) => void;
  /** Somebody else has changed it meanwhile; what they made of it is there. */
  onConflict: () => void;
};

/** A policy's parts to be written. */
export function PolicyForm({ portalId, saved, rotas, onWritten, onConflict }: Props) {
  const t = useTranslations("notifications.policies.form");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { portal } = useSearch({ strict: false });
  const { isLead } = useRole();
  const known = usePeople(portalId);
  const rotaId = rotas[0]?.id ?? "";
  // As it was when the writing began: by this the server sees a conflict.
  const [before] = useState(saved);
  const [first] = useState(() => ({ name: before?.name ?? "", policy: before?.policy ?? blankPolicy(rotaId) }));
  const [{ name, policy }, setDraft] = useState(first);
  // Levels that change places take what is written in them along.
  const [order, setOrder] = useState(() => first.policy.levels.map((_, index) => index));
  const put = useMutation(trpc.policy.put.mutationOptions());
  const remove = useMutation(trpc.policy.remove.mutationOptions());
  const saving = useSaving({ read: () => queryClient.invalidateQueries(trpc.policy.pathFilter()), onConflict });
  const problemAt = useProblemAt(saving.problems);
  const isChanged = name !== first.name || policy !== first.policy || before?.policy === null;
  useEffect(() => onWritten(isChanged), [isChanged, onWritten]);
  const isSettled = useRef(false);
  const write = (change: Partial<Policy>) => {
    saving.setProblems([]);
    setDraft((now) => ({ ...now, policy: { ...now.policy, ...change } }));
  };
  const { levels } = policy;
  const writeLevels = (next: Level[], places: number[]) => {
    setOrder(places);
    write({ levels: next });
  };
  const move = (from: number, to: number) => writeLevels(swapped(levels, from, to), swapped(order, from, to));
  const toPolicies = () => {
    isSettled.current = true;
    void navigate({ to: "/notifications/policies", search: { portal } });
  };
  const seen = before?.seen ?? null;
  const save = async () => {
    const given = { portalId, policyId: before?.id ?? null, policy: { name, ...policy }, seen };
    if (await saving.save(name, () => put.mutateAsync(given))) toPolicies();
  };
  const takeAway = async (reason: string) => {
    if (before === null) return;
    const isGone = await saving.remove(before.name, async () => {
      await remove.mutateAsync({ portalId, policyId: before.id, seen, reason });
      return null;
    });
    if (isGone) toPolicies();
  };

  return (
    <>
      <fieldset disabled={!isLead} className="flex min-w-0 flex-col gap-4">
        {!isLead && <p className="text-ink-muted">{t("readOnly")}</p>}
        <FormSection title={t("about")}>
          <Field label={t("name")} hint={t("nameHint")} error={problemAt("name")} className="sm:max-w-80">
            <Input
              value={name}
              maxLength={80}
              onChange={({ target }) => {
                saving.setProblems([]);
                setDraft((now) => ({ ...now, name: target.value }));
              }}
            />
          </Field>
        </FormSection>
        <div>
          <h3 className="text-lg font-semibold">{t("levels")}</h3>
          <p className="text-ink-muted">{t("levelsHint")}</p>
        </div>
        {levels.map((level, index) => (
          <LevelField
            key={order[index]}
            number={index + 1}
            level={level}
            rotas={rotas}
            known={known}
            problemAt={(place) => problemAt(`levels.${index}.${place}`)}
            onChange={(next) =>
              writeLevels(
                levels.map((one, at) => (at === index ? next : one)),
                order,
              )
            }
            onEarlier={index === 0 ? null : () => move(index, index - 1)}
            onLater={index === levels.length - 1 ? null : () => move(index, index + 1)}
            onRemove={
              levels.length === 1
                ? null
                : () =>
                    writeLevels(
                      levels.filter((_, at) => at !== index),
                      order.filter((_, at) => at !== index),
                    )
            }
          />
        ))}
        {levels.length < MOST_LEVELS && (
          <Button
            className="self-start"
            onClick={() => writeLevels([...levels, blankLevel(rotaId)], [...order, Math.max(...order) + 1])}
          >
            <Plus aria-hidden />
            {t("addLevel")}
          </Button>
        )}
        <PolicyEnds policy={policy} problemAt={problemAt} onChange={write} />
      </fieldset>
      <LeaveGuard isNeeded={() => (name !== first.name || policy !== first.policy) && !isSettled.current} />
      {isLead && (
        <EditActions
          isNew={before === null}
          isChanged={isChanged}
          faults={saving.problems.length}
          isBusy={put.isPending || remove.isPending}
          removeTitle={t("removeTitle")}
          removeText={t("removeText", { name: before?.name ?? "" })}
          onSave={() => void save()}
          onRemove={(reason) => void takeAway(reason)}
          onCancel={toPolicies}
        />
      )}
    </>
  );
}

/** With two that have changed places. */
function swapped<Item>(items: readonly Item[], one: number, other: number): Item[] {
  const moved = [...items];
  moved.splice(other, 0, ...moved.splice(one, 1));
  return moved;
}
