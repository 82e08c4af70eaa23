import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import type { Role } from "../../../../server/roles.ts";
import { useTRPC } from "../../../trpc.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import type { ConsolePerson, PasswordLink } from "./person-types.ts";

/** What an administrator does to somebody. Each says what it did, and the list is read again. */
export function usePeopleActs() {
  const t = useTranslations("access.people");
  const tRoles = useTranslations("shell.roles");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const role = useMutation(trpc.login.setRole.mutationOptions());
  const block = useMutation(trpc.login.block.mutationOptions());
  const unblock = useMutation(trpc.login.unblock.mutationOptions());
  const reset = useMutation(trpc.login.resetSecondFactor.mutationOptions());
  const end = useMutation(trpc.login.endSessions.mutationOptions());
  const link = useMutation(trpc.login.makePasswordLink.mutationOptions());

  async function act(doIt: () => Promise<void>): Promise<void> {
    try {
      await doIt();
    } catch (error) {
      tellFailure(error, t("lastAdmin"));
    }
    await queryClient.invalidateQueries(trpc.login.list.infiniteQueryFilter());
  }

  const setRole = ({ id, name, role: before }: ConsolePerson, next: Role): Promise<void> =>
    act(async () => {
      await role.mutateAsync({ userId: id, role: next });
      const undo = () => void act(() => role.mutateAsync({ userId: id, role: before as Role })); // safe: one that was stored
      toast.show({
        title: t("roleSet", { name, role: tRoles(next) }),
        action: { label: t("undo"), onPress: undo },
      });
    });

  return {
    isBusy: [role, block, unblock, reset, end, link].some(({ isPending }) => isPending),
    setRole,
    block: ({ id, name }: ConsolePerson, reason: string) =>
      act(async () => {
        await block.mutateAsync({ userId: id, reason });
        toast.show({ title: t("blockDone", { name }) });
      }),
    unblock: ({ id, name }: ConsolePerson) =>
      act(async () => {
        await unblock.mutateAsync({ userId: id });
        toast.show({ title: t("unblockDone", { name }) });
      }),
    resetSecondFactor: ({ id, name }: ConsolePerson, reason: string) =>
      act(async () => {
        await reset.mutateAsync({ userId: id, reason });
        toast.show({ title: t("resetDone", { name }) });
      }),
    endSessions: ({ id }: ConsolePerson) =>
      act(async () => {
        toast.show({ title: t("ended", await end.mutateAsync({ userId: id })) });
      }),
    makeLink: ({ id, name }: ConsolePerson, onLink: (made: PasswordLink) => void) =>
      act(async () => {
        const { url, expiresAt } = await link.mutateAsync({ userId: id });
        onLink({ name, url, expiresAt });
      }),
  };
}
