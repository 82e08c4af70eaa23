import type { MenuProps } from "@botdeck/ui";
import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent as ReactMouseEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";

import { FailedState } from "./failed-state.tsx";
import { useKeys } from "./use-keys.ts";

type Trigger = MenuProps["trigger"];

type Props<Part> = {
  /** What floats when it is opened, for screen readers. */
  kind: "menu" | "listbox" | "dialog";
  button: Trigger;
  /** A single key that presses the button, by its place. */
  shortcut?: string;
  /** Fetches what floats. */
  load: () => Promise<Part>;
  /** Shows it, with the button that opens it from now on. */
  children: (part: Part, trigger: Trigger) => ReactNode;
};

/** The keys that open a list besides a press. */
const LIST_KEYS = ["ArrowDown", "ArrowUp"];

/** A press that is to be handed on, and where the focus was when it came. */
type WaitingPress = { press: MouseEvent; focused: Element | null };

/**
 * A plain button, until somebody wants what it opens: that is fetched when the button is pointed at or focused, and a press
 * waits for it and is then handed on, unless whoever pressed goes on to something else or presses Escape meanwhile. What
 * nobody asks for is never loaded.
 */
export function OnDemand<Part>({ kind, button, shortcut, load, children }: Props<Part>) {
  const t = useTranslations("errors");
  const element = useRef<HTMLButtonElement>(null);
  const waitingPress = useRef<WaitingPress | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const [loaded, setLoaded] = useState<{ part: Part; hadFocus: boolean } | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  useKeys(shortcut === undefined ? {} : { [shortcut]: () => element.current?.click() });
  // First: Escape takes the press back and nothing else.
  useKeys(isAsked && loaded === null ? { Escape: takeBack } : {}, true);
  useLayoutEffect(() => {
    // Once: a change of language hides what stands here and shows it again.
    const waiting = waitingPress.current;
    if (loaded === null || waiting === null) return;
    waitingPress.current = null;
    // The button is another one now, and looks the same: it takes over the focus and the press.
    if (loaded.hadFocus) element.current?.focus();
    element.current?.dispatchEvent(waiting.press);
  }, [loaded]);

  if (loaded !== null) return children(loaded.part, cloneElement(button, { ref: element }));

  // Nobody has asked yet: the press tells that it failed.
  const prepare = () => void load().catch(() => undefined);
  const ask = (press: MouseEvent) => {
    if (isAsked) return;
    waitingPress.current = { press, focused: document.activeElement };
    setIsAsked(true);
    load().then(show, fail);
  };
  const askByKey = (event: KeyboardEvent) => {
    if (kind === "dialog" || !LIST_KEYS.includes(event.key)) return;
    event.preventDefault();
    ask(pressOf());
  };
  return (
    <>
      {cloneElement(button, {
        ref: element,
        "aria-haspopup": kind,
        "aria-expanded": false,
        "aria-busy": isAsked || undefined,
        onPointerEnter: prepare,
        onFocus: prepare,
        onClick: ({ nativeEvent }: ReactMouseEvent) => ask(pressOf(nativeEvent)),
        onKeyDown: askByKey,
      })}
      {failure !== null && (
        <FailedState
          className="fixed right-4 bottom-4 z-50 w-[min(22rem,calc(100vw-2rem))] shadow-popup"
          title={t("title")}
          error={failure.error}
          // A browser keeps to it that a module could not be fetched, for as long as the page lives.
          onRetry={() => window.location.reload()}
        />
      )}
    </>
  );

  function takeBack() {
    waitingPress.current = null;
    setIsAsked(false);
  }
  function show(part: Part) {
    const waiting = waitingPress.current;
    if (waiting === null) return;
    const hadFocus = document.activeElement === element.current;
    const isElsewhere = !hadFocus && document.activeElement !== waiting.focused && isSomethingFocused();
    if (isElsewhere) waitingPress.current = null;
    setLoaded({ part, hadFocus });
  }
  function fail(error: unknown) {
    if (waitingPress.current === null) return;
    takeBack();
    setFailure({ error });
  }
}

const isSomethingFocused = (): boolean => document.activeElement !== null && document.activeElement !== document.body;

/** A press to hand on: by what it was given, and without that by a key, whose press lets a list mark its first line. */
const pressOf = (given?: MouseEvent): MouseEvent =>
  new PointerEvent("click", given ?? { bubbles: true, cancelable: true });
