import "./app.css";
import { applyStoredTheme } from "@botdeck/ui";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createEmulatorApi } from "./api/emulator-api.ts";
import { App } from "./app.tsx";
import { createChangeStream } from "./live/change-stream.ts";

const API = "/emulator/api";

applyStoredTheme();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root to render into");

const api = createEmulatorApi(API);
const changes = createChangeStream(`${API}/events`);
createRoot(root).render(
  <StrictMode>
    <App api={api} changes={changes} />
  </StrictMode>,
);
