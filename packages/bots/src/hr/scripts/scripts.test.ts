import { playScripts } from "../../testing/play-scripts.ts";

playScripts(import.meta.dirname);
