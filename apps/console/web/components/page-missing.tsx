import { buttonLook, EmptyState } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

/** An address that leads nowhere. */
export function PageMissing() {
  const t = useTranslations("errors.notFound");
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState
        title={t("title")}
        action={
          <Link to="/conversations" className={buttonLook({ variant: "primary" })}>
            {t("action")}
          </Link>
        }
      />
    </main>
  );
}
