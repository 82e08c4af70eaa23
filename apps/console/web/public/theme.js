// Puts the chosen theme on the page before it is painted; a file of its own, since the policy forbids inline scripts.
try {
  const choice = localStorage.getItem("botdeck.theme");
  if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
} catch {
  // Storage is forbidden: the system's theme stays.
}
