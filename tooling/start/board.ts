import pc from "picocolors";

import type { PartState } from "./part.ts";

const NAME_WIDTH = 14;
const NOTE_EVERY_MS = 30_000;

/** The part of a terminal the board needs: `process.stdout`, or a stand-in. */
export type Screen = {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
};

export type Board = {
  show(name: string, state: PartState): void;
  /** Prints text that stays, above the lines of the parts. */
  say(text: string): void;
};

/** One line per part with its state: redrawn in place on a terminal, printed on every change elsewhere. */
export function createBoard(screen: Screen, now: () => number = Date.now): Board {
  return screen.isTTY === true ? createTerminalBoard(screen) : createPlainBoard(screen, now);
}

function createTerminalBoard(screen: Screen): Board {
  const states = new Map<string, PartState>();
  let drawnLines = 0;
  const erase = () => {
    if (drawnLines > 0) screen.write(`\u001b[${drawnLines}A\u001b[J`);
  };
  const draw = () => {
    const lines = [...states].map(([name, state]) => describe(name, state, (screen.columns ?? 80) - 1));
    screen.write(lines.map((line) => `${line}\n`).join(""));
    drawnLines = lines.length;
  };
  return {
    show(name, state) {
      erase();
      states.set(name, state);
      draw();
    },
    say(text) {
      erase();
      screen.write(`${text}\n`);
      draw();
    },
  };
}

function createPlainBoard(screen: Screen, now: () => number): Board {
  const shown = new Map<string, { is: PartState["is"]; at: number }>();
  return {
    show(name, state) {
      if (state.is === "waiting") return;
      const last = shown.get(name);
      // How far a long step is may change many times a second.
      if (last?.is === state.is && now() - last.at < NOTE_EVERY_MS) return;
      shown.set(name, { is: state.is, at: now() });
      screen.write(`${describe(name, state, Number.POSITIVE_INFINITY)}\n`);
    },
    say: (text) => void screen.write(`${text}\n`),
  };
}

const COLOUR: Record<PartState["is"], (text: string) => string> = {
  waiting: pc.dim,
  starting: pc.cyan,
  ready: pc.green,
  done: pc.green,
  restarting: pc.yellow,
  unavailable: pc.yellow,
  failed: pc.red,
  stopping: pc.cyan,
  stopped: pc.dim,
};

function describe(name: string, state: PartState, width: number): string {
  const note = "note" in state && state.note !== undefined ? state.note.replaceAll(/\s*\n\s*/g, " ") : "";
  const head = `  ${name.padEnd(NAME_WIDTH)} ${state.is.padEnd(11)} `;
  return `  ${name.padEnd(NAME_WIDTH)} ${COLOUR[state.is](state.is.padEnd(11))} ${note.slice(0, Math.max(width - head.length, 0))}`;
}
