import { useToast } from "@botdeck/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { failureOf, useTRPC } from "../trpc.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { Switch } from "./switch.tsx";

type Props = {
  bot: { id: string; name: string; isOn: boolean };
  /** Shows the bot as on or off, before the server has said so. */
  onShow: (isOn: boolean) => void;
  /** The server has said what came of it. */
  onSettled: () => void;
};

/** Switches a bot of a portal on, or off with a reason: shown at once, taken back when it fails, and offered to be undone. */
export function BotSwitch({ bot, onShow, onSettled }: Props) {
  const t = useTranslations("botSwitch");
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const { mutateAsync, isPending } = useMutation(useTRPC().bot.setOn.mutationOptions());
  const { id: botId, name } = bot;

  async function switchTo(isOn: boolean, reason = ""): Promise<void> {
    onShow(isOn);
    try {
      await mutateAsync({ botId, isOn, reason });
      const undo = { label: t("undo"), onPress: () => void switchTo(!isOn, t("undo")) };
      toast.show({ title: t(isOn ? "wentOn" : "wentOff", { name }), action: undo });
    } catch (error) {
      const isConflict = failureOf(error).code === "CONFLICT";
      onShow(!isOn);
      toast.show({ title: t(isConflict ? "conflict" : "failed", { name }), tone: "danger" });
    }
    onSettled();
  }

  return (
    <>
      <Switch
        label={t("label", { name })}
        isLabelHidden
        isOn={bot.isOn}
        onChange={(isOn) => (isOn ? void switchTo(true) : setIsAsking(true))}
      />
      {isAsking && (
        <ReasonDialog
          title={t("off.title", { name })}
          text={t("off.text")}
          note={<p className="text-pretty">{t("off.clients")}</p>}
          labels={{
            reason: t("off.reason"),
            reasonHint: t("off.reasonHint"),
            reasonMissing: t("off.reasonMissing"),
            cancel: t("off.cancel"),
            submit: t("off.submit"),
          }}
          isBusy={isPending}
          onClose={() => setIsAsking(false)}
          onSubmit={(reason) => {
            setIsAsking(false);
            void switchTo(false, reason);
          }}
        />
      )}
    </>
  );
}
